import { and, condition, type Condition } from '../../core/metadata/condition.js';
import { orderResource } from '../../modules/orders/order.resource.js';
import { shipmentResource } from '../../modules/shipments/shipment.resource.js';
import type { ReadRows } from '../../core/store/rows.js';
import type { ShipmentRow } from '../shared/rows.js';
import type { OrderReference, ShipmentReference } from './dto/references.js';
import { ambiguousShipment, mismatch, orderNotFound, shipmentNotFound } from './errors.js';
import { namedOrder, ordersNumbered } from './find-order.js';
import { hasOrderNumber, isOfOrder, isShipment } from './shipment.filters.js';

/**
 * The shipment that is named, or the only one of the order that is named.
 * @throws NotFound, BadInput when the order has several, or the names do not match.
 */
export async function findShipment(
  names: ShipmentReference,
  storePk: number,
  rows: ReadRows,
): Promise<ShipmentRow> {
  const shipmentPk = names.shipment_id ?? names.increment_id;
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
async function isOfNamedOrder(names: OrderReference, storePk: number, rows: ReadRows): Promise<Condition> {
  const { order_id, order_increment_id } = names;
  if (order_id !== undefined) {
    const order = namedOrder(await rows(orderResource, condition('t.pk = ?', order_id)), names);
    return isOfOrder(order.pk);
  }
  return order_increment_id === undefined ? and([]) : hasOrderNumber(order_increment_id, storePk);
}

async function nothingShipped(
  { order_id, order_increment_id = '' }: OrderReference,
  rows: ReadRows,
): Promise<never> {
  const isThere = order_id !== undefined || (await ordersNumbered(order_increment_id, rows)).length > 0;
  throw isThere ? shipmentNotFound() : orderNotFound();
}
