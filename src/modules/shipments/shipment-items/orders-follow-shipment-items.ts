import type { AfterWrite } from '../../../core/metadata/resource.js';
import { unitKey } from '../../../core/metadata/transaction.js';
import { linkOrdersOfItems } from '../link-orders.js';
import { heldOrderItem } from '../../orders/order-items/held-order-items.js';
import type { ShipmentItem } from './shipment-item.entity.js';

/** The orders of which a unit puts something into shipments, by the shipments' keys, until they are linked. */
const ADDED_ORDERS = unitKey(() => new Map<number, Set<number>>());

/** A shipment belongs to the orders of which something is put into it. */
export const ordersFollowShipmentItems: AfterWrite<ShipmentItem> = ({ before, after }, transaction) => {
  const isThere = before?.shipmentPk === after?.shipmentPk && before?.orderItemPk === after?.orderItemPk;
  const orderPk = after && !isThere ? heldOrderItem(after.orderItemPk, transaction)?.orderPk : undefined;
  if (!after || orderPk === undefined) return;
  const { shipmentPk } = after;
  const added = transaction.get(ADDED_ORDERS);
  const waiting = added.get(shipmentPk);
  if (waiting) {
    waiting.add(orderPk);
    return;
  }
  const orderPks = new Set([orderPk]);
  added.set(shipmentPk, orderPks);
  transaction.beforeCommit(`orders in shipment ${shipmentPk}`, () => {
    added.delete(shipmentPk);
    return linkOrdersOfItems(shipmentPk, [...orderPks], transaction);
  });
};
