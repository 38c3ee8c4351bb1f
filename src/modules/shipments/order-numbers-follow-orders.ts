import { lockedOrders, recountOrder } from '../orders/recount-orders.js';
import type {
  AfterWrite,
  BeforeDelete,
  BeforeWrite,
  Change,
  Validator,
} from '../../core/metadata/resource.js';
import { type Transaction, unitKey } from '../../core/metadata/transaction.js';
import {
  linkOrders,
  linkOrdersByNumber,
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
import { effectiveTrackingNumber } from './effective-tracking-number.js';
import type { Shipment } from './shipment.entity.js';

/** The orders that a body gives by reference, locked before links to them are written. */
async function ordersSent(
  change: Change<Shipment>,
  transaction: Transaction,
): Promise<readonly LinkedOrder[] | undefined> {
  const references = change.references.get('orders');
  if (!references) return undefined;
  const pks = [...new Set(references.map((order) => order.pk))];
  if (pks.length === 0) return [];
  return lockedOrders(pks, transaction);
}

/** What becomes of a shipment's links with orders once it is written. */
interface NewLinks {
  readonly before: readonly LinkedOrder[];
  readonly after: readonly LinkedOrder[];
  /** Numbers that were not there before; the orders that have them are linked. */
  readonly newNumbers: readonly string[];
}

/** By the shipments' ids. */
const NEW_LINKS = unitKey(() => new Map<string, NewLinks>());

/**
 * `orderNumbers` and `orders` say the same: the numbers of linked orders are in the list, and a number that comes into
 * the list links the order that has it. Orders that are unlinked take their numbers with them; a list of numbers that
 * leaves an order's number out unlinks the order.
 */
export const orderNumbersFollowOrders: BeforeWrite<Shipment> = async (change, transaction) => {
  const { before, after, sent } = change;
  if (!(sent.has('orders') || sent.has('orderNumbers'))) return;
  const linked = before ? await ordersOf(before.pk, transaction) : [];
  const given = await ordersSent(change, transaction);
  const written = splitOrderNumbers(after.orderNumbers);
  const orders =
    given ?? linked.filter((order) => written.includes(normaliseOrderNumber(order.orderNumber ?? '')));
  const fromOrders = new Set(numbersOf(linked));
  const free = sent.has('orderNumbers') ? written : written.filter((number) => !fromOrders.has(number));
  const known = new Set([...numbersOf(orders), ...splitOrderNumbers(before?.orderNumbers ?? '')]);
  const newNumbers = free.filter((number) => !known.has(number));
  after.orderNumbers = joinOrderNumbers([...free, ...numbersOf(orders)]);
  transaction.get(NEW_LINKS).set(after.id, { before: linked, after: orders, newNumbers });
};

/** The numbers that a body gives are few, with those of its orders. */
export const orderNumbersAreFew: Validator<Shipment> = ({ after, sent }) =>
  after && (sent.has('orders') || sent.has('orderNumbers'))
    ? tooManyNumbers(splitOrderNumbers(after.orderNumbers), 'orderNumbers')
    : [];

/** Writes the rows that link a shipment with orders. */
export const ordersAreLinked: AfterWrite<Shipment> = async ({ after: shipment }, transaction) => {
  const links = shipment && transaction.get(NEW_LINKS).get(shipment.id);
  if (!links) return;
  transaction.get(NEW_LINKS).delete(shipment.id);
  const { before, after, newNumbers } = links;
  const kept = new Set(after.map(({ pk }) => pk));
  const known = new Set(before.map(({ pk }) => pk));
  for (const { pk } of before) if (!kept.has(pk)) await unlinkOrder(shipment, pk, transaction);
  await linkOrders(
    shipment,
    after.map(({ pk }) => pk).filter((pk) => !known.has(pk)),
    transaction,
  );
  if (newNumbers.length > 0) await linkOrdersByNumber(shipment, newNumbers, transaction);
};

/** The numbers as rows, by which shipments are found. */
export const orderNumbersAreFound: AfterWrite<Shipment> = async ({ before, after }, transaction) => {
  if (!after || (before?.orderNumbers ?? '') === after.orderNumbers) return;
  await writeOrderNumbers(after, splitOrderNumbers(after.orderNumbers), before !== undefined, transaction);
};

/** An order counts its shipments without a tracking number: when one gains or loses its number, and when one goes. */
export const ordersCountTheirShipments: AfterWrite<Shipment> = async ({ before, after }, transaction) => {
  if (
    !before ||
    !after ||
    (effectiveTrackingNumber(after) === null) === (effectiveTrackingNumber(before) === null)
  )
    return;
  await recountOrdersOf(before, transaction);
};

/** As `ordersCountTheirShipments`, while the links of a shipment that goes are still there. */
export const ordersLoseTheirShipment: BeforeDelete<Shipment> = ({ before }, transaction) =>
  recountOrdersOf(before, transaction);

async function recountOrdersOf({ pk }: Pick<Shipment, 'pk'>, transaction: Transaction): Promise<void> {
  for (const order of await ordersOf(pk, transaction)) recountOrder(order.pk, transaction);
}
