import { condition, isIn, type Condition } from '../../core/metadata/condition.js';
import { normaliseOrderNumber } from '../../modules/shipments/order-numbers.field.js';
import type { Filters } from '../shared/filters.js';
import type { ListShipments } from './dto/list-shipments.dto.js';
import { sqlNames } from '../../core/database/sql-names.js';
import { Shipment } from '../../modules/shipments/shipment.entity.js';
import { ShipmentOrder } from '../../modules/shipments/shipment-order.entity.js';
import { ShipmentOrderNumber } from '../../modules/shipments/shipment-order-number.entity.js';

const l = sqlNames(ShipmentOrder, 'l');
const s = sqlNames(Shipment, 's');
const n = sqlNames(ShipmentOrderNumber, 'n');
const t = sqlNames(Shipment, 't');

/** Further tracks of a shipment are shown with it. */
export const isShipment: Condition = condition(`${t.parentPk} IS NULL`);
export const isTrack: Condition = condition(`${t.parentPk} IS NOT NULL`);

/** Shipments of an order, or with a further track of it. */
export const isOfOrder = (orderPk: number): Condition =>
  condition(
    `${t.pk} IN (SELECT COALESCE(${s.parentPk}, ${s.pk}) FROM ${l.table} JOIN ${s.table} ON ${s.pk} = ${l.shipmentPk}
      WHERE ${l.orderPk} = ?)`,
    orderPk,
  );

/** Shipments with the number of an order, whether that order is there or not. */
export const hasOrderNumber = (number: string, storePk: number): Condition =>
  condition(
    `${t.pk} IN (SELECT COALESCE(${s.parentPk}, ${s.pk}) FROM ${n.table} JOIN ${s.table} ON ${s.pk} = ${n.shipmentPk}
      WHERE ${n.workspacePk} = ? AND ${n.number} = ?)`,
    storePk,
    normaliseOrderNumber(number),
  );

/** What parameters of a list stand for, over the table `t`; the context is the key of the store's workspace. */
export const FILTERS: Filters<ListShipments, number> = {
  id: (pk) => condition(`${t.pk} = ?`, pk),
  increment_id: (pks) => isIn(t.pk, pks),
  order_id: isOfOrder,
  order_increment_id: hasOrderNumber,
  created_from: (moment) => condition(`${t.createdAt} >= ?`, moment),
  created_to: (moment) => condition(`${t.createdAt} <= ?`, moment),
};
