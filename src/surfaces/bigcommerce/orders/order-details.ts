import type { Schema } from '../../../core/openapi/types.js';
import type { OrderRow } from '../../shared/rows.js';
import type { RequestBody } from '../request-body.js';
import { InvalidField } from '../errors.js';

/** The channel of an order whose shop has named none: BigCommerce's own storefront. */
export const FIRST_CHANNEL = 1;

/** What shipping, handling or wrapping costs, in ten-thousandths. */
export interface Cost {
  /** As the shop has set it, before tax is thought of. */
  readonly base: number;
  readonly withoutTax: number;
  readonly withTax: number;
}

export const FREE: Cost = { base: 0, withoutTax: 0, withTax: 0 };

export const COSTS = ['shipping', 'handling', 'wrapping'] as const;
export type CostName = (typeof COSTS)[number];

/** What a shop says of one of an order's shipping addresses. */
export interface AddressDetails {
  readonly shipping_method?: string | undefined;
  readonly form_fields?: readonly FormField[] | undefined;
  /** Of an order's own address, where mail and calls do not go to who ordered. */
  readonly email?: string | undefined;
  readonly phone?: string | undefined;
}

export interface FormField {
  readonly name: string;
  readonly value: string;
}

type Value = string | number | boolean;

/** What a shop says of an order and nothing here follows; it is kept with the order, and shown as it was said. */
export interface OrderDetails {
  readonly fields: Readonly<Record<string, Value>>;
  readonly costs: Readonly<Partial<Record<CostName, Cost>>>;
  readonly discount: number;
  /** Where the shop gives a pair of its own; otherwise the tax is that of lines and costs. */
  readonly subtotalTax?: number | undefined;
  readonly totalTax?: number | undefined;
  /** By the integers by which shops know the addresses. */
  readonly addresses: Readonly<Record<string, AddressDetails>>;
}

const NONE: OrderDetails = { fields: {}, costs: {}, discount: 0, addresses: {} };

/** Characters of a text column of 64 KiB, in bytes. */
const MAX_TEXT_BYTES = 65_535;

export const detailsOf = ({ shopDetails }: Pick<OrderRow, 'shopDetails'>): OrderDetails =>
  shopDetails === null ? NONE : { ...NONE, ...(JSON.parse(shopDetails) as Partial<OrderDetails>) };

/** The same details are always the same text; null where there are none. @throws InvalidField when they are too long. */
export function detailsColumn(details: OrderDetails): string | null {
  const text = JSON.stringify({
    fields: sorted(details.fields),
    costs: sorted(details.costs),
    discount: details.discount,
    subtotalTax: details.subtotalTax,
    totalTax: details.totalTax,
    addresses: sorted(details.addresses),
  });
  if (Buffer.byteLength(text) > MAX_TEXT_BYTES)
    throw new InvalidField('form_fields', 'The values are too long.');
  return text === JSON.stringify(NONE) ? null : text;
}

const sorted = <T>(record: Readonly<Record<string, T>>): Record<string, T> =>
  Object.fromEntries(Object.entries(record).sort(([one], [other]) => (one < other ? -1 : 1)));

/** A field that is kept as it is. */
interface PlainField {
  readonly kind: 'text' | 'integer' | 'flag';
  readonly longest?: number;
  /** What is shown where the shop has said nothing. */
  readonly unset: Value | null;
  /** Only a new order takes it. */
  readonly isFixed?: boolean;
  readonly description: string;
}

/** By BigCommerce's names, in the order of answers. */
export const PLAIN_FIELDS: Readonly<Record<string, PlainField>> = {
  external_source: {
    kind: 'text',
    unset: null,
    description: 'Where it was sold: `POS`; `M-MIG`: it was migrated.',
  },
  external_merchant_id: {
    kind: 'text',
    unset: null,
    isFixed: true,
    description: "The merchant's id elsewhere; only in POST.",
  },
  ip_address: {
    kind: 'text',
    longest: 30,
    unset: '',
    description: "The customer's address; it takes the place of `ip_address_v6`.",
  },
  ip_address_v6: {
    kind: 'text',
    longest: 39,
    unset: '',
    description: "The customer's address; it takes the place of `ip_address`.",
  },
  payment_provider_id: { kind: 'text', unset: '', description: 'Of the payment.' },
  customer_locale: { kind: 'text', unset: '', description: "The customer's language." },
  credit_card_type: { kind: 'text', unset: '', description: 'The kind of card.' },
  ebay_order_id: { kind: 'text', unset: '0', description: 'Of the order at eBay.' },
  tax_provider_id: { kind: 'text', unset: '', description: 'Who has calculated the tax.' },
  is_email_opt_in: { kind: 'flag', unset: false, description: 'The customer wants mail from the shop.' },
};

/** What a body has of these fields; text that is empty, and null, take what was said back. @throws InvalidField. */
export function plainFieldsIn(
  body: RequestBody,
  isNew: boolean,
): Readonly<Record<string, Value | undefined>> {
  const fields: Record<string, Value | undefined> = {};
  for (const [name, { kind, longest, isFixed }] of Object.entries(PLAIN_FIELDS)) {
    if (!body.has(name) || (isFixed && !isNew)) continue;
    const value =
      kind === 'text'
        ? body.text(name, longest)?.trim()
        : kind === 'flag'
          ? body.flag(name)
          : body.integer(name);
    fields[name] = value === '' ? undefined : value;
  }
  // one address takes the place of the other
  if (fields.ip_address !== undefined && !('ip_address_v6' in fields)) fields.ip_address_v6 = undefined;
  if (fields.ip_address_v6 !== undefined && !('ip_address' in fields)) fields.ip_address = undefined;
  return fields;
}

/** Fields with those that were sent in their places. */
export const withFields = (
  before: OrderDetails['fields'],
  sent: Readonly<Record<string, Value | undefined>>,
): OrderDetails['fields'] =>
  Object.fromEntries(
    Object.entries({ ...before, ...sent }).filter(
      (entry): entry is [string, Value] =>
        entry[1] !== undefined && entry[1] !== PLAIN_FIELDS[entry[0]]?.unset,
    ),
  );

/** The fields as answers show them. */
export const shownFields = ({ fields }: OrderDetails): Record<string, Value | null> =>
  Object.fromEntries(Object.entries(PLAIN_FIELDS).map(([name, { unset }]) => [name, fields[name] ?? unset]));

const TYPES = { text: 'string', integer: 'integer', flag: 'boolean' } as const;

/** The fields in the OpenAPI document. */
export const plainFieldSchemas = (in_: 'answer' | 'new' | 'change'): Record<string, Schema> =>
  Object.fromEntries(
    Object.entries(PLAIN_FIELDS)
      .filter(([, { isFixed }]) => in_ !== 'change' || !isFixed)
      .map(([name, { kind, longest, unset, description }]) => [
        name,
        {
          type: in_ !== 'answer' || unset === null ? [TYPES[kind], 'null'] : TYPES[kind],
          description,
          ...(kind === 'text' && in_ !== 'answer' ? { maxLength: longest ?? 255 } : {}),
        },
      ]),
  );
