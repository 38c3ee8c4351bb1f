import { parseMoney } from '../../core/metadata/money.js';
import { MAX_INTEGER } from '../../core/metadata/fields/number.js';
import type { Columns } from '../../core/store/rows.js';
import { cannotShip, invalidItem } from './errors.js';
import { fieldsOf, RequestParams, type Source } from './request-params.js';

/** An entry of `items`: so many of an order item, which is named by its key, its SKU, or both. */
export interface RequestedItem {
  readonly orderItemPk: number | undefined;
  readonly sku: string | undefined;
  readonly qty: number;
}

/** How many of an order item go into a shipment. */
export interface AllocatedItem {
  readonly orderItem: Columns;
  readonly qty: number;
}

/** Entries at most. */
export const MAX_ITEMS = 1000;

/** `items` of a body; undefined where it has none, which means everything that is left. @throws BadInput. */
export function requestedItems(body: Source): readonly RequestedItem[] | undefined {
  const sent = body('items');
  if (sent === undefined) return undefined;
  if (!Array.isArray(sent) || sent.length === 0 || sent.length > MAX_ITEMS) throw invalidItem();
  return sent.map(requestedItem);
}

function requestedItem(sent: unknown): RequestedItem {
  try {
    const values = new RequestParams(fieldsOf(sent));
    const orderItemPk = values.key('order_item_id');
    const sku = values.text('sku');
    const qty = quantityFrom(values.value('qty'));
    if ((orderItemPk ?? sku) === undefined || qty === undefined) throw invalidItem();
    return { orderItemPk, sku, qty };
  } catch {
    throw invalidItem();
  }
}

/** 2, `"2"` and `"2.0000"` are 2; nothing below 1 is a quantity. */
function quantityFrom(sent: unknown): number | undefined {
  const isWritten = typeof sent === 'number' || typeof sent === 'string';
  const qty = (isWritten ? (parseMoney(String(sent)) ?? 0) : 0) / ONE;
  return Number.isInteger(qty) && qty > 0 && qty <= MAX_INTEGER ? qty : undefined;
}

/** Decimal numbers are parsed as ten-thousandths. */
const ONE = 10_000;

/**
 * Finds what is asked for among the items of an order, in the order of their keys. A SKU of several items takes the first
 * ones until its quantity is reached, after those that are asked for by key.
 * @throws BadInput when nothing is left, or one is not in the order, or more is asked for than is left.
 */
export function allocateItems(
  orderItems: readonly Columns[],
  asked: readonly RequestedItem[] | undefined,
): AllocatedItem[] {
  const left = new Map(orderItems.map((item): [Columns, number] => [item, leftOf(item)]));
  if (![...left.values()].some((qty) => qty > 0)) throw cannotShip();
  const allocated = new Map<Columns, number>();
  const take = (item: Columns, qty: number): number => {
    const taken = Math.min(qty, left.get(item) ?? 0);
    left.set(item, (left.get(item) ?? 0) - taken);
    allocated.set(item, (allocated.get(item) ?? 0) + taken);
    return qty - taken;
  };
  const everything = orderItems.map((item) => ({ orderItemPk: item.pk as number, qty: leftOf(item) }));
  const named = (asked ?? everything).toSorted((a, b) => rankOf(a) - rankOf(b));
  for (const entry of named) {
    const wanted = orderItems.filter((item) => isMeant(item, entry));
    const missing = wanted.reduce((qty, item) => take(item, qty), entry.qty);
    if (wanted.length === 0 || missing > 0) throw invalidItem();
  }
  return [...allocated].filter(([, qty]) => qty > 0).map(([orderItem, qty]) => ({ orderItem, qty }));
}

const leftOf = (item: Columns): number => Math.max(0, (item.qty as number) - (item.fulfilledQty as number));

const rankOf = ({ orderItemPk }: Pick<RequestedItem, 'orderItemPk'>): number =>
  orderItemPk === undefined ? 1 : 0;

const isMeant = (item: Columns, { orderItemPk, sku }: Partial<RequestedItem>): boolean =>
  (orderItemPk === undefined || item.pk === orderItemPk) &&
  (sku === undefined || ((item.productSku as string | null) ?? '').trim() === sku);
