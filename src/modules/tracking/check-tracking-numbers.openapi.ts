import { listContent } from '../../core/openapi/bodies.js';
import type { Components } from '../../core/openapi/components.js';
import { headers } from '../../core/openapi/headers.js';
import { objectSchema } from '../../core/openapi/object-schema.js';
import { errors, refusal } from '../../core/openapi/responses.js';
import type { DocumentPart, Operation, Schema } from '../../core/openapi/types.js';
import { shipmentResource } from '../shipments/shipment.resource.js';
import { MAX_NUMBERS } from './requested-numbers.js';

const NUMBER: Schema = {
  type: 'object',
  required: ['number'],
  properties: {
    number: { type: 'string', examples: ['RB123456785GB'] },
    originCarrier: {
      type: ['string', 'null'],
      description: "The carrier's code: other carriers' shipments with this number are left alone.",
      examples: ['royal-mail'],
    },
  },
};

const BODY: Readonly<Record<string, Schema>> = {
  workspaceId: {
    type: ['string', 'null'],
    description: 'The id or IRI of a workspace; without it all that the client may write in.',
    examples: ['3fa85f64-5717-4562-b3fc-2c963f66afa6'],
  },
  trackingNumbers: { type: 'array', maxItems: MAX_NUMBERS, items: NUMBER },
};

/** Asking again, in the OpenAPI document. */
export function checkTrackingNumbersPaths(components: Components): DocumentPart {
  const operation = (
    operationId: string,
    body: readonly [name: string, required: readonly string[]],
    words: Pick<Operation, 'summary' | 'description'>,
    answer: Operation['responses'],
  ): Operation => {
    const schema = components.schema(body[0], () => objectSchema(BODY, body[1]));
    return {
      operationId,
      tags: [shipmentResource.name],
      ...words,
      requestBody: {
        required: true,
        content: { 'application/ld+json': { schema }, 'application/json': { schema } },
      },
      responses: {
        ...answer,
        ...refusal(components),
        ...errors(components, 401, 403, 404, 406, 409, 413, 415, 503),
      },
    };
  };
  return {
    tags: [],
    paths: {
      '/check_tracking_numbers': {
        post: operation(
          'checkTrackingNumbers',
          ['TrackingNumbersToCheck', ['trackingNumbers']],
          {
            summary: 'Asks where parcels are',
            description:
              'Asks the tracking providers and answers the shipments as they are then. What the providers have not told after some seconds comes later. Numbers that no shipment has are left out; when none of them has one, that is a 404.',
          },
          {
            200: {
              description: 'The shipments with these numbers.',
              headers: headers(components),
              content: listContent(shipmentResource, 'get', components),
            },
          },
        ),
      },
      '/check_tracking_numbers_async': {
        post: operation(
          'checkTrackingNumbersAsync',
          ['TrackingNumbersToCheckLater', []],
          {
            summary: 'Asks where parcels are, soon',
            description:
              'The tracking providers are asked within minutes. Without numbers: for all parcels of a workspace that have not arrived, up to 10,000 in a request.',
          },
          {
            200: {
              description: 'They will be asked.',
              headers: headers(components),
              content: { 'application/json': { schema: { type: 'object', additionalProperties: false } } },
            },
          },
        ),
      },
    },
  };
}
