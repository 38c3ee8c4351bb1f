import { Inject, Injectable } from '@nestjs/common';
import { DATABASE, type Database } from '../../core/database/database.js';
import { orderAddressResource } from '../../modules/orders/order-address.resource.js';
import { orderResource } from '../../modules/orders/order.resource.js';
import { orderItemResource } from '../../modules/orders/order-items/order-item.resource.js';
import { isIn, type Condition } from '../../core/metadata/condition.js';
import type { Transaction } from '../../core/metadata/transaction.js';
import { shipmentItemResource } from '../../modules/shipments/shipment-items/shipment-item.resource.js';
import { shipmentResource } from '../../modules/shipments/shipment.resource.js';
import type { Caller } from '../../core/store/caller.js';
import { readOf } from '../../core/store/reading.js';
import { rowsBy, type Columns } from '../../core/store/rows.js';
import { Store } from '../../core/store/store.js';
import { shipmentJson } from './shipment.json.js';

/** Shows shipments, with a handful of queries however many they are. */
@Injectable()
export class ShipmentViews {
  constructor(
    private readonly store: Store,
    @Inject(DATABASE) private readonly database: Database,
  ) {}

  /** The JSON of shipments, in the order of their rows. Inside of a unit of work as that sees them. */
  async of(shipments: readonly Columns[], caller: Caller, transaction?: Transaction): Promise<object[]> {
    if (shipments.length === 0) return [];
    const pks = shipments.map(({ pk }) => pk as number);
    const rows = this.store.reader(caller, transaction);
    const orderPks = await this.firstOrders(pks, caller, transaction);
    const ofOrders = [...new Set(orderPks.values())];
    const orders = rowsBy(await rows(orderResource, isIn('t.pk', ofOrders)), 'pk');
    const addresses = rowsBy(await rows(orderAddressResource, isIn('t.orderPk', ofOrders)), 'orderPk');
    const tracks = rowsBy(
      await rows(shipmentResource, { ...isIn('t.parentPk', pks), index: 'IX_shipments_parent' }),
      'parentPk',
    );
    // another surface may put something into a further track
    const all = [...pks, ...[...tracks.values()].flat().map((track) => track.pk as number)];
    const items = rowsBy(await rows(shipmentItemResource, isIn('t.shipmentPk', all)), 'shipmentPk');
    const orderItems = rowsBy(await rows(orderItemResource, isInShipments(all)), 'pk');
    return shipments.map((shipment) => {
      const pk = shipment.pk as number;
      const orderPk = orderPks.get(pk) ?? 0;
      const further = tracks.get(pk) ?? [];
      return shipmentJson({
        shipment,
        order: orders.get(orderPk)?.[0],
        addressPk: addresses.get(orderPk)?.[0]?.pk as number | undefined,
        items: [pk, ...further.map((track) => track.pk as number)]
          .flatMap((each) => items.get(each) ?? [])
          .flatMap((item) =>
            (orderItems.get(item.orderItemPk as number) ?? []).map((orderItem) => ({ item, orderItem })),
          ),
        tracks: further,
      });
    });
  }

  /** The first order of each shipment, by their keys. */
  private async firstOrders(
    pks: readonly number[],
    caller: Caller,
    transaction?: Transaction,
  ): Promise<ReadonlyMap<number, number>> {
    const of = isIn('l.shipmentPk', pks);
    const read = readOf(this.database, caller, transaction);
    const links = await read(
      `SELECT l.shipmentPk, MIN(l.orderPk) FROM shipment_orders l WHERE ${of.sql} GROUP BY l.shipmentPk`,
      of.params,
    );
    return new Map(links as [number, number][]);
  }
}

function isInShipments(pks: readonly number[]): Condition {
  const of = isIn('i.shipmentPk', pks);
  return {
    sql: `t.pk IN (SELECT i.orderItemPk FROM shipment_items i WHERE ${of.sql})`,
    params: of.params,
  };
}
