import { isIn, type Condition } from '../../core/metadata/condition.js';
import { rowsBy, type Columns } from '../../core/store/rows.js';
import { orderItemResource } from '../../modules/orders/order-items/order-item.resource.js';
import { orderAddressResource } from '../../modules/orders/order-address.resource.js';
import { orderResource } from '../../modules/orders/order.resource.js';
import { shipmentItemResource } from '../../modules/shipments/shipment-items/shipment-item.resource.js';
import { shipmentResource } from '../../modules/shipments/shipment.resource.js';
import { present } from '../shared/mapping.js';
import type { Reads } from '../shared/shop-reads.js';
import { SHIPMENT } from './shipment.mapping.js';

/** Shipments as they are answered, in the order of their rows, with a handful of queries however many they are. */
export async function presentShipments(
  shipments: readonly Columns[],
  { rows, sql }: Reads,
): Promise<object[]> {
  if (shipments.length === 0) return [];
  const pks = shipments.map(pkOf);
  const orderPks = await firstOrders(pks, sql);
  const ofOrders = [...new Set(orderPks.values())];
  const orders = rowsBy(await rows(orderResource, isIn('t.pk', ofOrders)), 'pk');
  const addresses = rowsBy(await rows(orderAddressResource, isIn('t.orderPk', ofOrders)), 'orderPk');
  const tracks = rowsBy(
    await rows(shipmentResource, { ...isIn('t.parentPk', pks), index: 'IX_shipments_parent' }),
    'parentPk',
  );
  // another surface may put something into a further track
  const all = [...pks, ...[...tracks.values()].flat().map(pkOf)];
  const items = rowsBy(await rows(shipmentItemResource, isIn('t.shipmentPk', all)), 'shipmentPk');
  const orderItems = rowsBy(await rows(orderItemResource, isInShipments(all)), 'pk');
  return shipments.map((shipment) => {
    const pk = pkOf(shipment);
    const orderPk = orderPks.get(pk) ?? 0;
    const further = tracks.get(pk) ?? [];
    return present(SHIPMENT, {
      shipment,
      order: orders.get(orderPk)?.[0],
      addressPk: addresses.get(orderPk)?.map(pkOf)[0],
      items: [shipment, ...further]
        .flatMap((track) => items.get(pkOf(track)) ?? [])
        .flatMap((item) =>
          (orderItems.get(item.orderItemPk) ?? []).map((orderItem) => ({ item, orderItem })),
        ),
      tracks: further,
    });
  });
}

const pkOf = ({ pk }: Columns): number => pk as number;

/** The first order of each shipment, by their keys. */
async function firstOrders(pks: readonly number[], sql: Reads['sql']): Promise<ReadonlyMap<number, number>> {
  const of = isIn('l.shipmentPk', pks);
  const links = await sql(
    `SELECT l.shipmentPk, MIN(l.orderPk) FROM shipment_orders l WHERE ${of.sql} GROUP BY l.shipmentPk`,
    of.params,
  );
  return new Map(links as [number, number][]);
}

function isInShipments(pks: readonly number[]): Condition {
  const of = isIn('i.shipmentPk', pks);
  return {
    sql: `t.pk IN (SELECT i.orderItemPk FROM shipment_items i WHERE ${of.sql})`,
    params: of.params,
  };
}
