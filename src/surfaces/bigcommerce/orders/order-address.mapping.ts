import { objectSchema } from '../../../core/openapi/object-schema.js';
import { constant, type MappedField, type Mapping, ref } from '../../shared/mapping.js';
import type { OrderRow } from '../../shared/rows.js';
import { formatAmount } from '../formats.js';
import { amount, ID, only, text, WHOLE } from '../schema-helpers.js';
import { ADDRESS_SCHEMAS, type PresentedAddress } from './address.mapping.js';
import { linked } from './linked.js';
import type { OrderAddressView } from './order-address.queries.js';
import { type AddressDetails, type Cost, FREE } from './order-details.js';

/** What an address that an order is shipped to is shown from. */
export interface OrderAddressRows {
  readonly order: OrderRow;
  readonly view: OrderAddressView;
  readonly address: PresentedAddress;
  /** What the shop says of it. */
  readonly details: AddressDetails;
  /** How many of the order's items go there, and how many of them are shipped. */
  readonly items: number;
  readonly shipped: number;
  /** What it costs to send something there: the first address has all of the order's costs. */
  readonly shipping: Cost | undefined;
  readonly handling: Cost | undefined;
  /** The URL of the store's `/v2`. */
  readonly base: string;
}

const costs = (prefix: '' | 'handling_', costOf: (rows: OrderAddressRows) => Cost | undefined) => {
  const shown = (description: string, of: (cost: Cost) => number): MappedField<OrderAddressRows> => ({
    schema: amount(description),
    value: (rows) => formatAmount(of(costOf(rows) ?? FREE)),
  });
  return {
    [`base_${prefix}cost`]: shown('As the shop has set it.', ({ base }) => base),
    [`${prefix}cost_ex_tax`]: shown(
      'Without tax; the first address has all of it.',
      ({ withoutTax }) => withoutTax,
    ),
    [`${prefix}cost_inc_tax`]: shown('With tax.', ({ withTax }) => withTax),
    [`${prefix}cost_tax`]: shown('The tax.', ({ withTax, withoutTax }) => withTax - withoutTax),
    [`${prefix}cost_tax_class_id`]: constant<OrderAddressRows>(only(0), 0),
  };
};

/** An address that an order is shipped to, with how much goes there. */
export const SHIPPING_ADDRESS: Mapping<OrderAddressRows> = {
  id: {
    schema: { ...ID, description: 'The `order_address_id` of shipments.', examples: [128] },
    value: ({ view }) => view.id,
  },
  order_id: { schema: ID, value: ({ order }) => order.pk },
  ...Object.fromEntries(
    Object.entries(ADDRESS_SCHEMAS).map(([word, schema]): [string, MappedField<OrderAddressRows>] => [
      word,
      { schema, value: ({ address }) => address[word as keyof PresentedAddress] },
    ]),
  ),
  items_total: {
    schema: { ...WHOLE, description: 'How many go there; the first has all that no other was sent.' },
    value: ({ items }) => items,
  },
  items_shipped: { schema: WHOLE, value: ({ shipped }) => shipped },
  shipping_method: {
    schema: text('As the shop calls it.', 'Flat Rate'),
    value: ({ details }) => details.shipping_method ?? '',
  },
  form_fields: {
    schema: {
      type: 'array',
      items: objectSchema({ name: text('Of the field.', 'Floor'), value: text('What was entered.', '3') }),
    },
    value: ({ details }) => details.form_fields ?? [],
  },
  ...costs('', ({ shipping }) => shipping),
  ...costs('handling_', ({ handling }) => handling),
  shipping_zone_id: constant(only(0), 0),
  shipping_zone_name: constant(only(''), ''),
  shipping_quotes: {
    schema: ref('Linked'),
    value: ({ order, view, base }) =>
      linked(`/orders/${order.pk}/shipping_addresses/${view.id}/shipping_quotes`, base),
  },
};
