import { isISO4217CurrencyCode } from 'class-validator';
import { newAmounts, type AmountsInput, readAmounts, within } from './order-amounts.js';
import { plainFieldsIn } from './order-details.js';
import { type AddressInput, readAddress } from './address.dto.js';
import { ORDER_STATUSES, PENDING } from './order-statuses.js';
import { RequestBody } from '../request-body.js';
import { InvalidField, MissingField, UnwritableField } from '../errors.js';

/** A line of a new order; amounts in ten-thousandths. */
export interface ProductInput {
  readonly name: string | undefined;
  readonly sku: string | undefined;
  readonly productId: number | undefined;
  readonly quantity: number;
  readonly price: number | undefined;
  /** With tax, of all of the quantity. */
  readonly total: number | undefined;
}

/** What a shop says of an order and nothing here follows; undefined is what it does not say. */
export interface DetailsInput {
  readonly staffNotes: string | undefined;
  readonly customerMessage: string | undefined;
  readonly paymentMethod: string | undefined;
  readonly channelId: number | undefined;
  readonly fields: ReturnType<typeof plainFieldsIn>;
}

export interface NewOrder {
  readonly statusId: number;
  readonly customerId: number | undefined;
  readonly currency: string | undefined;
  /** The shop's own; without it the order's id is its number. */
  readonly number: string | undefined;
  readonly amounts: ReturnType<typeof newAmounts>;
  readonly about: DetailsInput;
  readonly billing: AddressInput;
  /** None: it goes where the bill goes. */
  readonly shipping: readonly AddressInput[];
  readonly lines: readonly ProductInput[];
}

/** What a PUT says; what is undefined stays as it is. */
export interface OrderChange {
  readonly statusId: number | undefined;
  readonly customerId: number | undefined;
  readonly isDeleted: boolean | undefined;
  readonly number: string | undefined;
  readonly currency: string | undefined;
  readonly amounts: AmountsInput;
  readonly about: DetailsInput;
  readonly billing: AddressInput | undefined;
}

/** Addresses of an order at most. */
export const MAX_ADDRESSES = 100;
/** Characters of a product's name, a SKU and an order number at most. */
const MAX_LENGTH = 255;

/** @throws InvalidBody, MissingField, InvalidField. */
export function newOrderIn(sent: unknown): NewOrder {
  const body = new RequestBody(sent);
  body.require('billing_address', 'products');
  const products = body.list('products') ?? [];
  if (products.length === 0) throw new MissingField('products');
  const lines = products.map(lineIn);
  const sums = { withoutTax: sumOf(lines, 'price'), withTax: sumOf(lines, 'total') };
  const addresses = body.list('shipping_addresses', MAX_ADDRESSES) ?? [];
  return {
    statusId: statusIn(body) ?? PENDING,
    customerId: body.integer('customer_id'),
    currency: currencyIn(body, 'currency_code') ?? currencyIn(body, 'default_currency_code'),
    number: numberIn(body),
    amounts: newAmounts(readAmounts(body), sums),
    about: aboutIn(body, true),
    billing: readAddress(requiredIn(body, 'billing_address')),
    shipping: addresses.map(readAddress),
    lines,
  };
}

/** What was answered may be sent back: lists of an order are `{url, resource}` there, and change nothing. @throws InvalidBody, InvalidField, UnwritableField. */
export function orderChangeIn(sent: unknown): OrderChange {
  const body = new RequestBody(sent);
  for (const name of ['products', 'shipping_addresses']) {
    if (Array.isArray((sent as Readonly<Record<string, unknown>>)[name])) throw new UnwritableField(name);
  }
  const billing = body.object('billing_address');
  return {
    statusId: statusIn(body),
    customerId: body.integer('customer_id'),
    isDeleted: body.flag('is_deleted'),
    number: numberIn(body),
    currency: currencyIn(body, 'currency_code'),
    amounts: readAmounts(body),
    about: aboutIn(body, false),
    billing: billing && readAddress(billing),
  };
}

/** The order's number, which is never empty. @throws InvalidField. */
const numberIn = (body: RequestBody): string | undefined =>
  body.text('external_order_id', MAX_LENGTH)?.trim() || undefined;

/** @throws InvalidField. */
const aboutIn = (body: RequestBody, isNew: boolean): DetailsInput => ({
  staffNotes: longText(body, 'staff_notes'),
  customerMessage: longText(body, 'customer_message'),
  paymentMethod: body.text('payment_method', MAX_PAYMENT_METHOD)?.trim(),
  channelId: body.integer('channel_id'),
  fields: plainFieldsIn(body, isNew),
});

/** Characters of a way of paying at most. */
const MAX_PAYMENT_METHOD = 100;

/** What a column of text takes, in characters and in bytes. */
const MAX_TEXT_BYTES = 65_535;

/** @throws InvalidField. */
function longText(body: RequestBody, name: string): string | undefined {
  const text = body.text(name, MAX_TEXT_BYTES);
  if (text !== undefined && Buffer.byteLength(text) > MAX_TEXT_BYTES)
    throw new InvalidField(name, `The value must have ${MAX_TEXT_BYTES} bytes or fewer.`);
  return text;
}

/** @throws MissingField when it is not an object with something in it. */
function requiredIn(body: RequestBody, name: string): RequestBody {
  const value = body.object(name);
  if (!value) throw new MissingField(name);
  return value;
}

function lineIn(body: RequestBody): ProductInput {
  body.require('quantity');
  const name = body.text('name', MAX_LENGTH)?.trim() || undefined;
  const productId = body.integer('product_id') || undefined;
  if (name === undefined && productId === undefined) throw new MissingField('name');
  const quantity = body.integer('quantity', 1) ?? 1;
  const [withoutTax, withTax] = [body.money('price_ex_tax'), body.money('price_inc_tax')];
  const price = withoutTax ?? withTax;
  const priceWithTax = withTax ?? price;
  if (price !== undefined && priceWithTax !== undefined && priceWithTax < price)
    throw new InvalidField('price_inc_tax', 'The value must not be below price_ex_tax.');
  const total = priceWithTax === undefined ? undefined : within(priceWithTax * quantity, 'quantity');
  return { name, sku: body.text('sku', MAX_LENGTH)?.trim(), productId, quantity, price, total };
}

/** What all lines cost together: without tax by their prices, or with it by their totals. */
const sumOf = (lines: readonly ProductInput[], by: 'price' | 'total'): number =>
  lines.reduce(
    (sum, line) =>
      within(sum + (by === 'price' ? (line.price ?? 0) * line.quantity : (line.total ?? 0)), 'products'),
    0,
  );

/** @throws InvalidField when there is no such status. */
function statusIn(body: RequestBody): number | undefined {
  const id = body.integer('status_id');
  if (id !== undefined && !ORDER_STATUSES[id])
    throw new InvalidField('status_id', 'There is no status with this id.');
  return id;
}

/** @throws InvalidField when it is no currency. */
function currencyIn(body: RequestBody, name: string): string | undefined {
  const code = body.text(name)?.trim().toUpperCase() || undefined;
  if (code !== undefined && !isISO4217CurrencyCode(code))
    throw new InvalidField(name, 'The value must be an ISO 4217 code of three letters.');
  return code;
}
