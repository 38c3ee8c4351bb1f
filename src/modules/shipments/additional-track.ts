import { addressColumns } from '../addresses/address-columns.js';
import { orderResource } from '../orders/order.resource.js';
import { condition } from '../../core/metadata/condition.js';
import { iriOf } from '../../core/metadata/resource.js';
import type { ColumnsOf, ReadRows } from '../../core/store/rows.js';
import type { Shipment } from './shipment.entity.js';
import { splitOrderNumbers } from './order-numbers.field.js';
import { sqlNames } from '../../core/database/sql-names.js';
import { ShipmentOrder } from './shipment-order.entity.js';
import { Order } from '../orders/order.entity.js';

const l = sqlNames(ShipmentOrder, 'l');
const t = sqlNames(Order, 't');

/** What the body of a further parcel, which is a shipment of its own without items, has from its shipment. */
export async function additionalTrackBody(shipment: ColumnsOf<Shipment>, read: ReadRows): Promise<object> {
  const linked = condition(
    `${t.pk} IN (SELECT ${l.orderPk} FROM ${l.table} WHERE ${l.shipmentPk} = ?)`,
    shipment.pk,
  );
  const orders = await read(orderResource, linked);
  return {
    orders: orders.map((order) => iriOf(orderResource, order.id)),
    orderNumbers: splitOrderNumbers(shipment.orderNumbers),
    email: shipment.email,
    phoneNumber: shipment.phoneNumber,
    address: addressColumns(shipment, 'address'),
  };
}
