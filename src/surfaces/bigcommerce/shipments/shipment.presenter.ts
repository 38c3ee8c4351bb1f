import { type ReadRows, rowsBy } from '../../../core/store/rows.js';
import { addressColumns } from '../../../modules/addresses/address-columns.js';
import { present } from '../../shared/mapping.js';
import type { OrderRow, ShipmentRow } from '../../shared/rows.js';
import { presentAddress, type PresentedAddress } from '../orders/address.mapping.js';
import {
  addressesOfOrder,
  type OrderAddresses,
  type OrderAddressView,
} from '../orders/order-address.queries.js';
import { carrierNames } from './carrier-mapping.js';
import { addressOf } from './shipment-address.js';
import { SHIPMENT, type ShipmentRows } from './shipment.mapping.js';
import { itemsOf } from './shipment.queries.js';

/** Shipments of an order as they are answered, with two more queries for all of them; `known`: the order's addresses, where they are at hand. */
export async function presentShipments(
  shipments: readonly ShipmentRow[],
  order: OrderRow,
  read: ReadRows,
  known?: OrderAddresses,
): Promise<object[]> {
  if (shipments.length === 0) return [];
  const addresses = known ?? (await addressesOfOrder(order, read));
  const items = rowsBy(await read(...itemsOf(shipments, order)), 'shipmentPk');
  const billing = presentAddress(addressColumns(order, 'billingAddress'), order.email, order.phoneNumber);
  return shipments.map((shipment) => {
    const address = addressOf(shipment, addresses);
    return present<ShipmentRows>(SHIPMENT, {
      shipment,
      order,
      address,
      names: carrierNames(shipment),
      billing,
      shipping: shippingAddress(shipment, address),
      items: items.get(shipment.pk) ?? [],
    });
  });
}

/** The shipment's own; one that has none goes to its order's. */
function shippingAddress(shipment: ShipmentRow, chosen: OrderAddressView): PresentedAddress {
  const own = addressColumns(shipment, 'address');
  const hasOwn = Object.values(own).some((part) => part !== null);
  return hasOwn
    ? presentAddress(own, shipment.email, shipment.phoneNumber)
    : presentAddress(chosen.columns, chosen.email, chosen.phoneNumber);
}
