import { isIn, type Condition } from '../../core/metadata/condition.js';
import { rowsBy } from '../../core/store/rows.js';
import { orderItemResource } from '../../modules/orders/order-items/order-item.resource.js';
import { orderAddressResource } from '../../modules/orders/order-address.resource.js';
import { orderResource } from '../../modules/orders/order.resource.js';
import { shipmentItemResource } from '../../modules/shipments/shipment-items/shipment-item.resource.js';
import { shipmentResource } from '../../modules/shipments/shipment.resource.js';
import { present } from '../shared/mapping.js';
import type { OrderItemRow, OrderRow, ShipmentRow } from '../shared/rows.js';
import type { Reads } from '../shared/shop-reads.js';
import { SHIPMENT } from './shipment.mapping.js';
import { sqlNames } from '../../core/database/sql-names.js';
import { ShipmentItem } from '../../modules/shipments/shipment-items/shipment-item.entity.js';
import { ShipmentOrder } from '../../modules/shipments/shipment-order.entity.js';

const l = sqlNames(ShipmentOrder, 'l');
const i = sqlNames(ShipmentItem, 'i');

/** Rows that need not be read, because a unit of work has them at hand. */
export interface KnownRows {
  /** The first order of each shipment, by the shipments' keys. */
  readonly orders: ReadonlyMap<number, OrderRow>;
  /** All of these orders. */
  readonly orderItems: readonly OrderItemRow[];
}

/** Shipments as they are answered, in the order of their rows, with a handful of queries however many they are. */
export async function presentShipments(
  shipments: readonly ShipmentRow[],
  reads: Reads,
  known?: KnownRows,
): Promise<object[]> {
  if (shipments.length === 0) return [];
  const { rows } = reads;
  const pks = shipments.map(pkOf);
  const orders = known?.orders ?? (await firstOrders(pks, reads));
  const ofOrders = [...new Set([...orders.values()].map(pkOf))];
  const addresses = rowsBy(await rows(orderAddressResource, isIn('t.orderPk', ofOrders)), 'orderPk');
  const tracks = rowsBy(
    await rows(shipmentResource, { ...isIn('t.parentPk', pks), index: 'IX_shipments_parent' }),
    'parentPk',
  );
  // another surface may put something into a further track
  const all = [...pks, ...[...tracks.values()].flat().map(pkOf)];
  const items = rowsBy(await rows(shipmentItemResource, isIn('t.shipmentPk', all)), 'shipmentPk');
  const orderItems = rowsBy(known?.orderItems ?? (await rows(orderItemResource, isInShipments(all))), 'pk');
  return shipments.map((shipment) => {
    const pk = pkOf(shipment);
    const order = orders.get(pk);
    const further = tracks.get(pk) ?? [];
    return present(SHIPMENT, {
      shipment,
      order,
      addressPk: order && addresses.get(pkOf(order))?.map(pkOf)[0],
      items: [shipment, ...further]
        .flatMap((track) => items.get(pkOf(track)) ?? [])
        .flatMap((item) =>
          (orderItems.get(item.orderItemPk) ?? []).map((orderItem) => ({ item, orderItem })),
        ),
      tracks: further,
    });
  });
}

const pkOf = ({ pk }: { readonly pk: number }): number => pk;

/** The first order of each shipment, by the shipments' keys. */
async function firstOrders(
  pks: readonly number[],
  { rows, sql }: Reads,
): Promise<ReadonlyMap<number, OrderRow>> {
  const of = isIn(l.shipmentPk, pks);
  const links = await sql(
    `SELECT ${l.shipmentPk}, MIN(${l.orderPk}) FROM ${l.table} WHERE ${of.sql} GROUP BY ${l.shipmentPk}`,
    of.params,
  );
  const first = new Map(links as [shipmentPk: number, orderPk: number][]);
  const orders = rowsBy(await rows(orderResource, isIn('t.pk', [...new Set(first.values())])), 'pk');
  return new Map(
    [...first].flatMap(([pk, orderPk]) => (orders.get(orderPk) ?? []).map((order) => [pk, order])),
  );
}

function isInShipments(pks: readonly number[]): Condition {
  const of = isIn(i.shipmentPk, pks);
  return {
    sql: `t.pk IN (SELECT ${i.orderItemPk} FROM ${i.table} WHERE ${of.sql})`,
    params: of.params,
  };
}
