import { type OrderAddresses, type OrderAddressView } from '../orders/order-address.queries.js';
import { InvalidField } from '../errors.js';
import type { OrderRow, ShipmentRow } from '../../shared/rows.js';

/** The order's address that a shop calls so. @throws InvalidField. */
export function addressWith(id: number | undefined, addresses: OrderAddresses): OrderAddressView {
  const address = addresses.find((each) => each.id === id);
  if (!address) throw new InvalidField('order_address_id', 'The order has no address with this id.');
  return address;
}

/** The address that is to take the place of the one before; undefined when it stays, however it looks by now. */
export const otherAddress = (
  shipment: ShipmentRow,
  id: number | undefined,
  addresses: OrderAddresses,
): OrderAddressView | undefined =>
  id === undefined || addressOf(shipment, addresses).id === id ? undefined : addressWith(id, addresses);

/** Who receives a shipment there, in TrackMage's words. */
export const receiverOf = ({ columns, email, phoneNumber }: OrderAddressView, order: OrderRow): object => ({
  email: email || order.email,
  phoneNumber: phoneNumber || order.phoneNumber,
  address: columns,
});

/** Which of its order's addresses a shipment goes to; the first where none was chosen. */
export const addressOf = (shipment: ShipmentRow, addresses: OrderAddresses): OrderAddressView =>
  addresses.find(({ pk }) => pk !== null && pk === shipment.orderAddressPk) ?? addresses[0];
