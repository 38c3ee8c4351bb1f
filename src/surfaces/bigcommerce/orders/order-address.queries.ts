import { addressColumns, type AddressColumns } from '../../../modules/addresses/address-columns.js';
import { addressId } from '../../../modules/orders/address-ids.js';
import { orderAddressResource } from '../../../modules/orders/order-address.resource.js';
import { detailsOf } from './order-details.js';
import { isIn } from '../../../core/metadata/condition.js';
import { rowsBy, type ReadRows } from '../../../core/store/rows.js';
import type { OrderAddressRow, OrderRow } from '../../shared/rows.js';

/** An address that an order is shipped to. */
export interface OrderAddressView {
  /** The integer by which shops know it. */
  readonly id: number;
  /** The row of `order_addresses`; null: the order's own `shippingAddress`. */
  readonly pk: number | null;
  readonly columns: AddressColumns;
  readonly email: string | null;
  readonly phoneNumber: string | null;
}

/** What an order is shipped to; the first one is its `shippingAddress`. */
export type OrderAddresses = readonly [OrderAddressView, ...OrderAddressView[]];

/** The addresses that orders are shipped to, with one query for all of them. */
export async function addressesOf(
  orders: readonly OrderRow[],
  read: ReadRows,
): Promise<(order: OrderRow) => OrderAddresses> {
  const pks = orders.map((order) => order.pk);
  const rows = pks.length > 0 ? await read(orderAddressResource, isIn('t.orderPk', pks)) : [];
  const further = rowsBy(rows, 'orderPk');
  return (order) => {
    const [first, ...others] = further.get(order.pk) ?? [];
    return first ? [furtherAddress(first), ...others.map(furtherAddress)] : [ownAddress(order)];
  };
}

/** The addresses of one order. */
export const addressesOfOrder = async (order: OrderRow, read: ReadRows): Promise<OrderAddresses> =>
  (await addressesOf([order], read))(order);

const furtherAddress = (row: OrderAddressRow): OrderAddressView => ({
  id: addressId({ kind: 'further', pk: row.pk }),
  pk: row.pk,
  columns: addressColumns(row, 'address'),
  email: row.email,
  phoneNumber: row.phoneNumber,
});

/** The one address of an order whose shop gave it no others; mail and calls go to the customer, unless it says otherwise. */
function ownAddress(order: OrderRow): OrderAddressView {
  const id = addressId({ kind: 'shipping', orderPk: order.pk });
  const said = detailsOf(order).addresses[id];
  return {
    id,
    pk: null,
    columns: addressColumns(order, 'shippingAddress'),
    email: said?.email ?? order.email,
    phoneNumber: said?.phone ?? order.phoneNumber,
  };
}
