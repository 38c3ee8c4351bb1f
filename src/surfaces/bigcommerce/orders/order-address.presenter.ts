import type { OrderRow } from '../../shared/rows.js';
import type { Read } from '../../../core/store/reading.js';
import { addressesOfOrder, presentAddress, type PresentedAddress } from './order-address.queries.js';
import { formatAmount } from '../formats.js';
import { linked, type Linked } from './order.presenter.js';
import { type Cost, detailsOf, type FormField, FREE } from './order-details.js';
import { totalsOf } from './order-totals.js';
import type { Reads } from '../store-reader.js';

/** An address that an order is shipped to, with how much goes there. */
export interface PresentedOrderAddress extends PresentedAddress {
  readonly id: number;
  readonly order_id: number;
  readonly items_total: number;
  readonly items_shipped: number;
  readonly shipping_method: string;
  readonly form_fields: readonly FormField[];
  readonly shipping_zone_id: 0;
  readonly shipping_zone_name: '';
  readonly shipping_quotes: Linked;
  readonly [cost: string]: unknown;
}

/** The addresses of an order. Nobody says beforehand what goes where: the first has all that no other was sent. */
export async function presentAddresses(
  order: OrderRow,
  { rows, sql }: Reads,
  base: string,
): Promise<PresentedOrderAddress[]> {
  const orderPk = order.pk;
  const { addresses: said, costs } = detailsOf(order);
  const addresses = await addressesOfOrder(order, rows);
  const { items, shipped } = (await totalsOf([orderPk], sql))(orderPk);
  const sent = addresses.length > 1 ? await sentTo(orderPk, sql) : new Map<number, number>();
  const [, ...others] = addresses.map(({ pk }) => sent.get(pk ?? 0) ?? 0);
  const elsewhere = others.reduce((sum, quantity) => sum + quantity, 0);
  return addresses.map(({ id, columns, email, phoneNumber }, at) => ({
    id,
    order_id: orderPk,
    ...presentAddress(columns, email, phoneNumber),
    items_total: at === 0 ? items - elsewhere : (others[at - 1] ?? 0),
    items_shipped: at === 0 ? shipped - elsewhere : (others[at - 1] ?? 0),
    shipping_method: said[id]?.shipping_method ?? '',
    form_fields: said[id]?.form_fields ?? [],
    ...costsShown('', at === 0 ? costs.shipping : undefined),
    ...costsShown('handling_', at === 0 ? costs.handling : undefined),
    shipping_zone_id: 0,
    shipping_zone_name: '',
    shipping_quotes: linked(`/orders/${orderPk}/shipping_addresses/${id}/shipping_quotes`, base),
  }));
}

/** What it costs to send something there: the first address has all of the order's costs. */
const costsShown = (prefix: '' | 'handling_', cost: Cost = FREE): Record<string, string | number> => ({
  [`base_${prefix}cost`]: formatAmount(cost.base),
  [`${prefix}cost_ex_tax`]: formatAmount(cost.withoutTax),
  [`${prefix}cost_inc_tax`]: formatAmount(cost.withTax),
  [`${prefix}cost_tax`]: formatAmount(cost.withTax - cost.withoutTax),
  [`${prefix}cost_tax_class_id`]: 0,
});

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
