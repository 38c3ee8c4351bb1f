import {
  heldOrderItem,
  lockOrderItems,
  orderItemsAreHeld,
} from '../../orders/order-items/held-order-items.js';
import { recountOrder } from '../../orders/recount-orders.js';
import { OrderItem } from '../../orders/order-items/order-item.entity.js';
import { updateRow } from '../../../core/store/row-changes.js';
import type { AfterWrite, Validator } from '../../../core/metadata/resource.js';
import { CODE } from '../../../core/metadata/violation.js';
import type { ShipmentItem } from './shipment-item.entity.js';

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
    // the validator has locked it, because its quantity changes
    const held = heldOrderItem(pk, transaction) ?? (await lockOrderItems([pk], transaction))[0];
    if (!held) continue;
    const set = { fulfilledQty: held.fulfilledQty + difference };
    orderItemsAreHeld([await updateRow(OrderItem, held, set, transaction)], transaction);
    recountOrder(held.orderPk, transaction);
  }
};
