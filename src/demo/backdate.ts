import type { Stored } from '../core/metadata/condition.js';
import { toMilliseconds, toStored } from '../core/metadata/datetime.js';
import type { Reference } from '../core/metadata/resource.js';
import type { Transaction } from '../core/metadata/transaction.js';
import { applyToShipment } from '../modules/tracking/apply-updates.js';
import { TransitLimits } from '../config/transit-limits.js';
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

/** When the parcel was packed, and what carriers have told since. */
export async function trackParcel(
  row: Reference,
  parcel: DemoShipment,
  { shop, order }: { shop: Shop; order: DemoOrder },
  transaction: Transaction,
): Promise<void> {
  const createdAt = toStored(parcel.createdAt);
  const isTracked = parcel.trackingNumber !== null;
  const moments = { createdAt, updatedAt: createdAt, ...(isTracked && { trackedSince: createdAt }) };
  await update('shipments', row.pk, moments, transaction);
  if (!isTracked) return;
  const { reports, expectedDeliveryDate } = parcel.journey;
  const countries = reports.length > 0 && {
    originCountryIso2: shop.country.iso2,
    destinationCountryIso2: order.customer.address.countryIso2,
  };
  const destinationCarrier = parcel.destinationCarrier ?? undefined;
  const news = { checkpoints: reports, expectedDeliveryDate, destinationCarrier, ...countries };
  const now = toMilliseconds(transaction.moment);
  await applyToShipment(row.pk, news, { transaction, limits: new TransitLimits(), now, sweeps: true });
  await transaction.run(
    'UPDATE shipments SET updatedAt = COALESCE(lastStatusUpdate, createdAt) WHERE pk = ?',
    [row.pk],
  );
  await transaction.run('UPDATE checkpoints SET createdAt = checkpointDate WHERE shipmentPk = ?', [row.pk]);
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
