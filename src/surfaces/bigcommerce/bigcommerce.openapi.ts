import { assembled } from '../../core/openapi/assembled.js';
import { Components } from '../../core/openapi/components.js';
import { errorResponses } from '../../core/openapi/error-responses.js';
import { objectSchema } from '../../core/openapi/object-schema.js';
import { type DocumentStyle, operationPaths } from '../../core/openapi/operation-paths.js';
import type { OpenapiDocument, Schema } from '../../core/openapi/types.js';
import { jsonContent } from '../shared/json-content.js';
import { ref, schemaOf } from '../shared/mapping.js';
import { RATE_LIMIT_HEADERS } from './auth/rate-limit.js';
import { ADDRESS_SCHEMAS } from './orders/address.mapping.js';
import { LINKED } from './orders/linked.js';
import { SHIPPING_ADDRESS } from './orders/order-address.mapping.js';
import { PRODUCT, TAX } from './orders/order-product.mapping.js';
import { ORDER_STATUS, STATUS_COUNT } from './orders/order-status.mapping.js';
import { OrderSubresourcesController } from './orders/order-subresources.controller.js';
import { ORDER } from './orders/order.mapping.js';
import { OrdersController } from './orders/orders.controller.js';
import { WHOLE } from './schema-helpers.js';
import { SHIPMENT } from './shipments/shipment.mapping.js';
import { ShipmentsController } from './shipments/shipments.controller.js';
import { StoreController } from './store.controller.js';
import { STORE } from './store.mapping.js';
import { RootTimeController, TimeController } from './time.controller.js';

const DESCRIPTION = `Orders and their shipments, in the words of BigCommerce's v2 API.

- A store is a workspace; its token goes into the header \`X-Auth-Token\`, and opens no other store.
- Every error is a list of one: \`[{"status": 404, "message": "The requested resource was not found."}]\`
- A list is never empty: where there is nothing the answer is a 204 without a body, also past the last page.`;

/** What answers are made of, by name. */
const SCHEMAS: Readonly<Record<string, Schema>> = {
  Address: objectSchema(ADDRESS_SCHEMAS),
  Count: objectSchema({ count: { ...WHOLE, examples: [27] } }),
  Linked: LINKED,
  Order: schemaOf(ORDER),
  OrderCount: objectSchema({
    statuses: { type: 'array', items: schemaOf(STATUS_COUNT) },
    count: { ...WHOLE, description: 'Of all statuses together.' },
  }),
  OrderStatus: schemaOf(ORDER_STATUS),
  Product: schemaOf(PRODUCT),
  Shipment: schemaOf(SHIPMENT),
  ShippingAddress: schemaOf(SHIPPING_ADDRESS),
  Store: schemaOf(STORE),
  Tax: schemaOf(TAX),
  Errors: {
    type: 'array',
    description: 'Every error is a list of one.',
    maxItems: 1,
    items: objectSchema(
      {
        status: { type: 'integer', description: 'The status of the answer.', examples: [400] },
        message: { type: 'string', examples: ["The field 'quantity' is invalid."] },
        details: {
          type: 'object',
          description: 'What a client can use to mend the request.',
          properties: {
            invalid_reason: { type: 'string', examples: ['The value must be a whole number.'] },
            available_quantity: {
              ...WHOLE,
              description: 'How many of the product can still be shipped.',
            },
            order_product_id: { ...WHOLE, description: 'The product that is meant.' },
          },
        },
      },
      ['status', 'message'],
    ),
  },
};

const errors = errorResponses({
  descriptions: {
    400: 'A field or parameter cannot be taken; `details` says why.',
    401: 'There is no token, or no good one.',
    403: 'The token may only read.',
    404: 'It is not there, or not in the store of this token.',
    408: 'The body did not arrive in time.',
    409: 'Writes collided, or the first request with this Idempotency-Key is still running. Nothing was written; it may be sent again.',
    413: 'The body, or the page that is asked for, is too large.',
    415: 'The body is no JSON.',
    422: 'The Idempotency-Key was used for another request within the last 24 hours.',
    429: 'There are too many requests.',
    503: 'The database does not answer.',
  },
  content: () => jsonContent(ref('Errors')),
  headers: RATE_LIMIT_HEADERS,
});

/** What the answers of this surface have in common; whatever has a token may ask for what is not there. */
const STYLE: DocumentStyle = {
  errors: (components, ...statuses) =>
    errors(components, ...(statuses.includes(401) ? ([400, 404] as const) : []), ...statuses),
  headers: [...RATE_LIMIT_HEADERS, 'Link', 'X-Request-Id'],
  bodyTypes: ['application/json'],
  allMayRead: true,
};

const operations = operationPaths(
  [
    OrdersController,
    OrderSubresourcesController,
    ShipmentsController,
    StoreController,
    TimeController,
    RootTimeController,
  ],
  STYLE,
);

/** The OpenAPI document of the BigCommerce surface. */
export function bigcommerceDocument(publicUrl: string, version: string): OpenapiDocument {
  const components = new Components();
  return assembled({
    title: 'Waybill: BigCommerce',
    version,
    description: DESCRIPTION,
    publicUrl,
    security: [{ token: [] }],
    securitySchemes: {
      token: {
        type: 'apiKey',
        in: 'header',
        name: 'X-Auth-Token',
        description: 'A token of the store, which may read and write or read only.',
      },
    },
    ...operations(components),
    components,
    schemas: SCHEMAS,
  });
}
