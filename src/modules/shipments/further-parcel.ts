import { addressColumns } from '../addresses/address-columns.js';
import { orderResource } from '../orders/order.resource.js';
import { condition } from '../../core/metadata/condition.js';
import { iriOf } from '../../core/metadata/resource.js';
import type { Columns, ReadRows } from '../../core/store/rows.js';
import { splitOrderNumbers } from './order-numbers.field.js';

/** What the body of a further parcel, which is a shipment of its own without items, has from its shipment. */
export async function furtherParcelOf(shipment: Columns, read: ReadRows): Promise<object> {
  const linked = condition(
    't.pk IN (SELECT l.orderPk FROM shipment_orders l WHERE l.shipmentPk = ?)',
    shipment.pk as number,
  );
  const orders = await read(orderResource, linked);
  return {
    orders: orders.map((order) => iriOf(orderResource, order.id as string)),
    orderNumbers: splitOrderNumbers(shipment.orderNumbers as string),
    email: shipment.email,
    phoneNumber: shipment.phoneNumber,
    address: addressColumns(shipment, 'address'),
  };
}
