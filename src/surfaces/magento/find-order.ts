import { orderResource } from '../../modules/orders/order.resource.js';
import { isIn } from '../../core/metadata/condition.js';
import { foldValue } from '../../core/metadata/fold.js';
import { normaliseOrderNumber } from '../../modules/shipments/order-numbers.field.js';
import type { ReadRows } from '../../core/store/rows.js';
import type { OrderRow } from '../shared/rows.js';
import type { OrderReference } from './dto/references.js';
import { ambiguousOrder, mismatch, orderNotFound } from './errors.js';

/** The key of the order that is named, which may be nobody's. @throws NotFound, BadInput when the number is that of several. */
export async function orderPkOf(
  { order_id, order_increment_id = '' }: OrderReference,
  rows: ReadRows,
): Promise<number> {
  if (order_id !== undefined) return order_id;
  const [order, another] = await ordersNumbered(order_increment_id, rows);
  if (!order) throw orderNotFound();
  if (another) throw ambiguousOrder();
  return order.pk;
}

/** The order that is named, among those with its key. @throws NotFound, BadInput when the names do not match. */
export function namedOrder([order]: readonly OrderRow[], { order_increment_id }: OrderReference): OrderRow {
  if (!order) throw orderNotFound();
  if (order_increment_id !== undefined && !isNumbered(order, order_increment_id))
    throw mismatch('order_id', 'order_increment_id');
  return order;
}

/** Orders with a number, compared as shipments compare the numbers of their orders. */
export async function ordersNumbered(number: string, rows: ReadRows): Promise<OrderRow[]> {
  const folded = [number, normaliseOrderNumber(number)].map((each) => foldValue(each, 255));
  const found = await rows(orderResource, isIn('t.orderNumberFolded', [...new Set(folded)]));
  return found.filter((order) => isNumbered(order, number));
}

const isNumbered = (order: OrderRow, number: string): boolean =>
  normaliseOrderNumber(order.orderNumber ?? '') === normaliseOrderNumber(number);
