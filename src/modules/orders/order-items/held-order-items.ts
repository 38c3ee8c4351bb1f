import { isIn } from '../../../core/metadata/condition.js';
import { readBatch, type Transaction, unitKey } from '../../../core/metadata/transaction.js';
import { markOrdersLocked } from '../recount-orders.js';
import { OrderItem } from './order-item.entity.js';
import { selectList, sqlNames } from '../../../core/database/sql-names.js';
import type { ColumnsOf } from '../../../core/store/rows.js';
import { Order } from '../order.entity.js';

const i = sqlNames(OrderItem, 'i');
const o = sqlNames(Order, 'o');

/** A whole order item, as the unit has it. */
export type HeldOrderItem = ColumnsOf<OrderItem>;

/** The order items that a unit holds together with their orders, as they are now, by their keys. */
const HELD_ITEMS = unitKey(() => new Map<number, HeldOrderItem>());

/** The unit has locked these order items, and their orders, with queries of its own. */
export function orderItemsAreHeld(items: readonly HeldOrderItem[], transaction: Transaction): void {
  const held = transaction.get(HELD_ITEMS);
  for (const item of items) held.set(item.pk, item);
}

/** Order items, held with their orders until the unit ends. */
export async function lockOrderItems(
  pks: readonly number[],
  transaction: Transaction,
): Promise<readonly HeldOrderItem[]> {
  const held = transaction.get(HELD_ITEMS);
  const missing = [...new Set(pks)].filter((pk) => !held.has(pk));
  if (missing.length > 0) {
    const items = await transaction.batch(LOCK_ITEMS, missing);
    orderItemsAreHeld(items, transaction);
    markOrdersLocked(
      items.map(({ orderPk }) => ({ pk: orderPk })),
      transaction,
    );
  }
  const items = pks.flatMap((pk) => held.get(pk) ?? []);
  transaction.claim(
    'orders',
    items.map(({ orderPk }) => orderPk),
  );
  return items;
}

const LOCK_ITEMS = readBatch(async (lists: readonly (readonly number[])[], transaction) => {
  const where = isIn(i.pk, [...new Set(lists.flat())]);
  const items = await transaction.rows<HeldOrderItem>(
    `SELECT ${selectList(OrderItem, 'i')}
      FROM ${i.table} JOIN ${o.table} ON ${o.pk} = ${i.orderPk} WHERE ${where.sql} ORDER BY ${i.pk}${transaction.dialect.forUpdate}`,
    where.params,
  );
  const byPk = new Map(items.map((item) => [item.pk, item]));
  return lists.map((pks) => pks.flatMap((pk) => byPk.get(pk) ?? []));
});

/** An order item that this unit has locked. */
export const heldOrderItem = (pk: number, transaction: Transaction): HeldOrderItem | undefined =>
  transaction.get(HELD_ITEMS).get(pk);

/** Whoever writes an order item itself has it read again. */
export const orderItemIsWritten = (pk: number, transaction: Transaction): void =>
  void transaction.get(HELD_ITEMS).delete(pk);
