import type { Components } from '../openapi/components.js';
import { objectSchema } from '../openapi/object-schema.js';
import type { Reference, Schema } from '../openapi/types.js';
import { ORDER_STATUSES } from './order-statuses.js';
import { ADDRESS, addressSchema } from './store-openapi.js';

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
      subtotal_ex_tax: amount('Of all products, without tax.'),
      subtotal_inc_tax: amount('Of all products, with tax.'),
      subtotal_tax: amount('The tax of all products.'),
      total_ex_tax: amount('Of the order, without the tax of its products.'),
      total_inc_tax: amount('Of the order.'),
      total_tax: amount('The tax of all products.'),
      items_total: { ...WHOLE, description: 'How many were ordered.' },
      items_shipped: { ...WHOLE, description: 'How many of them are shipped.' },
      currency_code: text('ISO 4217.', 'USD'),
      default_currency_code: text('The same.', 'USD'),
      order_is_digital: { type: 'boolean', const: false },
      shipping_address_count: WHOLE,
      is_deleted: { type: 'boolean', description: 'It is put away: in no list unless it is asked for.' },
      external_order_id: text("The order's number.", '100042'),
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
      shipping_method: { type: 'string', const: '' },
    }),
  );

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
          custom_label: text('The same.', 'Shipped'),
          system_description: { type: 'string', const: '' },
          count: WHOLE,
          sort_order: WHOLE,
        }),
      },
      count: { ...WHOLE, description: 'Of all statuses together.' },
    }),
  );
