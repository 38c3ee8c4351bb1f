import { merchantTrackingNumber } from '../../../modules/shipments/merchant-carrier.js';
import { rowsBy, type ReadRows } from '../../../core/store/rows.js';
import { formatAmount, rfc2822 } from '../formats.js';
import { addressColumns } from '../../../modules/addresses/address-columns.js';
import {
  addressesOfOrder,
  type OrderAddresses,
  type OrderAddressView,
  presentAddress,
  type PresentedAddress,
} from '../orders/order-address.queries.js';
import { addressOf } from './shipment-address.js';
import { itemsOf } from './shipment.queries.js';
import { carrierNames, generatedTrackingLink, providerName } from './carrier-mapping.js';
import type { OrderRow, ShipmentItemRow, ShipmentRow } from '../../shared/rows.js';

/** A shipment as this surface answers it, in the order of BigCommerce's documents. */
export type PresentedShipment = ReturnType<typeof presentShipment>;

/** Shipments of an order, with two more queries for all of them; `known`: the order's addresses, where they are at hand. */
export async function presentShipments(
  shipments: readonly ShipmentRow[],
  order: OrderRow,
  read: ReadRows,
  known?: OrderAddresses,
): Promise<PresentedShipment[]> {
  if (shipments.length === 0) return [];
  const addresses = known ?? (await addressesOfOrder(order, read));
  const items = rowsBy(await read(...itemsOf(shipments, order)), 'shipmentPk');
  return shipments.map((shipment) =>
    presentShipment(shipment, order, addressOf(shipment, addresses), items.get(shipment.pk) ?? []),
  );
}

function presentShipment(
  shipment: ShipmentRow,
  order: OrderRow,
  address: OrderAddressView,
  items: readonly ShipmentItemRow[],
) {
  const { provider, carrier } = carrierNames(shipment);
  return {
    id: shipment.pk,
    order_id: order.pk,
    customer_id: order.customerId ?? 0,
    order_address_id: address.id,
    date_created: rfc2822(shipment.createdAt),
    tracking_number: merchantTrackingNumber(shipment) ?? '',
    merchant_shipping_cost: formatAmount(shipment.merchantShippingCost ?? null),
    shipping_method: shipment.shippingMethod ?? '',
    comments: shipment.comments ?? '',
    shipping_provider: provider,
    tracking_carrier: carrier,
    tracking_link: shipment.trackingLink ?? '',
    billing_address: presentAddress(addressColumns(order, 'billingAddress'), order.email, order.phoneNumber),
    shipping_address: shippingAddress(shipment, address),
    items: items.map(({ orderItemPk, qty }) => ({
      order_product_id: orderItemPk,
      product_id: 0,
      quantity: qty,
    })),
    shipping_provider_display_name: providerName(provider),
    generated_tracking_link: generatedTrackingLink(shipment),
  };
}

/** The shipment's own; one that has none goes to its order's. */
function shippingAddress(shipment: ShipmentRow, chosen: OrderAddressView): PresentedAddress {
  const own = addressColumns(shipment, 'address');
  const hasOwn = Object.values(own).some((part) => part !== null);
  return hasOwn
    ? presentAddress(own, shipment.email, shipment.phoneNumber)
    : presentAddress(chosen.columns, chosen.email, chosen.phoneNumber);
}
