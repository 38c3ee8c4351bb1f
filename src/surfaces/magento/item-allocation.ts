import type { OrderItemRow } from '../shared/rows.js';
import type { RequestedItem } from './dto/requested-item.dto.js';
import { cannotShip, invalidItem } from './errors.js';

/** How many of an order item go into a shipment. */
export interface AllocatedItem {
  readonly orderItem: OrderItemRow;
  readonly qty: number;
}

/**
 * Takes what is requested from the items of an order, in the order of their keys. A SKU of several items takes the first
 * ones until its quantity is reached, after those that are named by key.
 * @throws BadInput when nothing is left, or one is not in the order, or more is requested than is left.
 */
export function allocateItems(
  orderItems: readonly OrderItemRow[],
  requested: readonly RequestedItem[] | undefined,
): AllocatedItem[] {
  const left = new Map(orderItems.map((item): [OrderItemRow, number] => [item, leftOf(item)]));
  if (![...left.values()].some((qty) => qty > 0)) throw cannotShip();
  const allocated = new Map<OrderItemRow, number>();
  const take = (item: OrderItemRow, qty: number): number => {
    const taken = Math.min(qty, left.get(item) ?? 0);
    left.set(item, (left.get(item) ?? 0) - taken);
    allocated.set(item, (allocated.get(item) ?? 0) + taken);
    return qty - taken;
  };
  const everything = orderItems.map((item) => ({ order_item_id: item.pk, qty: leftOf(item) }));
  const named = (requested ?? everything).toSorted((a, b) => rankOf(a) - rankOf(b));
  for (const entry of named) {
    const candidates = orderItems.filter((item) => isMeant(item, entry));
    const missing = candidates.reduce((qty, item) => take(item, qty), entry.qty);
    if (candidates.length === 0 || missing > 0) throw invalidItem();
  }
  return [...allocated].filter(([, qty]) => qty > 0).map(([orderItem, qty]) => ({ orderItem, qty }));
}

const leftOf = (item: OrderItemRow): number => Math.max(0, item.qty - item.fulfilledQty);

const rankOf = ({ order_item_id }: Pick<RequestedItem, 'order_item_id'>): number =>
  order_item_id === undefined ? 1 : 0;

const isMeant = (item: OrderItemRow, { order_item_id, sku }: Partial<RequestedItem>): boolean =>
  (order_item_id === undefined || item.pk === order_item_id) &&
  (sku === undefined || (item.productSku ?? '').trim() === sku);
