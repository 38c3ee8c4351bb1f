import { type ColumnPath, type Entity, sqlNames } from '../core/database/sql-names.js';
import { condition } from '../core/metadata/condition.js';
import { toMilliseconds, toStored } from '../core/metadata/datetime.js';
import type { Reference } from '../core/metadata/resource.js';
import type { Transaction } from '../core/metadata/transaction.js';
import { heldRow, heldRows, recordRow, recordUnknown, updateRow } from '../core/store/row-changes.js';
import { OrderItem } from '../modules/orders/order-items/order-item.entity.js';
import { Order } from '../modules/orders/order.entity.js';
import { Checkpoint } from '../modules/shipments/checkpoints/checkpoint.entity.js';
import { ShipmentItem } from '../modules/shipments/shipment-items/shipment-item.entity.js';
import { Shipment } from '../modules/shipments/shipment.entity.js';
import { Workspace } from '../modules/workspaces/workspace.entity.js';
import { applyToShipment } from '../modules/tracking/apply-updates.js';
import { TransitLimits } from '../config/transit-limits.js';
import type { DemoOrder, DemoShipment } from './orders.js';
import type { Shop } from './shops.js';

const shipments = sqlNames(Shipment);
const orderItems = sqlNames(OrderItem);
const shipmentItems = sqlNames(ShipmentItem);
const o = sqlNames(Order, 'o');
const s = sqlNames(Shipment, 's');

/**
 * What no request may write: when things happened, and what carriers told. The rows have been written by the store;
 * this is the one place of the demo that changes them with SQL.
 */

const workspaces = sqlNames(Workspace);

/** When the order came, and when its last parcel was packed. */
export async function dateOrder(row: Reference, order: DemoOrder, transaction: Transaction): Promise<void> {
  const touched = order.shipments.at(-1)?.createdAt ?? order.createdAt;
  const columns = { createdAt: toStored(order.createdAt), updatedAt: toStored(touched) };
  await update(Order, row.pk, columns, transaction);
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
  await update(Shipment, row.pk, moments, transaction);
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
  const shipment = await heldRow(Shipment, row.pk, transaction);
  const updatedAt = shipment?.lastStatusUpdate ?? createdAt;
  await transaction.run(
    `UPDATE ${shipments.table} SET ${shipments.updatedAt} = ? WHERE ${shipments.pk} = ?`,
    [updatedAt, row.pk],
  );
  if (shipment) recordRow(Shipment, { before: shipment, after: { ...shipment, updatedAt } }, transaction);
  for (const before of await heldRows(Checkpoint, condition('shipmentPk = ?', row.pk), transaction))
    await updateRow(Checkpoint, before, { createdAt: before.checkpointDate }, transaction);
}

/** Items are as old as what they are in. */
export async function dateItems(transaction: Transaction): Promise<void> {
  const { table: items } = orderItems;
  const { table: parts } = shipmentItems;
  const ordered = `(SELECT ${o.createdAt} FROM ${o.table} WHERE ${o.pk} = ${items}.${orderItems.orderPk})`;
  const packed = `(SELECT ${s.createdAt} FROM ${s.table} WHERE ${s.pk} = ${parts}.${shipmentItems.shipmentPk})`;
  await transaction.run(
    `UPDATE ${items} SET ${orderItems.createdAt} = ${ordered}, ${orderItems.updatedAt} = ${ordered}`,
  );
  await transaction.run(
    `UPDATE ${parts} SET ${shipmentItems.createdAt} = ${packed}, ${shipmentItems.updatedAt} = ${packed}`,
  );
  for (const { workspacePk } of await transaction.rows<{ workspacePk: number }>(
    `SELECT ${workspaces.pk} AS workspacePk FROM ${workspaces.table} ORDER BY ${workspaces.pk}`,
  )) {
    recordUnknown(OrderItem, workspacePk, transaction);
    recordUnknown(ShipmentItem, workspacePk, transaction);
  }
}

async function update<E>(
  entity: Entity<E>,
  pk: number,
  columns: { readonly [P in ColumnPath<E>]?: string },
  transaction: Transaction,
): Promise<void> {
  const before = await heldRow(entity, pk, transaction);
  if (before) await updateRow(entity, before, columns, transaction);
}
