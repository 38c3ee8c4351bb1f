import { orderResource } from '../../modules/orders/order.resource.js';
import { condition, isIn } from '../../core/metadata/condition.js';
import { foldValue } from '../../core/metadata/fold.js';
import { normaliseOrderNumber } from '../../modules/shipments/order-numbers.field.js';
import type { Columns, ReadRows } from '../../core/store/rows.js';
import { ambiguousOrder, mismatch, orderNotFound } from './errors.js';
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

/** The order that is named. @throws NotFound, BadInput when the names lead to several, or do not match. */
export async function findOrder({ orderId, orderNumber }: OrderNames, rows: ReadRows): Promise<Columns> {
  const found =
    orderId === undefined
      ? await ordersNumbered(orderNumber ?? '', rows)
      : await rows(orderResource, condition('t.pk = ?', orderId));
  const [order, another] = found;
  if (!order) throw orderNotFound();
  if (another) throw ambiguousOrder();
  if (orderNumber !== undefined && !isNumbered(order, orderNumber))
    throw mismatch('order_id', 'order_increment_id');
  return order;
}

/** Orders with a number, compared as shipments compare the numbers of their orders. */
export async function ordersNumbered(number: string, rows: ReadRows): Promise<Columns[]> {
  const folded = [number, normaliseOrderNumber(number)].map((each) => foldValue(each, 255));
  const found = await rows(orderResource, isIn('t.orderNumberFolded', [...new Set(folded)]));
  return found.filter((order) => isNumbered(order, number));
}

const isNumbered = (order: Columns, number: string): boolean =>
  normaliseOrderNumber((order.orderNumber ?? '') as string) === normaliseOrderNumber(number);
