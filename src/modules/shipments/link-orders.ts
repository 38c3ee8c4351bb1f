import { lockOrders, recountOrder } from '../orders/recount-orders.js';
import { and, condition, isIn } from '../../core/metadata/condition.js';
import { Violations } from '../../core/metadata/errors.js';
import { foldValue } from '../../core/metadata/fold.js';
import { readBatch, type Transaction, unitKey, writeBatch } from '../../core/metadata/transaction.js';
import { heldRows, updateRow } from '../../core/store/row-changes.js';
import { rowsBy } from '../../core/store/rows.js';
import { touch } from '../../core/store/touch.js';
import { insertBatch } from '../../core/database/insert.js';
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
  transaction.batch(ORDERS_OF, shipmentPk);

const ORDERS_OF = readBatch(async (shipmentPks: readonly number[], transaction): Promise<LinkedOrder[][]> => {
  const those = isIn(l.shipmentPk, [...new Set(shipmentPks)]);
  const rows = await transaction.rows<LinkedOrder & { shipmentPk: number }>(
    `SELECT ${o.pk} AS pk, ${o.orderNumber} AS orderNumber, ${l.shipmentPk} AS shipmentPk
      FROM ${l.table} JOIN ${o.table} ON ${o.pk} = ${l.orderPk}
      WHERE ${those.sql}
      ORDER BY ${o.pk}`,
    those.params,
  );
  const found = rowsBy(rows, 'shipmentPk');
  return shipmentPks.map((pk) => [...(found.get(pk) ?? [])]);
});

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
  if (orderPks.length === 0) return;
  for (const pk of await transaction.batch(LINK, { shipmentPk: shipment.pk, orderPks })) {
    newlyLinkedWith(shipment.pk, transaction).add(pk);
    // the orders are counted anew, whether the shipment's own row changes or not
    touch('shipments', shipment, [], transaction);
    recountOrder(pk, transaction);
  }
}

interface Links {
  readonly shipmentPk: number;
  readonly orderPks: readonly number[];
}

/** Answers the orders that were not linked before. */
const LINK = writeBatch(async (all: readonly Links[], transaction): Promise<number[][]> => {
  const pairs = all.flatMap(({ shipmentPk, orderPks }) => orderPks.map((orderPk) => [shipmentPk, orderPk]));
  const isMany = pairs.length > 1;
  const those = isIn(
    shipmentOrders.shipmentPk,
    all.map(({ shipmentPk }) => shipmentPk),
  );
  const rows = isMany
    ? await transaction.read(
        `SELECT ${shipmentOrders.shipmentPk}, ${shipmentOrders.orderPk} FROM ${shipmentOrders.table} WHERE ${those.sql}`,
        those.params,
      )
    : [];
  const known = new Set(rows.map((row) => row.join()));
  const missing = pairs.filter((pair) => !known.has(pair.join()));
  if (missing.length === 0) return all.map(() => []);
  const { affected } = await transaction.run(
    `${transaction.dialect.insertOrIgnore} INTO ${shipmentOrders.table} (${shipmentOrders.shipmentPk}, ${shipmentOrders.orderPk})
      VALUES ${missing.map(() => '(?, ?)').join(', ')}`,
    missing.flat(),
  );
  if (!isMany && affected === 0) return [[]];
  return all.map(({ shipmentPk, orderPks }) => orderPks.filter((pk) => !known.has(`${shipmentPk},${pk}`)));
});

/** Takes a shipment from an order. */
export async function unlinkOrder(
  shipment: ShipmentKey,
  orderPk: number,
  transaction: Transaction,
): Promise<void> {
  await transaction.send(
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
): Promise<readonly CandidateOrder[]> {
  const orders = await transaction.batch(ORDERS_BY_NUMBER, { workspacePk, numbers });
  transaction.claim(
    'orders',
    orders.map(({ pk }) => pk),
  );
  return orders;
}

interface SoughtNumbers {
  readonly workspacePk: number;
  readonly numbers: readonly string[];
}

const ORDERS_BY_NUMBER = readBatch(async (all: readonly SoughtNumbers[], transaction) => {
  const found: CandidateOrder[][] = all.map(() => []);
  for (const [workspacePk, sought] of rowsBy(all, 'workspacePk')) {
    const folded = new Set(sought.flatMap(({ numbers }) => numbers.map((number) => foldValue(number, 255))));
    const where = and([
      condition(`${ordersTable.workspacePk} = ?`, workspacePk),
      isIn('orderNumberFolded', [...folded]),
    ]);
    const orders = await transaction.rows<CandidateOrder>(
      `SELECT ${ordersTable.pk}, ${ordersTable.orderNumber}, ${ordersTable.externalSourceIntegrationPk}
        FROM ${ordersTable.table}
        WHERE ${where.sql}
        ORDER BY ${ordersTable.pk}${transaction.dialect.forUpdate}`,
      where.params,
    );
    const byNumber = new Map<string, CandidateOrder[]>();
    for (const order of orders)
      for (const number of numbersOf([order])) byNumber.set(number, [...(byNumber.get(number) ?? []), order]);
    all.forEach((each, at) => {
      if (each.workspacePk === workspacePk)
        found[at] = [...new Set(each.numbers.flatMap((number) => byNumber.get(number) ?? []))].sort(byPk);
    });
  }
  return found;
});

const byPk = (one: LinkedOrder, other: LinkedOrder): number => one.pk - other.pk;

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
  const shipments = await transaction.batch(SHIPMENTS_BY_NUMBER, { workspacePk, number });
  transaction.claim(
    'shipments',
    shipments.map(({ pk }) => pk),
  );
  for (const shipment of shipments) {
    const isClaimed = numbersOf(await ordersOf(shipment.pk, transaction)).includes(number);
    if (!isClaimed) await linkOrdersByNumber(shipment, [number], transaction);
  }
}

type ShipmentByNumber = ShipmentKey &
  Pick<Shipment, 'externalSourceIntegrationPk'> & { readonly number: string };

/** The shipments of a workspace with a number, held until the unit ends. */
const SHIPMENTS_BY_NUMBER = readBatch(
  async (all: readonly { readonly workspacePk: number; readonly number: string }[], transaction) => {
    const found: ShipmentByNumber[] = [];
    for (const [workspacePk, sought] of rowsBy(all, 'workspacePk')) {
      const those = isIn(n.number, [...new Set(sought.map(({ number }) => number))]);
      const shipments = await transaction.rows<ShipmentByNumber>(
        `SELECT ${s.pk} AS pk, ${s.workspacePk} AS workspacePk, ${s.externalSourceIntegrationPk} AS externalSourceIntegrationPk,
            ${n.number} AS number
          FROM ${n.table} JOIN ${s.table} ON ${s.pk} = ${n.shipmentPk}
          WHERE ${n.workspacePk} = ? AND ${those.sql} ORDER BY ${s.pk}${transaction.dialect.forUpdate}`,
        [workspacePk, ...those.params],
      );
      found.push(...shipments);
    }
    return all.map((each) =>
      found.filter(({ workspacePk, number }) => workspacePk === each.workspacePk && number === each.number),
    );
  },
);

/** Links orders of which something has come into a shipment; their numbers come as well. @throws Violations. */
export async function linkOrdersOfItems(
  shipmentPk: number,
  orderPks: readonly number[],
  transaction: Transaction,
): Promise<void> {
  const linked = newlyLinkedWith(shipmentPk, transaction);
  const others = orderPks.filter((pk) => !linked.has(pk));
  if (others.length === 0) return;
  const missing = await transaction.batch(NOT_LINKED, { shipmentPk, orderPks: others });
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

/** Those of the orders that are not in the shipment, in the order of their keys. */
const NOT_LINKED = readBatch(async (all: readonly Links[], transaction): Promise<LinkedOrder[][]> => {
  const those = isIn(o.pk, [...new Set(all.flatMap(({ orderPks }) => orderPks))]);
  const of = isIn(l.shipmentPk, [...new Set(all.map(({ shipmentPk }) => shipmentPk))]);
  const rows = await transaction.rows<LinkedOrder & { shipmentPk: number | null }>(
    `SELECT ${o.pk} AS pk, ${o.orderNumber} AS orderNumber, ${l.shipmentPk} AS shipmentPk FROM ${o.table}
      LEFT JOIN ${l.table} ON ${l.orderPk} = ${o.pk} AND ${of.sql} WHERE ${those.sql} ORDER BY ${o.pk}`,
    [...of.params, ...those.params],
  );
  const orders = new Map(rows.map(({ pk, orderNumber }) => [pk, { pk, orderNumber }]));
  const linked = new Set(rows.map(({ shipmentPk, pk }) => `${shipmentPk},${pk}`));
  return all.map(({ shipmentPk, orderPks }) =>
    [...new Set(orderPks)]
      .sort(byKey)
      .flatMap((pk) => (linked.has(`${shipmentPk},${pk}`) ? [] : (orders.get(pk) ?? []))),
  );
});

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
  const [shipment] = await heldRows(Shipment, condition('pk = ?', shipmentPk), transaction);
  if (!shipment) return undefined;
  transaction.claim('shipments', [shipmentPk]);
  const stored = joinOrderNumbers(change(splitOrderNumbers(shipment.orderNumbers)));
  if (stored === shipment.orderNumbers) return shipment;
  const numbers = splitOrderNumbers(stored);
  const [refusal] = tooManyNumbers(numbers, 'orderNumbers');
  if (refusal) throw new Violations([{ ...refusal, propertyPath: path }]);
  const set = { orderNumbers: stored, updatedAt: transaction.moment };
  await updateRow(Shipment, shipment, set, transaction);
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
    await transaction.send(
      `DELETE FROM ${shipmentOrderNumbers.table}
      WHERE ${shipmentOrderNumbers.shipmentPk} = ?`,
      [shipment.pk],
    );
  if (numbers.length > 0)
    await transaction.batch(
      INSERT_NUMBERS,
      numbers.map((number, position) => [shipment.pk, number, shipment.workspacePk, position]),
    );
}

const INSERT_NUMBERS = insertBatch(ShipmentOrderNumber, ['shipmentPk', 'number', 'workspacePk', 'position']);
