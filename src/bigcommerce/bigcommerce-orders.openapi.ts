import type { Components } from '../openapi/components.js';
import { ASKED } from '../openapi/headers.js';
import { objectSchema } from '../openapi/object-schema.js';
import type { DocumentPart, Operation, PathItem, Reference, Schema } from '../openapi/types.js';
import { newOrderSchema, orderChangeSchema } from './order-body-schemas.js';
import { ORDER_FILTERS, ORDER_SORT } from './order-parameters.js';
import { orderAddressSchema, orderCountSchema, orderSchema, productSchema } from './order-schemas.js';
import {
  answered,
  countSchema,
  inPath,
  jsonContent,
  listAnswers,
  nothing,
  ORDER_ID,
  PAGING,
  refusals,
  STORE_HASH,
  STORE_PATH,
} from './store-openapi.js';

const PATH = `${STORE_PATH}/orders`;

/** Orders and what belongs to them, in the OpenAPI document of a store. */
export function bigcommerceOrderPaths(components: Components): DocumentPart {
  const store = components.parameter(STORE_HASH);
  const order = components.parameter(ORDER_ID);
  const ofOrder = [store, order];
  const address = components.parameter(inPath('address_id', 'The address.'));
  const product = components.parameter(inPath('product_id', 'The line of the order.'));
  return {
    tags: [
      { name: 'Orders', description: "The store's orders, with their products and addresses." },
      { name: 'Store', description: 'The store itself.' },
    ],
    paths: {
      [PATH]: { parameters: [store], ...ordersPath(components) },
      [`${PATH}/count`]: { parameters: [store], get: counting(components) },
      [`${PATH}/{order_id}`]: { parameters: ofOrder, ...orderPath(components) },
      [`${PATH}/{order_id}/products`]: {
        parameters: ofOrder,
        get: list('getOrderProducts', 'The products of an order', productSchema(components), components),
      },
      [`${PATH}/{order_id}/products/count`]: {
        parameters: ofOrder,
        get: single('countOrderProducts', 'How many lines an order has', countSchema(components), components),
      },
      [`${PATH}/{order_id}/products/{product_id}`]: {
        parameters: [...ofOrder, product],
        get: single('getOrderProduct', 'A product of an order', productSchema(components), components),
      },
      ...addressPaths('shipping_addresses', 'getOrderShippingAddress', ofOrder, address, components),
      ...addressPaths('shippingaddresses', 'getOrderShippingaddress', ofOrder, address, components),
      [`${PATH}/{order_id}/coupons`]: { parameters: ofOrder, get: coupons(components) },
      [`${STORE_PATH}/time`]: { parameters: [store], get: time(components) },
    },
  };
}

/** The addresses of an order have two spellings; the operations of both begin with `operationId`. */
const addressPaths = (
  segment: string,
  operationId: string,
  ofOrder: readonly Reference[],
  address: Reference,
  components: Components,
): Record<string, PathItem> => ({
  [`${PATH}/{order_id}/${segment}`]: {
    parameters: ofOrder,
    get: list(`${operationId}es`, 'Where an order goes', orderAddressSchema(components), components),
  },
  [`${PATH}/{order_id}/${segment}/{address_id}`]: {
    parameters: [...ofOrder, address],
    get: single(operationId, 'A shipping address', orderAddressSchema(components), components),
  },
});

const operation = (
  operationId: string,
  summary: string,
  more: Omit<Operation, 'operationId' | 'tags' | 'summary'>,
): Operation => ({ operationId, tags: ['Orders'], summary, ...more });

const list = (operationId: string, summary: string, items: Schema, components: Components): Operation =>
  operation(operationId, summary, {
    parameters: PAGING.map((each) => components.parameter(each)),
    responses: { ...listAnswers('A page of the list.', items, components), ...refusals(components, 413) },
  });

const single = (operationId: string, summary: string, schema: Schema, components: Components): Operation =>
  operation(operationId, summary, {
    responses: { 200: answered('What was asked for.', schema, components), ...refusals(components) },
  });

const counting = (components: Components): Operation => ({
  ...single('countOrders', 'How many orders there are, by status', orderCountSchema(components), components),
  parameters: ORDER_FILTERS.map((each) => components.parameter(each)),
});

const ordersPath = (components: Components): PathItem => ({
  get: {
    ...list('getOrders', 'The orders', orderSchema(components), components),
    description: 'By id, unless they are sorted. Parameters that nobody knows are ignored.',
    parameters: [...PAGING, ORDER_SORT, ...ORDER_FILTERS].map((each) => components.parameter(each)),
  },
  post: operation('createOrder', 'Makes an order', {
    description:
      'Amounts are exact, with four places at most; those of the order are what its products add up to.',
    parameters: [components.parameter(ASKED.idempotencyKey)],
    requestBody: { required: true, content: jsonContent(newOrderSchema(components)) },
    responses: {
      201: answered('The new order.', orderSchema(components), components, 'Idempotency-Replayed'),
      ...refusals(components, 403, 409, 413, 415, 422),
    },
  }),
});

const orderPath = (components: Components): PathItem => ({
  get: single('getOrder', 'An order', orderSchema(components), components),
  put: operation('updateOrder', 'Changes an order', {
    description:
      'What is not sent stays, also parts of the billing address. What else an order shows may be sent back, and changes nothing.',
    requestBody: { required: true, content: jsonContent(orderChangeSchema(components)) },
    responses: {
      200: answered('The order.', orderSchema(components), components),
      ...refusals(components, 403, 409, 413, 415),
    },
  }),
});

const coupons = (components: Components): Operation =>
  operation('getOrderCoupons', 'The coupons of an order', {
    description: 'There are none.',
    responses: { 204: nothing('There are none.', components), ...refusals(components) },
  });

const time = (components: Components): Operation => ({
  operationId: 'getTime',
  tags: ['Store'],
  summary: 'What time it is',
  responses: {
    200: answered(
      'In seconds since 1970.',
      objectSchema({ time: { type: 'integer', examples: [1552494937] } }),
      components,
    ),
    ...refusals(components),
  },
});
