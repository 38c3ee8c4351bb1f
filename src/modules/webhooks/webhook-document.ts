import { answeredSchema } from '../../core/openapi/answered-schemas.js';
import type { Components } from '../../core/openapi/components.js';
import { EXAMPLE_ID } from '../../core/openapi/field-schema.js';
import { objectSchema } from '../../core/openapi/object-schema.js';
import type { DocumentPart, ParameterObject, Reference, Schema } from '../../core/openapi/types.js';
import type { Resource } from '../../core/metadata/resource.js';
import { predictionResource } from '../predictions/prediction.resource.js';
import { shipmentResource } from '../shipments/shipment.resource.js';
import { workflowResource } from './workflows/workflow.resource.js';

const header = (name: string, description: string, example: string): ParameterObject => ({
  name,
  in: 'header',
  description,
  required: true,
  schema: { type: 'string', examples: [example] },
});

/** The headers of Standard Webhooks. */
const HEADERS = [
  header('webhook-id', 'The same in every attempt: drop what you have seen.', `msg_${EXAMPLE_ID}`),
  header('webhook-timestamp', 'When it was sent, in seconds since 1970.', '1767348060'),
  header(
    'webhook-signature',
    '`v1,` and the HMAC-SHA256 of `<id>.<timestamp>.<body>` in base64, by the secret after `whsec_`.',
    'v1,K5oZfzN95Z9UVu1EsfQmfVNQhnkZ2pj9o9NDN/H/pI4=',
  ),
];

const UPDATED_FIELDS: Schema = {
  type: 'array',
  items: { type: 'string', examples: ['shippingAddress.city'] },
  description: 'Of an update: the fields that have another value than before.',
};

/** What a webhook is told of a resource's items. */
const eventSchema = (resource: Resource, components: Components): Reference =>
  components.schema(`${resource.name}Event`, () =>
    objectSchema({
      entity: { const: resource.path },
      event: { type: 'string', enum: ['create', 'update', 'delete'] },
      data: answeredSchema(resource, 'get', true, components),
      updatedFields: UPDATED_FIELDS,
    }),
  );

const predictionEventSchema = (components: Components): Reference =>
  components.schema('PredictionEvent', () =>
    objectSchema({
      entity: { const: shipmentResource.path },
      event: { const: 'prediction.changed' },
      data: answeredSchema(predictionResource, 'get', true, components),
      updatedFields: UPDATED_FIELDS,
    }),
  );

/** The requests that webhooks are sent, for the OpenAPI document. */
export const webhookRequests =
  (resources: readonly Resource[]) =>
  (components: Components): DocumentPart => {
    const message = components.schema('WebhookMessage', () => ({
      ...objectSchema({
        data: {
          type: 'array',
          maxItems: 500,
          items: {
            anyOf: [
              ...resources
                .filter(({ publishesEvents }) => publishesEvents)
                .map((resource) => eventSchema(resource, components)),
              predictionEventSchema(components),
            ],
          },
          description:
            'One change; with a `period` what was gathered in it, in the order in which it happened. A ping has none.',
        },
      }),
      description: 'What a webhook is told. Of a deleted item `data` is what it was.',
    }));
    return {
      tags: [],
      paths: {},
      webhooks: {
        changes: {
          post: {
            operationId: 'webhookChanges',
            tags: [workflowResource.name],
            summary: 'Tells a webhook of changes',
            description:
              'What a workflow of type `webhook` is sent at its `url`, at least once and in order for each item, with the user name and password or the token that it was given. Its `entity`, `event` and `field` say of which changes. Redirects are not followed, and an answer may take ten seconds.',
            security: [],
            parameters: HEADERS.map((each) => components.parameter(each)),
            requestBody: { required: true, content: { 'application/json': { schema: message } } },
            responses: {
              '2XX': { description: 'It has arrived. The beginning of the body is kept in the run.' },
              401: {
                description: 'The credentials are wrong: the webhook is disabled until somebody mends it.',
              },
              default: { description: 'It is sent again, with growing pauses, for 24 hours.' },
            },
          },
        },
      },
    };
  };
