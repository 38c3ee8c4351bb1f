import { condition } from '../../core/metadata/condition.js';
import type { Transaction } from '../../core/metadata/transaction.js';
import type { Writer } from '../../core/store/writer.js';
import { orderItemsAreHeld } from '../../modules/orders/order-items/held-order-items.js';
import { orderItemResource } from '../../modules/orders/order-items/order-item.resource.js';
import { markOrdersLocked } from '../../modules/orders/recount-orders.js';
import { orderResource } from '../../modules/orders/order.resource.js';
import type { OrderItemRow, OrderRow } from './rows.js';

/** An order that a unit of work holds, with its items. */
export interface HeldOrder {
  readonly order: OrderRow;
  readonly orderItems: readonly OrderItemRow[];
}

/**
 * An order with its items, held until the unit ends, so that requests which ship the same come one after the other: the
 * items first, as whoever ships a single one takes them. Undefined when the caller has no such order.
 */
export async function holdOrder(
  pk: number,
  writer: Writer,
  transaction: Transaction,
): Promise<HeldOrder | undefined> {
  const orderItems = await writer.find(orderItemResource, condition('t.orderPk = ?', pk));
  const [order] = await writer.find(orderResource, condition('t.pk = ?', pk));
  if (!order) return undefined;
  markOrdersLocked([order], transaction);
  orderItemsAreHeld(orderItems, transaction);
  return { order, orderItems };
}
