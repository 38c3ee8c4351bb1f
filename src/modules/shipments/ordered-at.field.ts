import { condition } from '../../core/metadata/condition.js';
import type { FieldDeclaration } from '../../core/metadata/field.js';
import { sqlNames } from '../../core/database/sql-names.js';
import { Order } from '../orders/order.entity.js';
import { ShipmentOrder } from './shipment-order.entity.js';

const l = sqlNames(ShipmentOrder, 'l');
const o = sqlNames(Order, 'o');

/** When the first of the orders of a shipment was made, as SQL; null when it has none. */
export const orderedAtOf = (shipmentPk: string): string =>
  `(SELECT MIN(${o.createdAt}) FROM ${l.table} JOIN ${o.table} ON ${o.pk} = ${l.orderPk} WHERE ${l.shipmentPk} = ${shipmentPk})`;

/** Whether a shipment has an order, by which lists are filtered. */
export const orderedAt = (): FieldDeclaration => (name) => ({
  name,
  groups: new Set(),
  required: false,
  description: 'When the first of its orders was made.',
  schema: { type: 'string', format: 'date-time', nullable: true },
  reads: [],
  toJson: () => null,
  search: {
    column: 'pk',
    kind: 'date',
    stored: () => undefined,
    exists: (table, yes) =>
      condition(
        `${yes ? '' : 'NOT '}EXISTS (SELECT 1 FROM ${l.table} WHERE ${l.shipmentPk} = ${table.column('pk')})`,
      ),
  },
});
