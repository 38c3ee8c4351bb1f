import { isIn } from '../../../core/metadata/condition.js';
import type { Read } from '../../../core/store/reading.js';
import { sqlNames } from '../../../core/database/sql-names.js';
import { OrderItem } from '../../../modules/orders/order-items/order-item.entity.js';
import { Shipment } from '../../../modules/shipments/shipment.entity.js';
import { ShipmentOrder } from '../../../modules/shipments/shipment-order.entity.js';

const i = sqlNames(OrderItem, 'i');
const l = sqlNames(ShipmentOrder, 'l');
const s = sqlNames(Shipment, 's');

/** What is summed up over the lines and shipments of an order. */
export interface OrderTotals {
  readonly items: number;
  readonly shipped: number;
  /** The lines' tax in ten-thousandths: by how much their totals are above their prices. */
  readonly tax: number;
  /** When its first shipment was made, as it is stored. */
  readonly shippedAt: string | null;
}

const NONE: OrderTotals = { items: 0, shipped: 0, tax: 0, shippedAt: null };

/** The totals of an order by its key. */
export type TotalsOf = (orderPk: number) => OrderTotals;

/** The totals of orders by their keys, with two queries for all of them. The factor 1.0 keeps products from overflowing. */
export async function totalsOf(orderPks: readonly number[], read: Read): Promise<TotalsOf> {
  const ofItems = isIn(i.orderPk, orderPks);
  const items = await read(
    `SELECT ${i.orderPk}, SUM(${i.qty}), SUM(${i.fulfilledQty}),
      SUM(CASE WHEN ${i.rowTotal} > ${i.price} * 1.0 * ${i.qty} THEN ${i.rowTotal} - ${i.price} * 1.0 * ${i.qty} ELSE 0 END)
      FROM ${i.table} WHERE ${ofItems.sql} GROUP BY ${i.orderPk}`,
    ofItems.params,
  );
  const ofShipments = isIn(l.orderPk, orderPks);
  const shipments = await read(
    `SELECT ${l.orderPk}, MIN(COALESCE(${s.shippedAt}, ${s.createdAt}))
      FROM ${l.table} JOIN ${s.table} ON ${s.pk} = ${l.shipmentPk} WHERE ${ofShipments.sql} GROUP BY ${l.orderPk}`,
    ofShipments.params,
  );
  const dates = new Map(shipments.map(([orderPk, date]) => [orderPk as number, date as string]));
  const sums = new Map(
    items.map(([orderPk, qty, fulfilled, tax]) => [
      orderPk as number,
      { items: Number(qty), shipped: Number(fulfilled), tax: Number(tax) },
    ]),
  );
  return (orderPk) => ({ ...NONE, ...sums.get(orderPk), shippedAt: dates.get(orderPk) ?? null });
}
