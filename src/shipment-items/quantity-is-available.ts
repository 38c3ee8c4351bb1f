import { lockOrders, recountOrder } from '../orders/orders-are-recounted.js';
import type { OrderItem } from '../order-items/order-item.entity.js';
import { isIn } from '../resource/condition.js';
import type { Effect, Rule } from '../resource/resource.js';
import type { Transaction } from '../resource/transaction.js';
import { CODE } from '../resource/violation.js';
import type { ShipmentItem } from './shipment-item.entity.js';

type Counted = Pick<OrderItem, 'pk' | 'qty' | 'fulfilledQty' | 'orderPk'>;

/** The order items with their orders, held until the unit ends: the orders first, each in the order of their keys. */
async function lock(pks: readonly number[], transaction: Transaction): Promise<Counted[]> {
  const where = isIn('pk', [...new Set(pks)]);
  const items = `FROM order_items WHERE ${where.sql}`;
  const orders = await transaction.rows<{ orderPk: number }>(
    `SELECT DISTINCT orderPk ${items}`,
    where.params,
  );
  await lockOrders(
    orders.map((each) => each.orderPk),
    transaction,
  );
  return transaction.rows<Counted>(
    `SELECT pk, qty, fulfilledQty, orderPk ${items} ORDER BY pk${transaction.dialect.forUpdate}`,
    where.params,
  );
}

const keysOf = (...items: (ShipmentItem | undefined)[]): number[] =>
  items.flatMap((item) => (item ? [item.orderItemPk] : []));

/**
 * No more is shipped than was ordered: `qty` is at most `orderItem.qty - orderItem.fulfilledQty`, the item's own old
 * quantity counted back. The order item's row is locked, so this holds between parallel requests of all processes.
 */
export const quantityIsAvailable: Rule<ShipmentItem> = async ({ before, after }, transaction) => {
  const unchanged = before?.orderItemPk === after?.orderItemPk && before?.qty === after?.qty;
  if (unchanged) return [];
  const items = await lock(keysOf(before, after), transaction);
  const item = items.find((each) => each.pk === after?.orderItemPk);
  if (!after || !item) return [];
  const own = before?.orderItemPk === after.orderItemPk ? before.qty : 0;
  const available = item.qty - item.fulfilledQty + own;
  if (after.qty <= available) return [];
  return [
    {
      propertyPath: 'qty',
      message: `This value should be ${available} or less: no more of the order item is available.`,
      code: CODE.quantity,
      payload: { availableQty: available },
    },
  ];
};

/** `fulfilledQty` of the order items, and with it the orders' fulfilment, follow what is in shipments. */
export const fulfilledQuantityFollows: Effect<ShipmentItem> = async ({ before, after }, transaction) => {
  const differences = new Map<number, number>();
  const add = (item: ShipmentItem | undefined, sign: number): void => {
    if (item) differences.set(item.orderItemPk, (differences.get(item.orderItemPk) ?? 0) + sign * item.qty);
  };
  add(before, -1);
  add(after, 1);
  for (const [pk, difference] of differences) {
    if (difference === 0) continue;
    await transaction.run('UPDATE order_items SET fulfilledQty = fulfilledQty + ? WHERE pk = ?', [
      difference,
      pk,
    ]);
    const [item] = await transaction.rows<Counted>('SELECT orderPk FROM order_items WHERE pk = ?', [pk]);
    if (item) recountOrder(item.orderPk, transaction);
  }
};
