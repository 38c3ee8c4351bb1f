import { orderResource } from '../../../modules/orders/order.resource.js';
import { and, condition, isIn, type Condition } from '../../../core/metadata/condition.js';
import { NotFound } from '../../../core/metadata/errors.js';
import type { Resource } from '../../../core/metadata/resource.js';
import { shipmentItemResource } from '../../../modules/shipments/shipment-items/shipment-item.resource.js';
import type { ShipmentItem } from '../../../modules/shipments/shipment-items/shipment-item.entity.js';
import type { ReadRows } from '../../../core/store/rows.js';
import { IS_OWN_PARCEL } from './additional-tracking-numbers.js';
import type { OrderRow, ShipmentRow } from '../../shared/rows.js';
import { sqlNames } from '../../../core/database/sql-names.js';
import { OrderItem } from '../../../modules/orders/order-items/order-item.entity.js';
import { ShipmentOrder } from '../../../modules/shipments/shipment-order.entity.js';

const l = sqlNames(ShipmentOrder, 'l');
const i = sqlNames(OrderItem, 'i');

/** The order with this integer. @throws NotFound. */
export async function orderWith(pk: number, read: ReadRows): Promise<OrderRow> {
  const [order] = await read(orderResource, condition('t.pk = ?', pk));
  if (!order) throw new NotFound();
  return order;
}

/** Shipments that carry something of an order, over the table `t`. */
export const ofOrder = (order: OrderRow): Condition =>
  condition(
    `t.pk IN (SELECT ${l.shipmentPk} FROM ${l.table} WHERE ${l.orderPk} = ?) AND ${IS_OWN_PARCEL}`,
    order.pk,
  );

/** Shipments that this surface has: those of any order. */
export const OF_ANY_ORDER: Condition = condition(
  `EXISTS (SELECT 1 FROM ${l.table} WHERE ${l.shipmentPk} = t.pk) AND ${IS_OWN_PARCEL}`,
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
      `t.qty > 0 AND t.orderItemPk IN (SELECT ${i.pk} FROM ${i.table} WHERE ${i.orderPk} = ?)`,
      order.pk,
    ),
  ]),
];
