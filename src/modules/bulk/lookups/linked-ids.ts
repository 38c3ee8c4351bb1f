import type { Database } from '../../../core/database/database.js';
import { and, condition } from '../../../core/metadata/condition.js';
import { BadInput } from '../../../core/metadata/errors.js';
import { iriOf, type Resource } from '../../../core/metadata/resource.js';
import { type Caller, scopeCondition } from '../../../core/store/caller.js';
import { sqlNames } from '../../../core/database/sql-names.js';
import { ShipmentOrder } from '../../shipments/shipment-order.entity.js';
import { Shipment } from '../../shipments/shipment.entity.js';
import { Order } from '../../orders/order.entity.js';

const l = sqlNames(ShipmentOrder, 'l');
const x = sqlNames(Shipment, 'x');
const xOfOrder = sqlNames(Order, 'x');

/** The newest so many of an order or shipment are looked through. */
const MAX_IDS = 500;

const LINKED = {
  'shipments of': {
    t: sqlNames(Order, 't'),
    sql: `SELECT ${x.id} FROM ${l.table} JOIN ${x.table} ON ${x.pk} = ${l.shipmentPk} WHERE ${l.orderPk} = ? ORDER BY ${x.pk}`,
  },
  'orders of': {
    t: sqlNames(Shipment, 't'),
    sql: `SELECT ${xOfOrder.id}
    FROM ${l.table} JOIN ${xOfOrder.table} ON ${xOfOrder.pk} = ${l.orderPk}
    WHERE ${l.shipmentPk} = ? ORDER BY ${xOfOrder.pk}`,
  },
} as const;

/**
 * The ids of the shipments of an order, or of the orders of a shipment.
 * @throws BadInput when that one is not there for the caller.
 */
export async function linkedIds(
  what: keyof typeof LINKED,
  resource: Resource,
  id: string,
  caller: Caller,
  database: Database,
): Promise<readonly string[]> {
  const { t, sql } = LINKED[what];
  const where = and([scopeCondition(resource, caller.scope), condition(`${t.id} = ?`, id)]);
  const [found] = /^[\w-]+$/.test(id)
    ? await database.read(`SELECT ${t.pk} FROM ${t.table} WHERE ${where.sql}`, where.params, caller)
    : [];
  if (!found) throw new BadInput(`Item not found for "${iriOf(resource, id).slice(0, 200)}".`);
  const rows = await database.read(`${sql} DESC LIMIT ${MAX_IDS}`, [found[0] as number], caller);
  return rows.map(([each]) => each as string);
}
