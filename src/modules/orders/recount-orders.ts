import { isIn } from '../../core/metadata/condition.js';
import type { AfterWrite, BeforeWrite } from '../../core/metadata/resource.js';
import { readBatch, type Transaction, unitKey } from '../../core/metadata/transaction.js';
import { newRow, updateRow } from '../../core/store/row-changes.js';
import type { ColumnsOf } from '../../core/store/rows.js';
import { Order } from './order.entity.js';
import { selectList, sqlNames } from '../../core/database/sql-names.js';
import { OrderItem } from './order-items/order-item.entity.js';
import { ShipmentOrder } from '../shipments/shipment-order.entity.js';
import { Shipment } from '../shipments/shipment.entity.js';

const ordersTable = sqlNames(Order);
const o = sqlNames(Order, 'o');
const i = sqlNames(OrderItem, 'i');
const l = sqlNames(ShipmentOrder, 'l');
const s = sqlNames(Shipment, 's');

/** An order, with its number where somebody has read it. */
interface HeldOrder {
  readonly pk: number;
  readonly orderNumber?: string | null;
}

/** The orders that a unit holds, by their keys. */
const LOCKED_ORDERS = unitKey(() => new Map<number, HeldOrder>());

/** Holds orders until the unit ends; whoever changes what an order counts takes it first, in the order of their keys. */
export async function lockOrders(pks: readonly number[], transaction: Transaction): Promise<void> {
  transaction.claim('orders', pks);
  const held = transaction.get(LOCKED_ORDERS);
  const missing = pks.filter((pk) => !held.has(pk) && !newRow(Order, pk, transaction));
  if (missing.length > 0) await lockedOrders(missing, transaction);
}

/** Orders with their numbers, held until the unit ends, in the order of their keys. */
export async function lockedOrders(
  pks: readonly number[],
  transaction: Transaction,
): Promise<readonly Required<HeldOrder>[]> {
  transaction.claim('orders', pks);
  const held = transaction.get(LOCKED_ORDERS);
  const known = pks.flatMap((pk) => held.get(pk) ?? []).filter(isNumbered);
  if (known.length === pks.length) return known.sort((one, other) => one.pk - other.pk);
  const orders = await transaction.batch(LOCK_ORDERS, pks);
  markOrdersLocked(orders, transaction);
  return orders;
}

const LOCK_ORDERS = readBatch(async (lists: readonly (readonly number[])[], transaction) => {
  const where = isIn('pk', [...new Set(lists.flat())]);
  const orders = await transaction.rows<Required<HeldOrder>>(
    `SELECT ${ordersTable.pk}, ${ordersTable.orderNumber}
      FROM ${ordersTable.table}
      WHERE ${where.sql}
      ORDER BY ${ordersTable.pk}${transaction.dialect.forUpdate}`,
    where.params,
  );
  if (lists.length === 1) return [orders];
  const byPk = new Map(orders.map((order) => [order.pk, order]));
  return lists.map((pks) =>
    [...new Set(pks)].flatMap((pk) => byPk.get(pk) ?? []).sort((one, other) => one.pk - other.pk),
  );
});

const isNumbered = (order: HeldOrder): order is Required<HeldOrder> => order.orderNumber !== undefined;

/** The unit has locked these orders with a query of its own. */
export function markOrdersLocked(orders: readonly HeldOrder[], transaction: Transaction): void {
  transaction.claim(
    'orders',
    orders.map(({ pk }) => pk),
  );
  const held = transaction.get(LOCKED_ORDERS);
  for (const order of orders) held.set(order.pk, { ...held.get(order.pk), ...order });
}

/** Whoever changes an order's number has it read again. */
export function orderIsRenumbered(pk: number, transaction: Transaction): void {
  const held = transaction.get(LOCKED_ORDERS);
  if (held.has(pk)) held.set(pk, { pk });
}

/**
 * Brings what an order tells of its items and shipments up to date, once, at the end of the unit: `fulfillmentStatus`
 * (fulfilled when no item waits, partial when some do) and `shipmentsWithoutTrackingCount`.
 */
export function recountOrder(orderPk: number, transaction: Transaction): void {
  transaction.beforeCommit(`order ${orderPk}`, async () => {
    await lockOrders([orderPk], transaction);
    const order = await transaction.batch(COUNTS, orderPk);
    if (!order) return;
    const follow = transaction.get(FOLLOWERS).get(orderPk);
    transaction.get(FOLLOWERS).delete(orderPk);
    if (!(await follow?.(order.row, order.counts)))
      await updateRow(Order, order.row, order.counts, transaction);
  });
}

/** Writes an order's counts together with what follows from them; false where nothing follows, and nothing was written. */
export type CountsFollower = (order: ColumnsOf<Order>, counts: OrderCounts) => Promise<boolean>;

/** By the keys of the orders. */
const FOLLOWERS = unitKey(() => new Map<number, CountsFollower>());

/** The next time that this unit counts an order, `follow` may write the counts, so that the order is written once. */
export function followCounts(orderPk: number, transaction: Transaction, follow: CountsFollower): void {
  transaction.get(FOLLOWERS).set(orderPk, follow);
}

/** What an order's items and shipments come to. */
export type OrderCounts = Pick<Order, 'fulfillmentStatus' | 'shipmentsWithoutTrackingCount'>;

interface CountedOrder {
  /** The order as it is. */
  readonly row: ColumnsOf<Order>;
  readonly counts: OrderCounts;
}

interface CountedAnew {
  readonly countedStatus: Order['fulfillmentStatus'];
  readonly withoutTracking: number;
}

const COUNTS = readBatch(async (pks: readonly number[], transaction) => {
  const where = isIn(o.pk, pks);
  const orders = await transaction.rows<ColumnsOf<Order> & CountedAnew>(
    `SELECT ${selectList(Order, 'o')}, (
        SELECT CASE WHEN COALESCE(SUM(${i.fulfilledQty}), 0) = 0 THEN 'not_fulfilled'
          WHEN SUM(CASE WHEN ${i.fulfilledQty} < ${i.qty} THEN 1 ELSE 0 END) = 0 THEN 'fulfilled' ELSE 'partial' END
        FROM ${i.table} WHERE ${i.orderPk} = ${o.pk}) AS countedStatus, (
        SELECT COUNT(*) FROM ${l.table} JOIN ${s.table} ON ${s.pk} = ${l.shipmentPk}
        WHERE ${l.orderPk} = ${o.pk} AND ${s.trackingNumber} IS NULL AND ${s.sharedNumber} IS NULL) AS withoutTracking
      FROM ${o.table} WHERE ${where.sql}`,
    where.params,
  );
  const counted = orders.map(({ countedStatus, withoutTracking, ...row }): [number, CountedOrder] => [
    row.pk,
    {
      row: row,
      counts: { fulfillmentStatus: countedStatus, shipmentsWithoutTrackingCount: Number(withoutTracking) },
    },
  ]);
  const byPk = new Map(counted);
  return pks.map((pk) => byPk.get(pk));
});

/** A new order has nothing in shipments. */
export const startsUnfulfilled: BeforeWrite<Order> = ({ kind, after }) => {
  if (kind === 'create') after.fulfillmentStatus = 'not_fulfilled';
};

/** Nobody else sees a new order until the unit ends. */
export const newOrderIsHeld: AfterWrite<Order> = ({ kind, after }, transaction) => {
  if (kind === 'create' && after) markOrdersLocked([{ pk: after.pk }], transaction);
};
