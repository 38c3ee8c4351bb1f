import { itemContent } from '../../core/openapi/bodies.js';
import type { Components } from '../../core/openapi/components.js';
import { ASKED, headers } from '../../core/openapi/headers.js';
import { objectSchema } from '../../core/openapi/object-schema.js';
import { errors, refusal } from '../../core/openapi/responses.js';
import type { DocumentPart, Schema } from '../../core/openapi/types.js';
import { shipmentResource } from './shipment.resource.js';

const ID = '3fa85f64-5717-4562-b3fc-2c963f66afa6';

const MERGE: Readonly<Record<string, Schema>> = {
  workspaceId: {
    type: ['string', 'null'],
    description: 'The workspace of both, by its id or IRI.',
    examples: [ID],
  },
  trackingNumber: {
    type: 'string',
    description: 'Of the shipment that stays, in the same workspace.',
    examples: ['TN00000001'],
  },
  shipmentId: { type: 'string', description: 'The shipment that goes, by its id or IRI.', examples: [ID] },
};

/** Merging, in the OpenAPI document. */
export const mergePaths = (components: Components): DocumentPart => ({
  tags: [],
  paths: {
    '/shipments/merge': {
      post: {
        operationId: 'mergeShipments',
        tags: [shipmentResource.name],
        summary: 'Makes two shipments one',
        description:
          'Moves the items, orders and order numbers of a shipment to the one that has the tracking number, and deletes it. Quantities of the same order item are added up.',
        parameters: [components.parameter(ASKED.idempotencyKey)],
        requestBody: {
          required: true,
          content: Object.fromEntries(
            ['application/ld+json', 'application/json'].map((type) => [
              type,
              {
                schema: components.schema('ShipmentMerge', () =>
                  objectSchema(MERGE, ['trackingNumber', 'shipmentId']),
                ),
              },
            ]),
          ),
        },
        responses: {
          201: {
            description: 'The shipment that stays.',
            headers: headers(components, 'Idempotency-Replayed'),
            content: itemContent(shipmentResource, components),
          },
          ...refusal(components),
          ...errors(components, 401, 403, 406, 409, 413, 415, 422, 503),
        },
      },
    },
  },
});
