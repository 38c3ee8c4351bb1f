import type { ReadRows } from '../../../core/store/rows.js';
import { addressesOfOrder, type OrderAddresses, type OrderAddressView } from '../orders/order-addresses.js';
import { InvalidField } from '../store-errors.js';
import type { OrderRow, ShipmentRow } from '../../shared/rows.js';

/** An order, and how to read what belongs to it. */
interface ReadOrder {
  readonly order: OrderRow;
  readonly read: ReadRows;
}

/** The order's address that a shop calls so. @throws InvalidField. */
export async function addressWith(
  id: number | undefined,
  { order, read }: ReadOrder,
): Promise<OrderAddressView> {
  const addresses = await addressesOfOrder(order, read);
  const address = addresses.find((each) => each.id === id);
  if (!address) throw new InvalidField('order_address_id', 'The order has no address with this id.');
  return address;
}

/** The address that is to take the place of the one before; undefined when it stays, however it looks by now. */
export async function otherAddress(
  shipment: ShipmentRow,
  id: number | undefined,
  { order, read }: ReadOrder,
): Promise<OrderAddressView | undefined> {
  if (id === undefined) return undefined;
  const addresses = await addressesOfOrder(order, read);
  if (addressOf(shipment, addresses).id === id) return undefined;
  return addressWith(id, { order, read });
}

/** Who receives a shipment there, in TrackMage's words. */
export const receiverOf = ({ columns, email, phoneNumber }: OrderAddressView, order: OrderRow): object => ({
  email: email || order.email,
  phoneNumber: phoneNumber || order.phoneNumber,
  address: columns,
});

/** Which of its order's addresses a shipment goes to; the first where none was chosen. */
export const addressOf = (shipment: ShipmentRow, addresses: OrderAddresses): OrderAddressView =>
  addresses.find(({ pk }) => pk !== null && pk === shipment.orderAddressPk) ?? addresses[0];
