import { lockOrders, recountOrder } from '../orders/recount-orders.js';
import { and, condition, isIn } from '../../core/metadata/condition.js';
import { Violations } from '../../core/metadata/errors.js';
import { foldValue } from '../../core/metadata/fold.js';
import { type Transaction, unitKey } from '../../core/metadata/transaction.js';
import { touch } from '../../core/store/touch.js';
import { insertAll } from '../../core/database/insert.js';
import {
  joinOrderNumbers,
  normaliseOrderNumber,
  splitOrderNumbers,
  tooManyNumbers,
} from './order-numbers.field.js';
import { Shipment } from './shipment.entity.js';
import { sqlNames } from '../../core/database/sql-names.js';
import { ShipmentOrder } from './shipment-order.entity.js';
import { Order } from '../orders/order.entity.js';
import { ShipmentOrderNumber } from './shipment-order-number.entity.js';

const l = sqlNames(ShipmentOrder, 'l');
const o = sqlNames(Order, 'o');
const shipmentOrders = sqlNames(ShipmentOrder);
const ordersTable = sqlNames(Order);
const n = sqlNames(ShipmentOrderNumber, 'n');
const s = sqlNames(Shipment, 's');
const shipmentsTable = sqlNames(Shipment);
const shipmentOrderNumbers = sqlNames(ShipmentOrderNumber);

/** An order that a shipment carries something of. */
export interface LinkedOrder {
  readonly pk: number;
  readonly orderNumber: string | null;
}

type ShipmentKey = Pick<Shipment, 'pk' | 'workspacePk'>;

/** The numbers of orders, as shipments keep them. */
export const numbersOf = (orders: readonly LinkedOrder[]): string[] =>
  orders.map((order) => normaliseOrderNumber(order.orderNumber ?? '')).filter((number) => number !== '');

/** The orders of a shipment, in the order of their keys. */
export const ordersOf = (shipmentPk: number, transaction: Transaction): Promise<LinkedOrder[]> =>
  transaction.rows(
    `SELECT ${o.pk} AS pk, ${o.orderNumber} AS orderNumber
      FROM ${l.table} JOIN ${o.table} ON ${o.pk} = ${l.orderPk}
      WHERE ${l.shipmentPk} = ?
      ORDER BY ${o.pk}`,
    [shipmentPk],
  );

/** The orders that a unit has linked, by the shipments' keys. */
const NEWLY_LINKED = unitKey(() => new Map<number, Set<number>>());

function newlyLinkedWith(shipmentPk: number, transaction: Transaction): Set<number> {
  const linked = transaction.get(NEWLY_LINKED);
  const orders = linked.get(shipmentPk) ?? new Set();
  linked.set(shipmentPk, orders);
  return orders;
}

/** Links orders, which are held, with a shipment; those that are linked already stay so. */
export async function linkOrders(
  shipment: ShipmentKey,
  orderPks: readonly number[],
  transaction: Transaction,
): Promise<void> {
  for (const pk of orderPks) {
    const { affected } = await transaction.run(
      `${transaction.dialect.insertOrIgnore} INTO ${shipmentOrders.table} (${shipmentOrders.shipmentPk}, ${shipmentOrders.orderPk})
        VALUES (?, ?)`,
      [shipment.pk, pk],
    );
    if (affected === 0) continue;
    newlyLinkedWith(shipment.pk, transaction).add(pk);
    // the orders are counted anew, whether the shipment's own row changes or not
    touch('shipments', shipment, [], transaction);
    recountOrder(pk, transaction);
  }
}

/** Takes a shipment from an order. */
export async function unlinkOrder(
  shipment: ShipmentKey,
  orderPk: number,
  transaction: Transaction,
): Promise<void> {
  await transaction.run(
    `DELETE FROM ${shipmentOrders.table}
    WHERE ${shipmentOrders.shipmentPk} = ? AND ${shipmentOrders.orderPk} = ?`,
    [shipment.pk, orderPk],
  );
  newlyLinkedWith(shipment.pk, transaction).delete(orderPk);
  touch('shipments', shipment, [], transaction);
  recountOrder(orderPk, transaction);
}

/** An order that may be meant by its number. */
interface CandidateOrder extends LinkedOrder {
  readonly externalSourceIntegrationPk: number | null;
}

/**
 * Links a shipment with the orders that some of its numbers mean. Numbers are not unique: of several orders with one,
 * that of the shipment's own integration is meant, and otherwise none. The shipment is there, and so whoever makes the
 * order at the same moment sees it, or is seen.
 */
export async function linkOrdersByNumber(
  shipment: ShipmentKey & Pick<Shipment, 'externalSourceIntegrationPk'>,
  numbers: readonly string[],
  transaction: Transaction,
): Promise<void> {
  const candidates = await findOrdersByNumber(shipment.workspacePk, numbers, transaction);
  const meant = numbers.map((number) =>
    chooseOrder(
      candidates.filter((order) => numbersOf([order]).includes(number)),
      shipment.externalSourceIntegrationPk,
    ),
  );
  const pks = new Set(meant.flatMap((order) => (order ? [order.pk] : [])));
  await linkOrders(shipment, [...pks].sort(byKey), transaction);
}

const byKey = (one: number, other: number): number => one - other;

/** The orders of a workspace with some of these numbers, held until the unit ends. */
async function findOrdersByNumber(
  workspacePk: number,
  numbers: readonly string[],
  transaction: Transaction,
): Promise<CandidateOrder[]> {
  const where = and([
    condition(`${ordersTable.workspacePk} = ?`, workspacePk),
    isIn(
      'orderNumberFolded',
      numbers.map((number) => foldValue(number, 255)),
    ),
  ]);
  const orders = await transaction.rows<CandidateOrder>(
    `SELECT ${ordersTable.pk}, ${ordersTable.orderNumber}, ${ordersTable.externalSourceIntegrationPk}
      FROM ${ordersTable.table}
      WHERE ${where.sql}
      ORDER BY ${ordersTable.pk}${transaction.dialect.forUpdate}`,
    where.params,
  );
  return orders.filter((order) => numbersOf([order]).some((number) => numbers.includes(number)));
}

function chooseOrder(
  orders: readonly CandidateOrder[],
  integrationPk: number | null,
): CandidateOrder | undefined {
  const own = orders.filter((order) => order.externalSourceIntegrationPk === integrationPk);
  if (own.length === 1) return own[0];
  return orders.length === 1 ? orders[0] : undefined;
}

/** Links an order with the shipments that have its number, and no order with that number yet. */
export async function linkShipmentsByNumber(
  workspacePk: number,
  number: string,
  transaction: Transaction,
): Promise<void> {
  if (number === '') return;
  const shipments = await transaction.rows<ShipmentKey & Pick<Shipment, 'externalSourceIntegrationPk'>>(
    `SELECT ${s.pk} AS pk, ${s.workspacePk} AS workspacePk, ${s.externalSourceIntegrationPk} AS externalSourceIntegrationPk
      FROM ${n.table} JOIN ${s.table} ON ${s.pk} = ${n.shipmentPk}
      WHERE ${n.workspacePk} = ? AND ${n.number} = ? ORDER BY ${s.pk}${transaction.dialect.forUpdate}`,
    [workspacePk, number],
  );
  for (const shipment of shipments) {
    const isClaimed = numbersOf(await ordersOf(shipment.pk, transaction)).includes(number);
    if (!isClaimed) await linkOrdersByNumber(shipment, [number], transaction);
  }
}

/** Links orders of which something has come into a shipment; their numbers come as well. @throws Violations. */
export async function linkOrdersOfItems(
  shipmentPk: number,
  orderPks: readonly number[],
  transaction: Transaction,
): Promise<void> {
  const linked = newlyLinkedWith(shipmentPk, transaction);
  const others = orderPks.filter((pk) => !linked.has(pk));
  if (others.length === 0) return;
  const those = isIn(o.pk, others);
  const missing = await transaction.rows<LinkedOrder>(
    `SELECT ${o.pk} AS pk, ${o.orderNumber} AS orderNumber FROM ${o.table} WHERE ${those.sql}
      AND NOT EXISTS (SELECT 1 FROM ${l.table} WHERE ${l.orderPk} = ${o.pk} AND ${l.shipmentPk} = ?) ORDER BY ${o.pk}`,
    [...those.params, shipmentPk],
  );
  if (missing.length === 0) return;
  await lockOrders(
    missing.map(({ pk }) => pk),
    transaction,
  );
  const numbers = numbersOf(missing);
  const shipment = await changeOrderNumbers(
    shipmentPk,
    'shipmentItems',
    (all) => [...all, ...numbers],
    transaction,
  );
  if (shipment)
    await linkOrders(
      shipment,
      missing.map(({ pk }) => pk),
      transaction,
    );
}

/**
 * Changes the numbers of a shipment; whoever follows it hears of it.
 * @param path the field that a body would have to change when they are too many.
 * @returns the shipment, held; undefined when it is gone. @throws Violations.
 */
export async function changeOrderNumbers(
  shipmentPk: number,
  path: string,
  change: (numbers: readonly string[]) => readonly string[],
  transaction: Transaction,
): Promise<ShipmentKey | undefined> {
  const [shipment] = await transaction.rows<Pick<Shipment, 'pk' | 'workspacePk' | 'orderNumbers'>>(
    `SELECT ${shipmentsTable.pk}, ${shipmentsTable.workspacePk}, ${shipmentsTable.orderNumbers}
      FROM ${shipmentsTable.table}
      WHERE ${shipmentsTable.pk} = ?${transaction.dialect.forUpdate}`,
    [shipmentPk],
  );
  if (!shipment) return undefined;
  const stored = joinOrderNumbers(change(splitOrderNumbers(shipment.orderNumbers)));
  if (stored === shipment.orderNumbers) return shipment;
  const numbers = splitOrderNumbers(stored);
  const [refusal] = tooManyNumbers(numbers, 'orderNumbers');
  if (refusal) throw new Violations([{ ...refusal, propertyPath: path }]);
  await transaction.run(
    `UPDATE ${shipmentsTable.table}
    SET ${shipmentsTable.orderNumbers} = ?, ${shipmentsTable.updatedAt} = ?
    WHERE ${shipmentsTable.pk} = ?`,
    [stored, transaction.moment, shipmentPk],
  );
  touch<Shipment>('shipments', shipment, ['orderNumbers'], transaction);
  await writeOrderNumbers(shipment, numbers, shipment.orderNumbers !== '', transaction);
  return shipment;
}

/** The numbers as rows, by which shipments are found. */
export async function writeOrderNumbers(
  shipment: ShipmentKey,
  numbers: readonly string[],
  replaces: boolean,
  transaction: Transaction,
): Promise<void> {
  if (replaces)
    await transaction.run(
      `DELETE FROM ${shipmentOrderNumbers.table}
      WHERE ${shipmentOrderNumbers.shipmentPk} = ?`,
      [shipment.pk],
    );
  await insertAll(
    transaction,
    ShipmentOrderNumber,
    ['shipmentPk', 'number', 'workspacePk', 'position'],
    numbers.map((number, position) => [shipment.pk, number, shipment.workspacePk, position]),
  );
}
