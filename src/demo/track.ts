import { randomUUID } from 'node:crypto';
import type { Stored } from '../resource/condition.js';
import { foldValue } from '../resource/fold.js';
import type { Reference } from '../resource/resource.js';
import type { Transaction } from '../resource/transaction.js';
import { clocksOf } from '../tracking/clocks.js';
import type { Customer } from './customers.js';
import type { DemoShipment } from './orders.js';
import type { Shop } from './shops.js';

const country = (end: 'origin' | 'destination', name: string, iso2: string): Record<string, Stored> => ({
  [`${end}Country`]: name,
  [`${end}CountryFolded`]: foldValue(name, 100),
  [`${end}CountryIso2`]: iso2,
});

/** What carriers have told of a parcel, which no request may write: its status, clocks and checkpoints. */
export async function track(
  shipment: Reference,
  { journey, trackingNumber, destinationCarrier }: DemoShipment,
  { createdAt, shop, customer }: { createdAt: string; shop: Shop; customer: Customer },
  transaction: Transaction,
): Promise<string> {
  if (trackingNumber === null) return createdAt;
  const { reports, silence } = journey;
  const changes = [...reports, ...silence];
  const last = changes.at(-1);
  const { name, iso2 } = shop.country;
  const { address } = customer;
  const columns: Record<string, Stored> = {
    ...clocksOf(createdAt, changes),
    trackingStatus: last?.status ?? 'no_info',
    lastStatusUpdate: last?.at ?? null,
    shippedAt: journey.shippedAt,
    expectedDeliveryDate: journey.expectedDeliveryDate,
    destinationCarrier,
    ...(reports.length > 0 ? country('origin', name, iso2) : {}),
    ...(reports.length > 0 ? country('destination', address.country, address.countryIso2) : {}),
  };
  const set = Object.keys(columns).map((column) => `${column} = ?`);
  await transaction.run(`UPDATE shipments SET ${set.join(', ')} WHERE pk = ?`, [
    ...Object.values(columns),
    shipment.pk,
  ]);
  if (reports.length > 0) {
    const rows = reports.map((each) => [
      ...[randomUUID(), shipment.workspacePk, shipment.pk],
      ...[each.at, each.info, each.location, each.rel, each.status, each.at],
    ]);
    await transaction.run(
      'INSERT INTO checkpoints (id, workspacePk, shipmentPk, checkpointDate, info, location, rel, status, createdAt) ' +
        `VALUES ${rows.map((row) => `(${row.map(() => '?').join(', ')})`).join(', ')}`,
      rows.flat(),
    );
  }
  return last?.at ?? createdAt;
}

/** Moves a row's dates into the past. */
export async function backdate(
  table: 'orders' | 'order_items' | 'shipments' | 'shipment_items',
  [column, pk]: readonly ['pk' | 'orderPk' | 'shipmentPk', number],
  createdAt: string,
  updatedAt: string,
  transaction: Transaction,
): Promise<void> {
  await transaction.run(`UPDATE ${table} SET createdAt = ?, updatedAt = ? WHERE ${column} = ?`, [
    createdAt,
    updatedAt,
    pk,
  ]);
}
