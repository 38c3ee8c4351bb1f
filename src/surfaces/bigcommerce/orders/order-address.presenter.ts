import type { Read } from '../../../core/store/reading.js';
import { present } from '../../shared/mapping.js';
import type { OrderRow } from '../../shared/rows.js';
import type { Reads } from '../store-reader.js';
import { presentAddress } from './address.mapping.js';
import { SHIPPING_ADDRESS } from './order-address.mapping.js';
import { addressesOfOrder } from './order-address.queries.js';
import { detailsOf } from './order-details.js';
import { totalsOf } from './order-totals.js';
import { sqlNames } from '../../../core/database/sql-names.js';
import { OrderItem } from '../../../modules/orders/order-items/order-item.entity.js';
import { Shipment } from '../../../modules/shipments/shipment.entity.js';
import { ShipmentItem } from '../../../modules/shipments/shipment-items/shipment-item.entity.js';

const s = sqlNames(Shipment, 's');
const i = sqlNames(OrderItem, 'i');
const p = sqlNames(ShipmentItem, 'p');

/** An address that an order is shipped to, as it is answered. */
export type PresentedOrderAddress = ReturnType<typeof present>;

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
  return addresses.map((view, at) =>
    present(SHIPPING_ADDRESS, {
      order,
      view,
      address: presentAddress(view.columns, view.email, view.phoneNumber),
      details: said[view.id] ?? {},
      items: at === 0 ? items - elsewhere : (others[at - 1] ?? 0),
      shipped: at === 0 ? shipped - elsewhere : (others[at - 1] ?? 0),
      shipping: at === 0 ? costs.shipping : undefined,
      handling: at === 0 ? costs.handling : undefined,
      base,
    }),
  );
}

/** How much of an order is in shipments to its further addresses, by their keys. */
async function sentTo(orderPk: number, read: Read): Promise<ReadonlyMap<number, number>> {
  const rows = await read(
    `SELECT ${s.orderAddressPk}, SUM(${p.qty}) FROM ${i.table} JOIN ${p.table} ON ${p.orderItemPk} = ${i.pk}
      JOIN ${s.table} ON ${s.pk} = ${p.shipmentPk}
      WHERE ${i.orderPk} = ? AND ${s.orderAddressPk} IS NOT NULL GROUP BY ${s.orderAddressPk}`,
    [orderPk],
  );
  return new Map(rows.map(([pk, quantity]) => [pk as number, Number(quantity)]));
}
