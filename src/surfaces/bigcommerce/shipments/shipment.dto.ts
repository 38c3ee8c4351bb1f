import { isURL } from 'class-validator';
import { isMerchantCarrier } from '../../../modules/reference-data/carriers/carrier-names.js';
import { normalizeTrackingNumber } from '../../../modules/reference-data/carriers/normalize-tracking-number.js';
import {
  merchantTrackingNumbers,
  trackingNumberProblem,
} from '../../../modules/reference-data/carriers/parse-tracking-numbers.js';
import { isProvider } from './carrier-mapping.js';
import type { RequestBody } from '../request-body.js';
import { InvalidField, UnwritableField } from '../errors.js';

/** What a body says of a shipment; undefined is what it does not have. */
export interface ShipmentInput {
  readonly orderAddressId: number | undefined;
  /** As it was written. */
  readonly trackingNumber: string | undefined;
  readonly shippingProvider: string | undefined;
  readonly trackingCarrier: string | undefined;
  readonly trackingLink: string | undefined;
  readonly shippingMethod: string | undefined;
  readonly comments: string | undefined;
  /** In ten-thousandths. */
  readonly merchantShippingCost: number | undefined;
}

/** How many of an order's product go into a shipment. */
export interface ShipmentItemInput {
  readonly orderProductId: number;
  readonly quantity: number;
}

/** Characters of BigCommerce's fields at most; a column of text takes so many bytes, too. */
export const MAX_LENGTH = { trackingNumber: 50, trackingLink: 500, comments: 65_535 } as const;

/** A shipment to be made. @throws MissingField, UnwritableField, InvalidField. */
export function newShipmentIn(
  body: RequestBody,
): ShipmentInput & { readonly items: readonly ShipmentItemInput[] } {
  body.require('order_address_id', 'items');
  refuse(body, 'product_id');
  const items = itemsIn(body);
  if (items.length === 0) throw new InvalidField('items', 'There must be at least one item.');
  return { ...shipmentIn(body), items };
}

/** What is to be changed of a shipment. Its items stay: whoever sends them means those that are in it. */
export interface ShipmentChange extends ShipmentInput {
  readonly items: readonly ShipmentItemInput[] | undefined;
}

/** @throws UnwritableField, MissingField, InvalidField. */
export function changesIn(body: RequestBody): ShipmentChange {
  refuse(body, 'product_id');
  return { ...shipmentIn(body), items: body.has('items') ? itemsIn(body) : undefined };
}

function refuse(body: RequestBody, ...names: readonly string[]): void {
  for (const name of names) if (body.has(name)) throw new UnwritableField(name);
}

const shipmentIn = (body: RequestBody): ShipmentInput => ({
  orderAddressId: body.integer('order_address_id', 1, Number.MAX_SAFE_INTEGER),
  trackingNumber: trackingNumber(body.text('tracking_number', MAX_LENGTH.trackingNumber)?.trim()),
  shippingProvider: provider(body.text('shipping_provider')?.trim().toLowerCase()),
  trackingCarrier: carrier(body.text('tracking_carrier')?.trim()),
  trackingLink: link(body.text('tracking_link', MAX_LENGTH.trackingLink)?.trim()),
  shippingMethod: body.text('shipping_method'),
  comments: comments(body.text('comments', MAX_LENGTH.comments)),
  merchantShippingCost: body.has('merchant_shipping_cost')
    ? (body.money('merchant_shipping_cost') ?? 0)
    : undefined,
});

/** What is named twice is added up. */
function itemsIn(body: RequestBody): readonly ShipmentItemInput[] {
  const quantities = new Map<number, number>();
  for (const item of body.list('items') ?? []) {
    item.require('order_product_id', 'quantity');
    const id = item.integer('order_product_id', 1, Number.MAX_SAFE_INTEGER) ?? 0;
    const quantity = item.integer('quantity', 1) ?? 0;
    quantities.set(id, (quantities.get(id) ?? 0) + quantity);
  }
  return [...quantities].map(([orderProductId, quantity]) => ({ orderProductId, quantity }));
}

function trackingNumber(text: string | undefined): string | undefined {
  if (text && !/[a-z\d]/i.test(normalizeTrackingNumber(text)))
    throw new InvalidField('tracking_number', 'A tracking number must have letters or digits.');
  if (text && !merchantTrackingNumbers(text))
    throw new InvalidField('tracking_number', trackingNumberProblem(text) ?? '');
  return text;
}

function provider(word: string | undefined): string | undefined {
  if (word && !isProvider(word))
    throw new InvalidField('shipping_provider', 'There is no such shipping provider.');
  return word;
}

function carrier(word: string | undefined): string | undefined {
  if (word && !isMerchantCarrier(word))
    throw new InvalidField('tracking_carrier', 'There is no such tracking carrier.');
  return word;
}

const PAGE = { require_tld: false, require_protocol: true, protocols: ['http', 'https'] };

function link(url: string | undefined): string | undefined {
  if (url && !isURL(url, PAGE))
    throw new InvalidField('tracking_link', 'The value must be an http or https address.');
  return url;
}

function comments(text: string | undefined): string | undefined {
  if (text && Buffer.byteLength(text) > MAX_LENGTH.comments)
    throw new InvalidField('comments', `The value must have ${MAX_LENGTH.comments} bytes or fewer.`);
  return text;
}
