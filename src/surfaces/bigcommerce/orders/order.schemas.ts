import type { Components } from '../../../core/openapi/components.js';
import { objectSchema } from '../../../core/openapi/object-schema.js';
import type { Reference, Schema } from '../../../core/openapi/types.js';
import { amountSchemas } from './order-amounts.js';
import { plainFieldSchemas } from './order-details.js';
import { ORDER_STATUSES } from './order-statuses.js';
import { ADDRESS, addressSchema } from '../openapi-components.js';

export const ID: Schema = { type: 'integer', minimum: 1 };
export const WHOLE: Schema = { type: 'integer', minimum: 0 };

export const text = (description: string, example: string): Schema => ({
  type: 'string',
  description,
  examples: [example],
});

/** An amount in answers. */
const amount = (description: string): Schema => ({
  type: 'string',
  description,
  pattern: '^-?\\d+\\.\\d{4}$',
  examples: ['45.0000'],
});

export const STATUS_ID: Schema = {
  type: 'integer',
  minimum: 0,
  maximum: ORDER_STATUSES.length - 1,
  description: ORDER_STATUSES.map(({ id, name }) => `${id} ${name}`).join(', '),
  examples: [11],
};

export const CUSTOMER_ID: Schema = {
  ...WHOLE,
  description: "The shop's own number of its customer; 0 of a guest.",
};

/** The address of an order's list: a URL, and the same below `/v2`. */
const linked = (components: Components): Reference =>
  components.schema('Linked', () =>
    objectSchema({
      url: text('Where it is.', 'https://shipping.example/stores/q0v5k8d2n7r3m1st/v2/orders/120/products'),
      resource: text("The same below the store's `/v2`.", '/orders/120/products'),
    }),
  );

/** An order in answers. */
export const orderSchema = (components: Components): Reference =>
  components.schema('Order', () =>
    objectSchema({
      id: { ...ID, examples: [120] },
      customer_id: CUSTOMER_ID,
      date_created: text('RFC 2822, UTC.', 'Wed, 13 Mar 2019 16:35:37 +0000'),
      date_modified: text('RFC 2822, UTC.', 'Wed, 13 Mar 2019 16:35:37 +0000'),
      date_shipped: text(
        'When its first shipment was made; empty before.',
        'Wed, 13 Mar 2019 16:35:37 +0000',
      ),
      status_id: STATUS_ID,
      status: text('The name of the status.', 'Awaiting Fulfillment'),
      custom_status: text("What the shop itself calls the order's status.", 'In the works'),
      ...amountSchemas(amount),
      items_total: { ...WHOLE, description: 'How many were ordered.' },
      items_shipped: { ...WHOLE, description: 'How many of them are shipped.' },
      currency_code: text('ISO 4217.', 'USD'),
      default_currency_code: text('The same.', 'USD'),
      order_is_digital: { type: 'boolean', const: false },
      shipping_address_count: WHOLE,
      is_deleted: { type: 'boolean', description: 'It is put away: in no list unless it is asked for.' },
      external_order_id: text("The order's number.", '100042'),
      external_id: { type: 'null' },
      channel_id: { ...WHOLE, description: 'The channel that it was sold by.' },
      payment_method: text('How it is paid, as the shop calls it.', 'Cash'),
      payment_status: { type: 'string', const: '' },
      staff_notes: text('For the shop alone.', 'Fragile'),
      customer_message: text('What the customer said.', 'Please ring twice'),
      ...plainFieldSchemas('answer'),
      billing_address: addressSchema(components),
      products: linked(components),
      shipping_addresses: linked(components),
      coupons: linked(components),
    }),
  );

/** A line of an order in answers. */
export const productSchema = (components: Components): Reference =>
  components.schema('Product', () =>
    objectSchema({
      id: { ...ID, description: 'The `order_product_id` of shipments.', examples: [194] },
      order_id: ID,
      product_id: { ...WHOLE, description: "The shop's own number of the product; 0 where it has none." },
      order_address_id: { ...ID, description: "The order's first shipping address." },
      name: text('Of the product.', 'Coffee Mug'),
      sku: text("The shop's own code of the product.", 'MUG-GRY'),
      base_price: amount('Of one, without tax.'),
      price_ex_tax: amount('Of one, without tax.'),
      price_inc_tax: amount('Of one, with tax.'),
      price_tax: amount('The tax of one.'),
      base_total: amount('Of all, without tax.'),
      total_ex_tax: amount('Of all, without tax.'),
      total_inc_tax: amount('Of all, with tax.'),
      total_tax: amount('The tax of all.'),
      quantity: WHOLE,
      quantity_shipped: WHOLE,
      quantity_refunded: WHOLE,
    }),
  );

/** A shipping address in answers. */
export const orderAddressSchema = (components: Components): Reference =>
  components.schema('ShippingAddress', () =>
    objectSchema({
      id: { ...ID, description: 'The `order_address_id` of shipments.', examples: [128] },
      order_id: ID,
      ...ADDRESS,
      items_total: { ...WHOLE, description: 'How many go there; the first has all that no other was sent.' },
      items_shipped: WHOLE,
      shipping_method: text('As the shop calls it.', 'Flat Rate'),
      form_fields: {
        type: 'array',
        items: objectSchema({ name: text('Of the field.', 'Floor'), value: text('What was entered.', '3') }),
      },
      ...Object.fromEntries(
        ['', 'handling_'].flatMap((prefix): [string, Schema][] => [
          [`base_${prefix}cost`, amount('As the shop has set it.')],
          [`${prefix}cost_ex_tax`, amount('Without tax; the first address has all of it.')],
          [`${prefix}cost_inc_tax`, amount('With tax.')],
          [`${prefix}cost_tax`, amount('The tax.')],
          [`${prefix}cost_tax_class_id`, { type: 'integer', const: 0 }],
        ]),
      ),
      shipping_zone_id: { type: 'integer', const: 0 },
      shipping_zone_name: { type: 'string', const: '' },
      shipping_quotes: linked(components),
    }),
  );

/** A tax in answers. */
export const taxSchema = (components: Components): Reference =>
  components.schema('Tax', () => ({
    ...objectSchema(
      {
        id: ID,
        order_id: ID,
        order_address_id: ID,
        tax_rate_id: WHOLE,
        tax_class_id: { type: 'null' },
        sales_tax_id: { type: 'string', const: '' },
        name: text('Of the tax.', 'Tax'),
        class: text('Who has said it.', 'API Tax Override'),
        rate: amount('In percent.'),
        priority: WHOLE,
        priority_amount: amount('The tax.'),
        line_amount: amount('The tax of the product.'),
        order_pickup_method_id: WHOLE,
        order_product_id: { ...ID, description: 'Only with `details`.' },
        line_item_type: { type: 'string', const: 'item', description: 'Only with `details`.' },
      },
      ['id', 'order_id', 'name', 'class', 'rate', 'line_amount'],
    ),
  }));

/** How many orders there are. */
export const orderCountSchema = (components: Components): Reference =>
  components.schema('OrderCount', () =>
    objectSchema({
      statuses: {
        type: 'array',
        items: objectSchema({
          id: STATUS_ID,
          name: text('Of the status.', 'Shipped'),
          system_label: text('The same.', 'Shipped'),
          custom_label: text("What the shop's own status is called.", 'On its way'),
          system_description: text('What it means.', 'Everything has been sent.'),
          count: WHOLE,
          sort_order: WHOLE,
        }),
      },
      count: { ...WHOLE, description: 'Of all statuses together.' },
    }),
  );
