import { lockOrders, recountOrder } from '../orders/orders-are-recounted.js';
import { isIn } from '../../core/metadata/condition.js';
import type { Change, Effect, Rule } from '../../core/metadata/resource.js';
import type { Transaction } from '../../core/metadata/transaction.js';
import {
  linkOrders,
  linkOrdersNumbered,
  type LinkedOrder,
  numbersOf,
  ordersOf,
  unlinkOrder,
  writeOrderNumbers,
} from './link-orders.js';
import {
  joinOrderNumbers,
  normaliseOrderNumber,
  splitOrderNumbers,
  tooManyNumbers,
} from './order-numbers.field.js';
import { heldNumber } from './held-number.js';
import type { Shipment } from './shipment.entity.js';

/** The orders that a body gives by reference, locked before links to them are written. */
async function ordersSent(
  change: Change<Shipment>,
  transaction: Transaction,
): Promise<LinkedOrder[] | undefined> {
  const references = change.references.get('orders');
  if (!references) return undefined;
  const pks = [...new Set(references.map((order) => order.pk))];
  if (pks.length === 0) return [];
  await lockOrders(pks, transaction);
  const where = isIn('pk', pks);
  return transaction.rows(`SELECT pk, orderNumber FROM orders WHERE ${where.sql} ORDER BY pk`, where.params);
}

/**
 * `orderNumbers` and `orders` say the same: the numbers of linked orders are in the list, and a number that comes into
 * the list links the order that has it. Orders that are unlinked take their numbers with them; a list of numbers that
 * leaves an order's number out unlinks the order.
 */
export const orderNumbersFollowOrders: Rule<Shipment> = async (change, transaction) => {
  const { before, after, sent } = change;
  if (!after || !(sent.has('orders') || sent.has('orderNumbers'))) return [];
  const linked = before ? await ordersOf(before.pk, transaction) : [];
  const given = await ordersSent(change, transaction);
  const written = splitOrderNumbers(after.orderNumbers);
  const orders =
    given ?? linked.filter((order) => written.includes(normaliseOrderNumber(order.orderNumber ?? '')));
  const fromOrders = new Set(numbersOf(linked));
  const free = sent.has('orderNumbers') ? written : written.filter((number) => !fromOrders.has(number));
  const known = new Set([...numbersOf(orders), ...splitOrderNumbers(before?.orderNumbers ?? '')]);
  const come = free.filter((number) => !known.has(number));
  after.orderNumbers = joinOrderNumbers([...free, ...numbersOf(orders)]);
  transaction.beforeCommit(`links of shipment ${after.id}`, async () => {
    await link(after, linked, orders, transaction);
    if (come.length > 0) await linkOrdersNumbered(after, come, transaction);
  });
  return tooManyNumbers(splitOrderNumbers(after.orderNumbers), 'orderNumbers');
};

/** Writes the rows that link a shipment with orders. */
async function link(
  shipment: Shipment,
  before: readonly LinkedOrder[],
  after: readonly LinkedOrder[],
  transaction: Transaction,
): Promise<void> {
  const kept = new Set(after.map((order) => order.pk));
  const known = new Set(before.map((order) => order.pk));
  const gone = before.filter((order) => !kept.has(order.pk));
  const come = after.filter((order) => !known.has(order.pk));
  for (const { pk } of gone) await unlinkOrder(shipment, pk, transaction);
  await linkOrders(
    shipment,
    come.map(({ pk }) => pk),
    transaction,
  );
}

/** The numbers as rows, by which shipments are found. */
export const orderNumbersAreFound: Effect<Shipment> = async ({ before, after }, transaction) => {
  if (!after || (before?.orderNumbers ?? '') === after.orderNumbers) return;
  await writeOrderNumbers(after, splitOrderNumbers(after.orderNumbers), before !== undefined, transaction);
};

/** An order counts its shipments without a tracking number. */
export const ordersFollowTheirShipments: Rule<Shipment> = async ({ before, after }, transaction) => {
  if (!before || (after && (heldNumber(after) === null) === (heldNumber(before) === null))) return [];
  for (const order of await ordersOf(before.pk, transaction)) recountOrder(order.pk, transaction);
  return [];
};
