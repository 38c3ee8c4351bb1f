import type { Components } from '../../../core/openapi/components.js';
import { objectSchema } from '../../../core/openapi/object-schema.js';
import type { Reference, Schema } from '../../../core/openapi/types.js';
import { MAX_ADDRESSES } from './order.dto.js';
import { CUSTOMER_ID, ID, STATUS_ID, text, WHOLE } from './order.schemas.js';
import { sentAmountSchemas } from './order-amounts.js';
import { plainFieldSchemas } from './order-details.js';
import { MAX_LIST_LENGTH } from '../request-body.js';

const SHORT: Schema = { type: 'string', maxLength: 255 };

/** An amount in bodies; numbers count as text. */
const sentAmount = (description: string): Schema => ({
  type: ['string', 'number'],
  description,
  examples: ['45.0000'],
});

/** An address in bodies; what is not sent is not known, or stays. */
const readAddress = (components: Components): Reference =>
  components.schema('SentAddress', () => {
    const names = [
      'first_name',
      'last_name',
      'company',
      'street_1',
      'street_2',
      'city',
      'state',
      'zip',
      'country',
    ];
    return objectSchema(
      {
        ...Object.fromEntries(names.map((name) => [name, SHORT])),
        country_iso2: {
          type: 'string',
          description: 'ISO 3166, two letters; it follows from the name of the country, too.',
          examples: ['US'],
        },
        phone: SHORT,
        email: { type: 'string', maxLength: 1000, examples: ['janedoe@example.com'] },
      },
      [],
    );
  });

/** An address that an order is shipped to. */
export const sentShippingAddress = (components: Components): Schema => ({
  allOf: [
    readAddress(components),
    objectSchema(
      {
        shipping_method: { ...SHORT, examples: ['Flat Rate'] },
        form_fields: {
          type: 'array',
          maxItems: 100,
          items: objectSchema({ name: SHORT, value: { type: ['string', 'number'] } }),
        },
      },
      [],
    ),
  ],
});

/** What a shop says of an order and nothing here follows. */
const ABOUT: Readonly<Record<string, Schema>> = {
  staff_notes: { type: 'string', maxLength: 65_535, description: 'For the shop alone.' },
  customer_message: { type: ['string', 'null'], maxLength: 65_535, description: 'What the customer says.' },
  payment_method: { type: 'string', maxLength: 100, description: 'How it is paid.', examples: ['Cash'] },
  channel_id: { ...WHOLE, description: 'The channel that it was sold by.' },
};

const newProduct = (components: Components): Reference =>
  components.schema('NewProduct', () =>
    objectSchema(
      {
        name: { ...SHORT, description: 'Its name; it may be missing where there is a `product_id`.' },
        product_id: { ...WHOLE, description: "The shop's own number of the product." },
        sku: SHORT,
        quantity: { ...ID, examples: [2] },
        price_ex_tax: sentAmount('Of one, without tax.'),
        price_inc_tax: sentAmount('Of one, with tax; not below the price without.'),
      },
      ['quantity'],
    ),
  );

/** The body of a POST. */
export const newOrderSchema = (components: Components): Reference =>
  components.schema('NewOrder', () =>
    objectSchema(
      {
        billing_address: readAddress(components),
        products: { type: 'array', maxItems: MAX_LIST_LENGTH, items: newProduct(components) },
        shipping_addresses: {
          type: 'array',
          description: 'Where it goes; without any to the billing address.',
          maxItems: MAX_ADDRESSES,
          items: sentShippingAddress(components),
        },
        status_id: { ...STATUS_ID, default: 1 },
        customer_id: CUSTOMER_ID,
        currency_code: text('ISO 4217.', 'EUR'),
        default_currency_code: text('The same, where there is no `currency_code`.', 'EUR'),
        external_order_id: { ...SHORT, description: "The order's number; without it, its id." },
        ...ABOUT,
        ...plainFieldSchemas('new'),
        ...sentAmountSchemas(sentAmount),
      },
      ['billing_address', 'products'],
    ),
  );

/** The body of a PUT. */
export const orderChangeSchema = (components: Components): Reference =>
  components.schema('OrderChange', () =>
    objectSchema(
      {
        status_id: STATUS_ID,
        customer_id: CUSTOMER_ID,
        is_deleted: { type: 'boolean', description: 'Puts the order away, or takes it back.' },
        currency_code: text('ISO 4217.', 'EUR'),
        external_order_id: { ...SHORT, description: "The order's number." },
        ...ABOUT,
        ...plainFieldSchemas('change'),
        ...sentAmountSchemas(sentAmount),
        billing_address: readAddress(components),
      },
      [],
    ),
  );
