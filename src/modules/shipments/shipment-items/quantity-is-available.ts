import {
  heldOrderItem,
  lockOrderItems,
  orderItemsAreHeld,
} from '../../orders/order-items/held-order-items.js';
import { recountOrder } from '../../orders/recount-orders.js';
import { OrderItem } from '../../orders/order-items/order-item.entity.js';
import { touch } from '../../../core/store/touch.js';
import { isIn } from '../../../core/metadata/condition.js';
import type { AfterWrite, Validator } from '../../../core/metadata/resource.js';
import { writeBatch } from '../../../core/metadata/transaction.js';
import { CODE } from '../../../core/metadata/violation.js';
import type { ShipmentItem } from './shipment-item.entity.js';
import { sqlNames } from '../../../core/database/sql-names.js';

const orderItems = sqlNames(OrderItem);

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
  const items = await lockOrderItems(keysOf(before, after), transaction);
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
    await transaction.batch(ADD_FULFILLED, { pk, difference });
    const workspacePk = (after ?? before)?.workspacePk ?? 0;
    touch<OrderItem>('order_items', { pk, workspacePk }, ['fulfilledQty'], transaction);
    // the validator has locked it, because its quantity changes
    const held = heldOrderItem(pk, transaction);
    if (!held) continue;
    orderItemsAreHeld([{ ...held, fulfilledQty: held.fulfilledQty + difference }], transaction);
    recountOrder(held.orderPk, transaction);
  }
};

interface Fulfilled {
  readonly pk: number;
  readonly difference: number;
}

const ADD_FULFILLED = writeBatch(async (all: readonly Fulfilled[], transaction) => {
  const [first] = all;
  const { fulfilledQty, pk: key, table } = orderItems;
  if (first && all.length === 1)
    await transaction.run(`UPDATE ${table} SET ${fulfilledQty} = ${fulfilledQty} + ? WHERE ${key} = ?`, [
      first.difference,
      first.pk,
    ]);
  else {
    const those = isIn(
      key,
      all.map(({ pk }) => pk),
    );
    const cases = all.map(() => 'WHEN ? THEN ?').join(' ');
    await transaction.run(
      `UPDATE ${table} SET ${fulfilledQty} = ${fulfilledQty} + CASE ${key} ${cases} END WHERE ${those.sql}`,
      [...all.flatMap(({ pk, difference }) => [pk, difference]), ...those.params],
    );
  }
  return all.map(() => undefined);
});
