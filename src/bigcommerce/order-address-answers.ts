import type { Columns } from '../store/rows.js';
import type { Read } from '../store/reading.js';
import { addressesOfOrder, shopAddress, type ShopAddress } from './order-addresses.js';
import { sumsOf } from './order-sums.js';
import type { Reads } from './store-reads.js';

/** An address that an order is shipped to, with how much goes there. */
export interface AddressAnswer extends ShopAddress {
  readonly id: number;
  readonly order_id: number;
  readonly items_total: number;
  readonly items_shipped: number;
  readonly shipping_method: string;
}

/** The addresses of an order. Nobody says beforehand what goes where: the first has all that no other was sent. */
export async function addressAnswers(order: Columns, { rows, sql }: Reads): Promise<AddressAnswer[]> {
  const orderPk = order.pk as number;
  const addresses = await addressesOfOrder(order, rows);
  const { items, shipped } = (await sumsOf([orderPk], sql))(orderPk);
  const sent = addresses.length > 1 ? await sentTo(orderPk, sql) : new Map<number, number>();
  const [, ...others] = addresses.map(({ pk }) => sent.get(pk ?? 0) ?? 0);
  const elsewhere = others.reduce((sum, quantity) => sum + quantity, 0);
  return addresses.map(({ id, columns, email, phoneNumber }, at) => ({
    id,
    order_id: orderPk,
    ...shopAddress(columns, email, phoneNumber),
    items_total: at === 0 ? items - elsewhere : (others[at - 1] ?? 0),
    items_shipped: at === 0 ? shipped - elsewhere : (others[at - 1] ?? 0),
    shipping_method: '',
  }));
}

/** How much of an order is in shipments to its further addresses, by their keys. */
async function sentTo(orderPk: number, read: Read): Promise<ReadonlyMap<number, number>> {
  const rows = await read(
    `SELECT s.orderAddressPk, SUM(p.qty) FROM order_items i JOIN shipment_items p ON p.orderItemPk = i.pk
      JOIN shipments s ON s.pk = p.shipmentPk
      WHERE i.orderPk = ? AND s.orderAddressPk IS NOT NULL GROUP BY s.orderAddressPk`,
    [orderPk],
  );
  return new Map(rows.map(([pk, quantity]) => [pk as number, Number(quantity)]));
}
