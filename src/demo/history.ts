import { randomUUID } from 'node:crypto';
import type { Stored } from '../resource/condition.js';
import { toStored } from '../resource/datetime.js';
import { foldValue } from '../resource/fold.js';
import type { Reference } from '../resource/resource.js';
import type { Transaction } from '../resource/transaction.js';
import { clocksOf } from '../tracking/clocks.js';
import type { DemoOrder, DemoShipment } from './orders.js';
import type { Shop } from './shops.js';

/**
 * What no request may write: when things happened, and what carriers told. The rows have been written by the store;
 * this is the one place of the demo that changes them with SQL.
 */

/** When the order came, and when its last parcel was packed. */
export async function dateOrder(row: Reference, order: DemoOrder, transaction: Transaction): Promise<void> {
  const touched = order.shipments.at(-1)?.createdAt ?? order.createdAt;
  const columns = { createdAt: toStored(order.createdAt), updatedAt: toStored(touched) };
  await update('orders', row.pk, columns, transaction);
}

/** When the parcel was packed, its tracking status, its clocks, its checkpoints. */
export async function trackParcel(
  row: Reference,
  parcel: DemoShipment,
  { shop, order }: { shop: Shop; order: DemoOrder },
  transaction: Transaction,
): Promise<void> {
  const createdAt = toStored(parcel.createdAt);
  if (parcel.trackingNumber === null)
    return update('shipments', row.pk, { createdAt, updatedAt: createdAt }, transaction);
  const { reports, silence, shippedAt, expectedDeliveryDate } = parcel.journey;
  const changes = [...reports, ...silence];
  const last = changes.at(-1);
  const { address } = order.customer;
  const columns = {
    createdAt,
    updatedAt: last?.at ?? createdAt,
    ...clocksOf(createdAt, changes),
    trackingStatus: last?.status ?? 'no_info',
    lastStatusUpdate: last?.at ?? null,
    shippedAt,
    expectedDeliveryDate,
    destinationCarrier: parcel.destinationCarrier,
    ...(reports.length > 0 && country('origin', shop.country.name, shop.country.iso2)),
    ...(reports.length > 0 && country('destination', address.country, address.countryIso2)),
  };
  await update('shipments', row.pk, columns, transaction);
  await insertCheckpoints(row, parcel, transaction);
}

/** Items are as old as what they are in. */
export async function dateItems(transaction: Transaction): Promise<void> {
  for (const [table, whole, key] of [
    ['order_items', 'orders', 'orderPk'],
    ['shipment_items', 'shipments', 'shipmentPk'],
  ]) {
    const moment = `(SELECT w.createdAt FROM ${whole} w WHERE w.pk = ${table}.${key})`;
    await transaction.run(`UPDATE ${table} SET createdAt = ${moment}, updatedAt = ${moment}`);
  }
}

const country = (end: 'origin' | 'destination', name: string, iso2: string): Record<string, Stored> => ({
  [`${end}Country`]: name,
  [`${end}CountryFolded`]: foldValue(name, 100),
  [`${end}CountryIso2`]: iso2,
});

async function update(
  table: 'orders' | 'shipments',
  pk: number,
  columns: Readonly<Record<string, Stored>>,
  transaction: Transaction,
): Promise<void> {
  const set = Object.keys(columns).map((column) => `${column} = ?`);
  await transaction.run(`UPDATE ${table} SET ${set.join(', ')} WHERE pk = ?`, [
    ...Object.values(columns),
    pk,
  ]);
}

async function insertCheckpoints(
  { pk, workspacePk }: Reference,
  { journey }: DemoShipment,
  transaction: Transaction,
): Promise<void> {
  const rows = journey.reports.map(({ at, info, location, rel, status }) => {
    return [randomUUID(), workspacePk, pk, at, info, location, rel, status, at];
  });
  if (rows.length === 0) return;
  await transaction.run(
    'INSERT INTO checkpoints (id, workspacePk, shipmentPk, checkpointDate, info, location, rel, status, createdAt) ' +
      `VALUES ${rows.map(() => '(?, ?, ?, ?, ?, ?, ?, ?, ?)').join(', ')}`,
    rows.flat(),
  );
}
