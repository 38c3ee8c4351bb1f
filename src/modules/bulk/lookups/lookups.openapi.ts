import type { Components } from '../../../core/openapi/components.js';
import { headers } from '../../../core/openapi/headers.js';
import { objectSchema } from '../../../core/openapi/object-schema.js';
import { errors, refusal } from '../../../core/openapi/responses.js';
import type { DocumentPart, Operation, Schema } from '../../../core/openapi/types.js';
import { MOST_MATCHES } from './newest.js';

const words: Schema = { type: ['string', 'null'] };
const id: Schema = { type: 'string', format: 'uuid' };

/** Lookups of orders and shipments, in the OpenAPI document. */
export const lookupPaths = (components: Components): DocumentPart => ({
  tags: [],
  paths: {
    '/shipments/lookup': {
      post: lookup(components, {
        tag: 'Shipment',
        list: 'shipments',
        search: 'A piece of a tracking number, or an order number.',
        linked: { orderId: { ...words, description: 'Only shipments of this order.' } },
        found: {
          id,
          trackingNumber: words,
          orderNumbers: { type: 'array', items: { type: 'string' } },
          originCarrier: words,
          trackingStatus: words,
        },
      }),
    },
    '/orders/lookup': {
      post: lookup(components, {
        tag: 'Order',
        list: 'orders',
        search: 'A piece of an order number.',
        linked: { shipmentId: { ...words, description: 'Only orders of this shipment.' } },
        found: { id, orderNumber: words },
      }),
    },
  },
});

interface Lookup {
  readonly tag: string;
  readonly list: string;
  readonly search: string;
  readonly linked: Readonly<Record<string, Schema>>;
  readonly found: Readonly<Record<string, Schema>>;
}

const lookup = (components: Components, { tag, list, search, linked, found }: Lookup): Operation => ({
  operationId: `lookup${tag}s`,
  tags: [tag],
  summary: `Finds ${list} that somebody begins to type`,
  description: `At most ${MOST_MATCHES}, the newest first.`,
  requestBody: {
    required: true,
    content: {
      'application/json': {
        schema: objectSchema(
          { search: { ...words, description: search }, ...linked, workspaceId: words },
          [],
        ),
      },
    },
  },
  responses: {
    200: {
      description: 'What was found.',
      headers: headers(components),
      content: {
        'application/json': {
          schema: objectSchema({
            [list]: { type: 'array', maxItems: MOST_MATCHES, items: objectSchema(found) },
          }),
        },
      },
    },
    ...refusal(components),
    ...errors(components, 401, 403, 413, 415, 503),
  },
});
