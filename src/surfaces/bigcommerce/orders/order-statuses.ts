import { CANCELLED_CODES } from '../../../modules/orders/cancelled.js';
import { orderResource } from '../../../modules/orders/order.resource.js';
import { followCounts, type OrderCounts } from '../../../modules/orders/recount-orders.js';
import { statusCode } from '../../../modules/orders/status-code.js';
import { and, condition, isIn, or } from '../../../core/metadata/condition.js';
import { codeKey } from '../../../core/metadata/identity.js';
import type { Transaction } from '../../../core/metadata/transaction.js';
import { parseWriteInput } from '../../../core/store/write-input.js';
import type { OrderRow } from '../../shared/rows.js';
import { referenceTo } from '../../../core/store/references.js';
import { statusResource } from '../../../modules/orders/statuses/status.resource.js';
import type { ShopUnit } from '../../shared/shop-units.js';

/** One of BigCommerce's order statuses; `code` is that of the workspace's own status that stands for it. */
export interface OrderStatus {
  readonly id: number;
  readonly name: string;
  readonly code: string;
  /** Its place in lists. */
  readonly order: number;
  readonly description: string;
}

export const SHIPPED = 2;
export const PARTIALLY_SHIPPED = 3;
const CANCELLED = 5;
export const PENDING = 1;
/** What an order is in whose shop has said nothing that BigCommerce knows. */
export const AWAITING_FULFILLMENT = 11;

/** The statuses by their ids: name, place in lists, meaning. Source: BigCommerce's reference of order statuses. */
export const ORDER_STATUSES: readonly OrderStatus[] = (
  [
    ['Incomplete', 0, 'The customer has come to the payment, and has not paid.'],
    ['Pending', 1, 'The checkout is not finished yet.'],
    ['Shipped', 8, 'Everything has been sent.'],
    ['Partially Shipped', 6, 'Some of it has been sent.'],
    ['Refunded', 11, 'The payment has been given back.'],
    ['Cancelled', 9, 'The order is not wanted any more.'],
    ['Declined', 10, 'The payment was refused.'],
    ['Awaiting Payment', 2, 'The payment is not confirmed yet.'],
    ['Awaiting Pickup', 5, 'The customer collects it.'],
    ['Awaiting Shipment', 4, 'It is packed, and the carrier collects it.'],
    ['Completed', 7, 'It is paid and sent, or can be downloaded.'],
    ['Awaiting Fulfillment', 3, 'It is paid, and is to be packed.'],
    ['Manual Verification Required', 13, 'It is held until somebody has looked at it.'],
    ['Disputed', 12, 'The payment is disputed.'],
    ['Partially Refunded', 14, 'Part of the payment has been given back.'],
  ] as const
).map(([name, order, description], id) => ({
  id,
  name,
  code: name.toLowerCase().replaceAll(' ', '_'),
  order,
  description,
}));

/** Shown as they are, whatever has been shipped meanwhile; all others come before shipping. */
export const CONCLUSIVE: readonly number[] = [SHIPPED, 4, CANCELLED, 6, 10, 13, 14];

/** Orders that a new shipment leaves as they are: refunded, cancelled, completed, disputed. */
const SETTLED: ReadonlySet<number> = new Set([4, CANCELLED, 10, 13, 14]);

/** The codes of a status, as they are compared. */
export const foldedCodes = (id: number): readonly string[] =>
  (id === CANCELLED ? CANCELLED_CODES : [ORDER_STATUSES[id]?.code ?? '']).map(codeKey);

const idsByCode = new Map(
  ORDER_STATUSES.flatMap(({ id }) => foldedCodes(id).map((code): [string, number] => [code, id])),
);

/** What BigCommerce calls a workspace's own status; undefined where it does not know it. */
export const knownId = (code: string | null): number | undefined => idsByCode.get(codeKey(code ?? ''));

/** The id of the status that an order is shown with, by its own status and what of it is in shipments. */
export function shownStatus(code: string | null, fulfillmentStatus: string): number {
  const known = knownId(code);
  if (known !== undefined && CONCLUSIVE.includes(known)) return known;
  if (fulfillmentStatus === 'fulfilled') return SHIPPED;
  if (fulfillmentStatus === 'partial') return PARTIALLY_SHIPPED;
  return known ?? AWAITING_FULFILLMENT;
}

export const statusName = (id: number): string => ORDER_STATUSES[id]?.name ?? '';

/** A workspace's own status. */
export interface OwnStatus {
  readonly code: string;
  readonly title: string | null;
}

/** What a shop itself calls the status that its order is shown with: its own words, unless shipments say otherwise. */
export function customStatus(own: OwnStatus | undefined, shown: number): string {
  const known = knownId(own?.code ?? null);
  const isOvertaken = known !== undefined && known !== shown;
  return (isOvertaken ? '' : own?.title || own?.code) || statusName(shown);
}

/** `orderStatus` of a body for a status. */
export function toOwnStatus(id: number): OwnStatus | undefined {
  const status = ORDER_STATUSES[id];
  return status && { code: status.code, title: status.name };
}

/** The ids of an order's own status, where BigCommerce knows that, and of the one that it is shown with. */
export async function statusOf(
  order: OrderRow,
  transaction: Transaction,
): Promise<{ readonly said: number | undefined; readonly shown: number }> {
  const code = await statusCode(order, transaction);
  return { said: knownId(code), shown: shownStatus(code, order.fulfillmentStatus) };
}

/** The row of an order, held until the unit ends. */
const heldOrder = async (pk: number, { writer }: ShopUnit): Promise<OrderRow | undefined> =>
  (await writer.find(orderResource, condition('t.pk = ?', pk)))[0];

/**
 * An order that is held, and the workspace's statuses that may matter to it: its own, and those that stand for Shipped and
 * Partially Shipped.
 */
async function withStatuses(order: OrderRow | undefined, { rows }: ShopUnit) {
  if (!order) return undefined;
  const codes = [SHIPPED, PARTIALLY_SHIPPED].flatMap(foldedCodes);
  const isMeant = or([isIn('t.codeFolded', codes), condition('t.pk = ?', order.orderStatusPk)]);
  const statuses = await rows(statusResource, and([condition("t.entity = 'orders'"), isMeant]));
  const code = statuses.find(({ pk }) => pk === order.orderStatusPk)?.code ?? null;
  return { order, statuses, said: knownId(code), shown: shownStatus(code, order.fulfillmentStatus) };
}

type HeldWithStatuses = NonNullable<Awaited<ReturnType<typeof withStatuses>>>;

/** Gives an order a status of its own; the workspace's that stands for it is made where there is none. */
async function setStatus(
  id: number,
  { order, statuses }: HeldWithStatuses,
  { writer }: ShopUnit,
  columns?: OrderCounts,
): Promise<void> {
  const status = statuses.find(({ code }) => knownId(code) === id);
  const body = status ? {} : { orderStatus: toOwnStatus(id) };
  await writer.updateRow(orderResource, order, parseWriteInput(orderResource, body, 'put'), {
    ...(status && { references: new Map([['orderStatus', referenceTo(statusResource, status)]]) }),
    ...(columns && { columns }),
  });
}

/**
 * Before the unit's `finish()`, by which a shipment was made here: an order of which everything is in shipments then becomes
 * Shipped, one of which something is Partially Shipped, so that whoever follows orders hears of it.
 */
export function shippedStatusFollows(orderPk: number, unit: ShopUnit): void {
  followCounts(orderPk, unit.transaction, async (order, counts) => {
    const id = SHIPPED_BY[counts.fulfillmentStatus];
    const held = id === undefined ? undefined : await withStatuses(order, unit);
    if (id === undefined || !held || (held.said !== undefined && SETTLED.has(held.said))) return false;
    await setStatus(id, held, unit, counts);
    return true;
  });
}

/** What an order becomes by what of it is in shipments. */
const SHIPPED_BY: Readonly<Record<OrderCounts['fulfillmentStatus'], number | undefined>> = {
  fulfilled: SHIPPED,
  partial: PARTIALLY_SHIPPED,
  not_fulfilled: undefined,
};

/**
 * Before a shipment is deleted here: an order that is shown as Shipped or Partially Shipped because of what is in
 * shipments gets that as its own status, so that it stays so. `known`: an order that the unit holds, as it is.
 */
export async function keepShippedStatus(orderPk: number, known: OrderRow, unit: ShopUnit): Promise<void> {
  const order = orderPk === known.pk ? known : await heldOrder(orderPk, unit);
  const held = await withStatuses(order, unit);
  if (!held || held.said === held.shown) return;
  if (held.shown === SHIPPED || held.shown === PARTIALLY_SHIPPED) await setStatus(held.shown, held, unit);
}
