import { and, condition, type Condition } from '../../core/metadata/condition.js';
import { orderResource } from '../../modules/orders/order.resource.js';
import { shipmentResource } from '../../modules/shipments/shipment.resource.js';
import type { Columns, ReadRows } from '../../core/store/rows.js';
import { ambiguousShipment, invalid, mismatch, orderNotFound, shipmentNotFound } from './errors.js';
import { namedOrder, type OrderNames, orderNamesIn, ordersNumbered } from './find-order.js';
import { shipmentPkIn } from './increment-id.js';
import { hasOrderNumber, isOfOrder, isShipment } from './shipment-list.js';
import type { RequestParams } from './request-params.js';

/** How a request names a shipment: by its own key or number, or by its order's. */
export interface ShipmentNames extends OrderNames {
  readonly shipmentPk: number | undefined;
}

/** @throws BadInput when there is no name at all, or two that do not match. */
export function shipmentNamesIn(values: RequestParams, byOrder: boolean): ShipmentNames {
  const pk = values.key('shipment_id', 'id', 'entity_id');
  const number = values.text('increment_id');
  const numbered = number === undefined ? undefined : (shipmentPkIn(number) ?? 0);
  if (pk !== undefined && numbered !== undefined && pk !== numbered)
    throw mismatch('shipment_id', 'increment_id');
  const order = byOrder ? orderNamesIn(values) : { orderId: undefined, orderNumber: undefined };
  const shipmentPk = pk ?? numbered;
  const isNamed = [shipmentPk, order.orderId, order.orderNumber].some((each) => each !== undefined);
  if (!isNamed) throw invalid('shipment_id');
  return { shipmentPk, ...order };
}

/**
 * The shipment that is named, or the only one of the order that is named.
 * @throws NotFound, BadInput when the order has several, or the names do not match.
 */
export async function findShipment(names: ShipmentNames, storePk: number, rows: ReadRows): Promise<Columns> {
  const { shipmentPk } = names;
  const ofOrder = await isOfNamedOrder(names, storePk, rows);
  if (shipmentPk === undefined) {
    const [shipment, another] = await rows(shipmentResource, and([isShipment, ofOrder]));
    if (another) throw ambiguousShipment();
    return shipment ?? (await nothingShipped(names, rows));
  }
  const own = and([isShipment, condition('t.pk = ?', shipmentPk)]);
  const [shipment] = await rows(shipmentResource, own);
  if (!shipment) throw shipmentNotFound();
  const [same] = await rows(shipmentResource, and([own, ofOrder]));
  if (!same) throw mismatch('The shipment', 'the order');
  return shipment;
}

/** Shipments may have the number of an order that is not there. @throws NotFound, BadInput. */
async function isOfNamedOrder(names: OrderNames, storePk: number, rows: ReadRows): Promise<Condition> {
  const { orderId, orderNumber } = names;
  if (orderId !== undefined) {
    const order = namedOrder(await rows(orderResource, condition('t.pk = ?', orderId)), names);
    return isOfOrder(order.pk);
  }
  return orderNumber === undefined ? and([]) : hasOrderNumber(orderNumber, storePk);
}

async function nothingShipped({ orderId, orderNumber = '' }: OrderNames, rows: ReadRows): Promise<never> {
  const isThere = orderId !== undefined || (await ordersNumbered(orderNumber, rows)).length > 0;
  throw isThere ? shipmentNotFound() : orderNotFound();
}
