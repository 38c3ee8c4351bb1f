import { randomUUID } from 'node:crypto';
import type { PoolConnection, ResultSetHeader, RowDataPacket } from 'mysql2/promise';
import { foldValue } from '../src/core/metadata/fold.js';
import { joinOrderNumbers } from '../src/modules/shipments/order-numbers.field.js';
import { partsOf } from '../src/modules/shipments/tracking-number-parts.js';
import { addressColumns } from './limit-json.js';

/** The limit's transactions: the statements that the rules need, with the locks that Waybill takes. */

export type Body = Readonly<Record<string, string>>;

const DAY = 86_400_000;

export const stored = (at: number): string =>
  new Date(at).toISOString().replace('T', ' ').replace('Z', '000');
export const idIn = (iri = ''): string => iri.slice(iri.lastIndexOf('/') + 1);

type Columns = Readonly<Record<string, number>>;
const first = async (on: PoolConnection, sql: string, values: unknown[]): Promise<Columns> =>
  (await on.query<RowDataPacket[]>(sql, values))[0][0] as Columns;
const write = async (on: PoolConnection, sql: string, values: unknown[]): Promise<number> =>
  (await on.query<ResultSetHeader>(sql, values))[0].insertId;

/** A shipment of a body as a row. */
export function shipmentRow(body: Body, now: string): Readonly<Record<string, unknown>> {
  const { address, orderNumbers } = body as unknown as { address: Body; orderNumbers: string[] };
  return {
    id: randomUUID(),
    trackingNumber: body.trackingNumber,
    trackingStatus: 'no_info',
    originCarrier: body.originCarrier,

    orderNumbers: joinOrderNumbers(orderNumbers),
    email: body.email,
    emailFolded: foldValue(body.email ?? '', 255),

    trackedSince: now,
    nextCheckAt: now,
    sweepAt: stored(Date.now() + 30 * DAY),
    createdAt: now,
    updatedAt: now,
    ...addressColumns('address', address),
  };
}

/** One number belongs to one shipment of a workspace: the unique index says so. @returns the new id. */
export async function insertShipment(on: PoolConnection, body: Body): Promise<string> {
  const { orderNumbers } = body as unknown as { orderNumbers: string[] };
  const row = shipmentRow(body, stored(Date.now()));
  const workspace = await first(on, 'SELECT pk FROM workspaces WHERE id = ?', [idIn(body.workspace)]);
  const pk = await write(on, 'INSERT INTO shipments SET workspacePk = ?, ?', [workspace.pk, row]);
  const numbers = orderNumbers.map((number, at) => [pk, number, workspace.pk, at]);
  await write(on, 'INSERT INTO shipment_order_numbers (shipmentPk, number, workspacePk, position) VALUES ?', [
    numbers,
  ]);
  const parts = (partsOf(body.trackingNumber ?? '') ?? []).map((part) => [workspace.pk, part, pk]);
  await write(on, 'INSERT INTO tracking_number_parts (workspacePk, part, shipmentPk) VALUES ?', [parts]);
  const [orders] = await on.query<RowDataPacket[]>(
    'SELECT pk FROM orders WHERE workspacePk = ? AND orderNumberFolded IN (?) FOR UPDATE',
    [workspace.pk, orderNumbers.map((number) => foldValue(number, 255))],
  );
  if (orders.length > 0)
    await write(on, 'INSERT INTO shipment_orders (shipmentPk, orderPk) VALUES ?', [
      orders.map((order) => [pk, order.pk as number]),
    ]);
  return row.id as string;
}

/** No more is shipped than was ordered, counted under the locks of the order and its item. @returns the JSON-LD. */
export async function insertShipmentItem(on: PoolConnection, body: Body): Promise<string> {
  const { shipment, orderItem, qty } = body;
  const [id, now] = [randomUUID(), stored(Date.now())];
  const of = await first(on, 'SELECT pk, workspacePk FROM shipments WHERE id = ?', [idIn(shipment)]);
  const { pk, orderPk } = await first(on, 'SELECT pk, orderPk FROM order_items WHERE id = ?', [
    idIn(orderItem),
  ]);
  await first(on, 'SELECT pk FROM orders WHERE pk = ? FOR UPDATE', [orderPk]);
  const item = await first(on, 'SELECT qty, fulfilledQty FROM order_items WHERE pk = ? FOR UPDATE', [pk]);
  const available = Number(item.qty) - Number(item.fulfilledQty);
  if (available < Number(qty)) throw new Error(`This value should be ${available} or less.`);
  await write(on, 'INSERT INTO shipment_items SET ?', [
    {
      id,
      workspacePk: of.workspacePk,
      shipmentPk: of.pk,
      orderItemPk: pk,
      qty,
      createdAt: now,
      updatedAt: now,
    },
  ]);
  await write(on, 'UPDATE order_items SET fulfilledQty = fulfilledQty + ? WHERE pk = ?', [qty, pk]);
  await write(
    on,
    `UPDATE orders SET fulfillmentStatus = (
      SELECT CASE WHEN SUM(fulfilledQty) = 0 THEN 'not_fulfilled' WHEN SUM(fulfilledQty < qty) = 0 THEN 'fulfilled'
        ELSE 'partial' END FROM order_items WHERE orderPk = orders.pk) WHERE pk = ?`,
    [orderPk],
  );
  return JSON.stringify({
    '@context': '/contexts/ShipmentItem',
    '@id': `/shipment_items/${id}`,
    '@type': 'ShipmentItem',
    shipment,

    orderItem,
    qty,
    externalSourceSyncId: null,
    externalSourceIntegration: null,

    fulfillmentIntegration: null,
    fulfillmentSyncId: null,
    id,
  });
}
