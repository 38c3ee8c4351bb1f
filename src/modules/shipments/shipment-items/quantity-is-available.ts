import { markOrdersLocked, recountOrder } from '../../orders/recount-orders.js';
import type { OrderItem } from '../../orders/order-items/order-item.entity.js';
import { touch } from '../../../core/store/touch.js';
import { isIn } from '../../../core/metadata/condition.js';
import type { AfterWrite, Validator } from '../../../core/metadata/resource.js';
import { type Transaction, unitKey } from '../../../core/metadata/transaction.js';
import { CODE } from '../../../core/metadata/violation.js';
import type { ShipmentItem } from './shipment-item.entity.js';

type Counted = Pick<OrderItem, 'pk' | 'qty' | 'fulfilledQty' | 'orderPk'>;

/** The orders of the order items that a unit holds, by the items' keys. */
const ORDERS_OF_HELD_ITEMS = unitKey(() => new Map<number, number>());

/** The order items, held with their orders until the unit ends. */
async function lock(pks: readonly number[], transaction: Transaction): Promise<Counted[]> {
  const where = isIn('i.pk', [...new Set(pks)]);
  const items = await transaction.rows<Counted>(
    `SELECT i.pk AS pk, i.qty AS qty, i.fulfilledQty AS fulfilledQty, i.orderPk AS orderPk
      FROM order_items i JOIN orders o ON o.pk = i.orderPk WHERE ${where.sql} ORDER BY i.pk${transaction.dialect.forUpdate}`,
    where.params,
  );
  const orders = transaction.get(ORDERS_OF_HELD_ITEMS);
  for (const { pk, orderPk } of items) orders.set(pk, orderPk);
  markOrdersLocked([...orders.values()], transaction);
  return items;
}

/** The order of an order item that this unit has locked. */
export const orderHeldFor = (orderItemPk: number, transaction: Transaction): number | undefined =>
  transaction.get(ORDERS_OF_HELD_ITEMS).get(orderItemPk);

const keysOf = (...items: (ShipmentItem | undefined)[]): number[] =>
  items.flatMap((item) => (item ? [item.orderItemPk] : []));

/**
 * No more is shipped than was ordered: `qty` is at most `orderItem.qty - orderItem.fulfilledQty`, the item's own old
 * quantity counted back. The order item's row is locked, so this holds between parallel requests of all processes.
 */
export const quantityIsAvailable: Validator<ShipmentItem> = async ({ before, after }, transaction) => {
  const unchanged =
    before?.orderItemPk === after?.orderItemPk &&
    before?.qty === after?.qty &&
    before?.shipmentPk === after?.shipmentPk;
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
export const fulfilledQuantityFollows: AfterWrite<ShipmentItem> = async ({ before, after }, transaction) => {
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
    const workspacePk = (after ?? before)?.workspacePk ?? 0;
    touch<OrderItem>('order_items', { pk, workspacePk }, ['fulfilledQty'], transaction);
    // the validator has locked it, because its quantity changes
    const orderPk = orderHeldFor(pk, transaction);
    if (orderPk !== undefined) recountOrder(orderPk, transaction);
  }
};
