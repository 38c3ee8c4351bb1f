import type { Schema } from '../../../core/openapi/types.js';
import type { MappedField, Mapping } from '../../shared/mapping.js';
import type { OrderRow } from '../../shared/rows.js';
import { Flag, MAX_TEXT_BYTES, Text, trimmed } from '../dto/fields.js';
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
  readonly schema: Schema;
  /** What is shown where the shop has said nothing. */
  readonly unset: Value | null;
}

const plainText = (description: string, unset: string | null = '', maxLength = 255): PlainField => ({
  schema: { type: 'string', description, maxLength },
  unset,
});

/** By BigCommerce's names, in the order of answers. */
export const PLAIN_FIELDS = {
  external_source: plainText('Where it was sold: `POS`; `M-MIG`: it was migrated.', null),
  external_merchant_id: plainText("The merchant's id elsewhere; only in POST.", null),
  ip_address: plainText("The customer's address; it takes the place of `ip_address_v6`.", '', 30),
  ip_address_v6: plainText("The customer's address; it takes the place of `ip_address`.", '', 39),
  payment_provider_id: plainText('Of the payment.'),
  customer_locale: plainText("The customer's language."),
  credit_card_type: plainText('The kind of card.'),
  ebay_order_id: plainText('Of the order at eBay.', '0'),
  tax_provider_id: plainText('Who has calculated the tax.'),
  is_email_opt_in: {
    schema: { type: 'boolean', description: 'The customer wants mail from the shop.' },
    unset: false,
  },
} satisfies Readonly<Record<string, PlainField>>;

type PlainName = keyof typeof PLAIN_FIELDS;

const NAMES = Object.keys(PLAIN_FIELDS) as PlainName[];

/** Such a field of a body. */
export const Plain = (name: PlainName): PropertyDecorator => {
  const { schema } = PLAIN_FIELDS[name];
  return schema.type === 'boolean' ? Flag(schema) : Text({ ...schema, parse: trimmed });
};

/** Fields with those that were sent in their places; text that is empty, and null, take what was said back. */
export function withFields(
  before: OrderDetails['fields'],
  sent: Readonly<Partial<Record<PlainName, Value | null>>>,
): OrderDetails['fields'] {
  const fields: Record<string, Value | null> = { ...before };
  for (const name of NAMES) if (sent[name] !== undefined) fields[name] = sent[name];
  // one address takes the place of the other
  if (sent.ip_address && sent.ip_address_v6 === undefined) delete fields.ip_address_v6;
  if (sent.ip_address_v6 && sent.ip_address === undefined) delete fields.ip_address;
  const isSaid = ([name, value]: [string, Value | null]): boolean =>
    value !== null && value !== '' && value !== PLAIN_FIELDS[name as PlainName].unset;
  return Object.fromEntries(Object.entries(fields).filter(isSaid)) as OrderDetails['fields'];
}

type DetailRows = { readonly details: OrderDetails };

const shown = (name: PlainName): MappedField<DetailRows> => {
  const { schema, unset }: PlainField = PLAIN_FIELDS[name];
  const { type = 'string', description = '' } = schema;
  return {
    schema: { type: unset === null ? ['string', 'null'] : type, description },
    value: ({ details }) => details.fields[name] ?? unset,
  };
};

/** The fields in answers. */
export const PLAIN_MAPPING: Mapping<DetailRows> = Object.fromEntries(
  NAMES.map((name) => [name, shown(name)]),
);
