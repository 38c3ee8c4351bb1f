import { orderResource } from '../../modules/orders/order.resource.js';
import { isIn } from '../../core/metadata/condition.js';
import { foldValue } from '../../core/metadata/fold.js';
import { normaliseOrderNumber } from '../../modules/shipments/order-numbers.field.js';
import type { ReadRows } from '../../core/store/rows.js';
import { ambiguousOrder, mismatch, orderNotFound } from './errors.js';
import type { OrderRow } from '../shared/rows.js';
import type { RequestParams } from './request-params.js';

/** How a request names an order: by its key, by its number, or by both. */
export interface OrderNames {
  readonly orderId: number | undefined;
  readonly orderNumber: string | undefined;
}

/** @throws BadInput. */
export const orderNamesIn = (values: RequestParams): OrderNames => ({
  orderId: values.key('order_id'),
  orderNumber: values.text('order_increment_id'),
});

/** The key of the order that is named, which may be nobody's. @throws NotFound, BadInput when the number is that of several. */
export async function orderPkOf({ orderId, orderNumber = '' }: OrderNames, rows: ReadRows): Promise<number> {
  if (orderId !== undefined) return orderId;
  const [order, another] = await ordersNumbered(orderNumber, rows);
  if (!order) throw orderNotFound();
  if (another) throw ambiguousOrder();
  return order.pk;
}

/** The order that is named, among those with its key. @throws NotFound, BadInput when the names do not match. */
export function namedOrder([order]: readonly OrderRow[], { orderNumber }: OrderNames): OrderRow {
  if (!order) throw orderNotFound();
  if (orderNumber !== undefined && !isNumbered(order, orderNumber))
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
