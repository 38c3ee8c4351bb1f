import type { Components } from '../../../core/openapi/components.js';
import { ASKED } from '../../../core/openapi/headers.js';
import type { DocumentPart, Operation, PathItem, Reference, Schema } from '../../../core/openapi/types.js';
import { newOrderSchema, orderChangeSchema, sentShippingAddress } from './order-dto.schemas.js';
import { ORDER_FILTERS, ORDER_SORT } from './order.filters.js';
import {
  orderAddressSchema,
  orderCountSchema,
  orderSchema,
  productSchema,
  taxSchema,
} from './order.schemas.js';
import { jsonContent } from '../../shared/json-content.js';
import {
  answered,
  countSchema,
  inPath,
  listAnswers,
  nothing,
  ORDER_ID,
  PAGING,
  refusals,
  STORE_HASH,
  STORE_PATH,
} from '../openapi-components.js';

const PATH = `${STORE_PATH}/orders`;

/** Orders and what belongs to them, in the OpenAPI document of a store. */
export function bigcommerceOrderPaths(components: Components): DocumentPart {
  const store = components.parameter(STORE_HASH);
  const order = components.parameter(ORDER_ID);
  const ofOrder = [store, order];
  const address = components.parameter(inPath('address_id', 'The address.'));
  const product = components.parameter(inPath('product_id', 'The line of the order.'));
  return {
    tags: [{ name: 'Orders', description: "The store's orders, with their products and addresses." }],
    paths: {
      [PATH]: { parameters: [store], ...ordersPath(components) },
      [`${PATH}/count`]: { parameters: [store], get: counting(components) },
      [`${PATH}/products/count`]: {
        parameters: [store],
        get: single('countProducts', 'How many lines all orders have', countSchema(components), components),
      },
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
      [`${PATH}/{order_id}/coupons`]: {
        parameters: ofOrder,
        get: noneOf('getOrderCoupons', 'The coupons of an order', components),
      },
      [`${PATH}/{order_id}/messages`]: {
        parameters: ofOrder,
        get: noneOf('getOrderMessages', 'The messages about an order', components),
      },
      [`${PATH}/{order_id}/taxes`]: { parameters: ofOrder, get: taxes(components) },
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
  [`${PATH}/${segment}/count`]: {
    parameters: ofOrder.slice(0, 1),
    get: single(
      `count${operationId.slice(3)}esOfAll`,
      'How many addresses all orders have',
      countSchema(components),
      components,
    ),
  },
  [`${PATH}/{order_id}/${segment}/count`]: {
    parameters: ofOrder,
    get: single(
      `count${operationId.slice(3)}es`,
      'How many addresses an order goes to',
      countSchema(components),
      components,
    ),
  },
  [`${PATH}/{order_id}/${segment}/{address_id}`]: {
    parameters: [...ofOrder, address],
    get: single(operationId, 'A shipping address', orderAddressSchema(components), components),
    put: operation(`update${operationId.slice(3)}`, 'Changes a shipping address', {
      description:
        'What is not sent stays. What only the server writes is refused, unless it is what is shown.',
      requestBody: { required: true, content: jsonContent(sentShippingAddress(components)) },
      responses: {
        200: answered('The address.', orderAddressSchema(components), components),
        ...refusals(components, 403, 409, 413, 415),
      },
    }),
  },
  [`${PATH}/{order_id}/${segment}/{address_id}/shipping_quotes`]: {
    parameters: [...ofOrder, address],
    get: noneOf(`${operationId}Quotes`, 'The quotes for an address', components),
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
  delete: operation('archiveOrders', 'Puts all orders away', {
    description: 'They are in no list any more unless they are asked for.',
    responses: { 204: nothing('They are put away.', components), ...refusals(components, 403, 409) },
  }),
  post: operation('createOrder', 'Makes an order', {
    description:
      'Amounts are exact, with four places at most. Without a total of its own, the order costs what its products, shipping, handling and wrapping add up to, less the discount.',
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
  delete: operation('archiveOrder', 'Puts an order away', {
    description: 'It is in no list any more unless it is asked for; its shipments stay.',
    responses: { 204: nothing('It is put away.', components), ...refusals(components, 403, 409) },
  }),
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

/** What nobody here has any of. */
const noneOf = (operationId: string, summary: string, components: Components): Operation =>
  operation(operationId, summary, {
    description: 'There are none.',
    responses: { 204: nothing('There are none.', components), ...refusals(components) },
  });

const taxes = (components: Components): Operation => ({
  ...list('getOrderTaxes', 'The taxes of an order', taxSchema(components), components),
  description: 'One for each product that has some.',
  parameters: [
    ...PAGING,
    {
      name: 'details',
      in: 'query' as const,
      description: 'With `true` they say of which product they are.',
      required: false,
      schema: { type: 'boolean', default: false },
    },
  ].map((each) => components.parameter(each)),
});
