import { orderResource } from '../../../modules/orders/order.resource.js';
import { and, condition, isIn, type Condition } from '../../../core/metadata/condition.js';
import { NotFound } from '../../../core/metadata/errors.js';
import type { Resource } from '../../../core/metadata/resource.js';
import { shipmentItemResource } from '../../../modules/shipments/shipment-items/shipment-item.resource.js';
import type { ShipmentItem } from '../../../modules/shipments/shipment-items/shipment-item.entity.js';
import type { ReadRows } from '../../../core/store/rows.js';
import { IS_OWN_PARCEL } from './additional-tracking-numbers.js';
import type { OrderRow, ShipmentRow } from '../../shared/rows.js';

/** The order with this integer. @throws NotFound. */
export async function orderWith(pk: number, read: ReadRows): Promise<OrderRow> {
  const [order] = await read(orderResource, condition('t.pk = ?', pk));
  if (!order) throw new NotFound();
  return order;
}

/** Shipments that carry something of an order, over the table `t`. */
export const ofOrder = (order: OrderRow): Condition =>
  condition(
    `t.pk IN (SELECT l.shipmentPk FROM shipment_orders l WHERE l.orderPk = ?) AND ${IS_OWN_PARCEL}`,
    order.pk,
  );

/** Shipments that this surface has: those of any order. */
export const OF_ANY_ORDER: Condition = condition(
  `EXISTS (SELECT 1 FROM shipment_orders l WHERE l.shipmentPk = t.pk) AND ${IS_OWN_PARCEL}`,
);

/** What is in shipments of an order; parcels may carry something of other orders as well. */
export const itemsOf = (
  shipments: readonly ShipmentRow[],
  order: OrderRow,
): [Resource<ShipmentItem>, Condition] => [
  shipmentItemResource,
  and([
    isIn(
      't.shipmentPk',
      shipments.map(({ pk }) => pk),
    ),
    condition(
      't.qty > 0 AND t.orderItemPk IN (SELECT i.pk FROM order_items i WHERE i.orderPk = ?)',
      order.pk,
    ),
  ]),
];
