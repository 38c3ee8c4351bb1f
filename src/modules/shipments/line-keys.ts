import { isIn } from '../../core/metadata/condition.js';
import type { ParsedRelation } from '../../core/metadata/fields/relation.js';
import { foldValue } from '../../core/metadata/fold.js';
import type { LineKeys } from '../../core/metadata/resource.js';
import type { Transaction } from '../../core/metadata/transaction.js';
import { sqlNames } from '../../core/database/sql-names.js';
import { OrderItem } from '../orders/order-items/order-item.entity.js';
import { Order } from '../orders/order.entity.js';
import { Workspace } from '../workspaces/workspace.entity.js';
import { normaliseOrderNumber } from './order-numbers.field.js';
import { ShipmentOrderNumber } from './shipment-order-number.entity.js';
import { Shipment } from './shipment.entity.js';

const o = sqlNames(Order, 'o');
const i = sqlNames(OrderItem, 'i');
const s = sqlNames(Shipment, 's');
const n = sqlNames(ShipmentOrderNumber, 'n');
const w = sqlNames(Workspace, 'w');

type Input = Parameters<LineKeys>[0][number];

const lastPart = (iri: unknown): string =>
  typeof iri === 'string' ? iri.slice(iri.lastIndexOf('/') + 1).toLowerCase() : '';

const idIn = (relation: unknown): string => lastPart((relation as ParsedRelation | undefined)?.iri);

const idsIn = (relations: unknown): string[] => ((relations ?? []) as ParsedRelation[]).map(idIn);

const keyOf = (path: string, id: string): string => `${path} ${id}`;

/** The order items that the items of a shipment's body take from. */
const orderItemsIn = (input: Input): string[] =>
  ((input.get('shipmentItems') ?? []) as ParsedRelation[]).map((each) => lastPart(each?.body?.orderItem));

/** A shipment changes its orders, whether it names them, their numbers or their items. */
export const shipmentLineKeys: LineKeys = async (inputs, transaction) => {
  const workspaces = inputs.map((input) => idIn(input.get('workspace')));
  const numbersIn = (input: Input): string[] =>
    ((input.get('orderNumbers') ?? []) as readonly string[]).map((number) => foldValue(number, 255));
  const orders = await ordersByNumber(new Set(workspaces), new Set(inputs.flatMap(numbersIn)), transaction);
  const ofItems = await ordersOfItems(new Set(inputs.flatMap(orderItemsIn)), transaction);
  return inputs.map((input, at) =>
    [
      ...idsIn(input.get('orders')),
      ...numbersIn(input).flatMap((number) => orders.get(`${workspaces[at]} ${number}`) ?? []),
      ...orderItemsIn(input).map((item) => ofItems.get(item) ?? item),
    ].map((id) => keyOf('orders', id)),
  );
};

/** A shipment item changes its shipment and its order. */
export const shipmentItemLineKeys: LineKeys = async (inputs, transaction) => {
  const items = inputs.map((input) => idIn(input.get('orderItem')));
  const orders = await ordersOfItems(new Set(items), transaction);
  return inputs.map((input, at) => {
    const item = items[at] ?? '';
    return [keyOf('shipments', idIn(input.get('shipment'))), keyOf('orders', orders.get(item) ?? item)];
  });
};

/** An order changes the shipments that it names, and those that have its number; of those with one number, the first is first. */
export const orderLineKeys: LineKeys = async (inputs, transaction) => {
  const numbers = inputs.map((input) =>
    normaliseOrderNumber((input.get('orderNumber') as string | null) ?? ''),
  );
  const workspaces = inputs.map((input) => idIn(input.get('workspace')));
  const shipments = await shipmentsByNumber(new Set(workspaces), new Set(numbers), transaction);
  return inputs.map((input, at) => [
    keyOf('number', numbers[at] ?? ''),
    ...idsIn(input.get('shipments')).map((id) => keyOf('shipments', id)),
    ...(shipments.get(`${workspaces[at]} ${numbers[at]}`) ?? []).map((id) => keyOf('shipments', id)),
  ]);
};

/** An item changes its order. */
export const orderItemLineKeys: LineKeys = (inputs) =>
  inputs.map((input) => [keyOf('orders', idIn(input.get('order')))]);

/** Lines that have nothing in common but what is unique. */
export const independentLines: LineKeys = (inputs) => inputs.map(() => []);

/** The ids of orders by workspace and folded number. */
async function ordersByNumber(
  workspaces: ReadonlySet<string>,
  numbers: ReadonlySet<string>,
  transaction: Transaction,
): Promise<ReadonlyMap<string, readonly string[]>> {
  if (numbers.size === 0) return new Map();
  const [of, those] = [isIn(w.id, [...workspaces]), isIn(o.orderNumberFolded, [...numbers])];
  const rows = await transaction.read(
    `SELECT ${w.id}, ${o.orderNumberFolded}, ${o.id} FROM ${w.table} JOIN ${o.table} ON ${o.workspacePk} = ${w.pk}
      WHERE ${of.sql} AND ${those.sql}`,
    [...of.params, ...those.params],
  );
  return listed(rows as [string, string, string][]);
}

/** The ids of shipments by workspace and order number. */
async function shipmentsByNumber(
  workspaces: ReadonlySet<string>,
  numbers: ReadonlySet<string>,
  transaction: Transaction,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const [of, those] = [isIn(w.id, [...workspaces]), isIn(n.number, [...numbers])];
  const rows = await transaction.read(
    `SELECT ${w.id}, ${n.number}, ${s.id} FROM ${w.table} JOIN ${n.table} ON ${n.workspacePk} = ${w.pk}
      JOIN ${s.table} ON ${s.pk} = ${n.shipmentPk} WHERE ${of.sql} AND ${those.sql}`,
    [...of.params, ...those.params],
  );
  return listed(rows as [string, string, string][]);
}

/** The ids of orders by the ids of their items. */
async function ordersOfItems(
  items: ReadonlySet<string>,
  transaction: Transaction,
): Promise<ReadonlyMap<string, string>> {
  if (items.size === 0) return new Map();
  const those = isIn(i.id, [...items]);
  const rows = await transaction.read(
    `SELECT ${i.id}, ${o.id} FROM ${i.table} JOIN ${o.table} ON ${o.pk} = ${i.orderPk} WHERE ${those.sql}`,
    those.params,
  );
  return new Map(rows as unknown as [string, string][]);
}

function listed(rows: readonly [string, string, string][]): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const [workspace, number, id] of rows) {
    const key = `${workspace} ${number}`;
    found.set(key, [...(found.get(key) ?? []), id]);
  }
  return found;
}
