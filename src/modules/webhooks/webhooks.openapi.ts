import { answeredSchema } from '../../core/openapi/answered-schemas.js';
import type { Components } from '../../core/openapi/components.js';
import { EXAMPLE_ID } from '../../core/openapi/field-schema.js';
import { headers } from '../../core/openapi/headers.js';
import { objectSchema } from '../../core/openapi/object-schema.js';
import { errors, refusal } from '../../core/openapi/responses.js';
import type { DocumentPart, ParameterObject } from '../../core/openapi/types.js';
import { workflowResource } from './workflows/workflow.resource.js';
import { workflowRunResource } from './workflow-run.resource.js';

const ID: ParameterObject = {
  name: 'id',
  in: 'path',
  description: 'The id of the webhook.',
  required: true,
  schema: { type: 'string', format: 'uuid', examples: [EXAMPLE_ID] },
};

const moment = { type: 'string', format: 'date-time' } as const;

/** What can be done with webhooks, in the OpenAPI document. */
export const webhookPaths = (components: Components): DocumentPart => ({
  tags: [],
  paths: {
    '/workflows/{id}/ping': {
      parameters: [ID],
      post: {
        operationId: 'pingWebhook',
        tags: [workflowResource.name],
        summary: 'Sends a webhook a request that tells of nothing',
        description: 'The body of the request is `{"data":[]}`, signed and authorised like all others.',
        responses: {
          200: {
            description: 'What came of it.',
            headers: headers(components),
            content: {
              'application/json': { schema: answeredSchema(workflowRunResource, 'get', false, components) },
            },
          },
          ...errors(components, 400, 401, 404, 503),
        },
      },
    },
    '/workflows/{id}/redeliver': {
      parameters: [ID],
      post: {
        operationId: 'redeliverWebhook',
        tags: [workflowResource.name],
        summary: 'Tells a webhook again what it was told of in a span of time',
        description:
          'Also what was given up. Each change keeps its `webhook-id`, where it was told alone. Events are kept for 14 days.',
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: components.schema('WebhookSpan', () =>
                objectSchema({ from: moment, to: { ...moment, description: 'Now, when it is left out.' } }, [
                  'from',
                ]),
              ),
            },
          },
        },
        responses: {
          200: {
            description: 'How many changes are queued again.',
            headers: headers(components),
            content: {
              'application/json': {
                schema: components.schema('WebhookRedelivery', () =>
                  objectSchema({ queued: { type: 'integer', minimum: 0 } }),
                ),
              },
            },
          },
          ...refusal(components),
          ...errors(components, 401, 404, 413, 415, 503),
        },
      },
    },
  },
});
