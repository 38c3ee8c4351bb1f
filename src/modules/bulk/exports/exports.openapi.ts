import type { Components } from '../../../core/openapi/components.js';
import { headers, someHeaders } from '../../../core/openapi/headers.js';
import { objectSchema } from '../../../core/openapi/object-schema.js';
import { errors, refusal } from '../../../core/openapi/responses.js';
import type { DocumentPart } from '../../../core/openapi/types.js';
import { EXPORTABLE_ENTITIES } from './exportable.js';

const TAG = 'Exports';

/** Lists as files, in the OpenAPI document. */
export const exportPaths = (components: Components): DocumentPart => ({
  tags: [{ name: TAG, description: 'Lists as files.' }],
  paths: {
    '/export': {
      post: {
        operationId: 'export',
        tags: [TAG],
        summary: 'Makes a CSV file of a list',
        description:
          'In the background; short lists are done at once. The link needs no token, and works for a limited time.',
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: objectSchema(
                {
                  workspaceId: {
                    type: ['string', 'null'],
                    description: 'The id or IRI of a workspace; without it all.',
                  },
                  entity: { type: 'string', enum: EXPORTABLE_ENTITIES, description: 'Which list.' },
                  params: {
                    description:
                      "The list's filters and orders: `name=value` each, a query string, or an object.",
                    anyOf: [
                      { type: 'array', items: { type: 'string' } },
                      { type: 'string' },
                      { type: 'object', additionalProperties: true },
                      { type: 'null' },
                    ],
                    examples: [['trackingStatus[]=delivered', 'order[createdAt]=desc']],
                  },
                },
                ['entity'],
              ),
            },
          },
        },
        responses: {
          200: {
            description: 'Where the file is, or will be.',
            headers: headers(components),
            content: {
              'application/json': {
                schema: objectSchema({
                  message: { type: 'string' },
                  link: { type: 'string', format: 'uri' },
                }),
              },
            },
          },
          ...refusal(components),
          ...errors(components, 401, 403, 413, 415, 503),
        },
      },
    },
    '/public/exports/{token}': {
      parameters: [
        {
          name: 'token',
          in: 'path',
          description: 'The end of the link.',
          required: true,
          schema: { type: 'string' },
        },
      ],
      get: {
        operationId: 'getExport',
        tags: [TAG],
        summary: 'Answers the file of an export',
        security: [],
        responses: {
          200: {
            description: 'The file.',
            headers: headers(components),
            content: { 'text/csv': { schema: { type: 'string' } } },
          },
          202: {
            description: 'It is being made.',
            headers: { ...headers(components), ...someHeaders(components, 'Retry-After') },
            content: {
              'application/json': {
                schema: objectSchema({
                  status: { type: 'string', enum: ['pending', 'running'] },
                  message: { type: 'string' },
                }),
              },
            },
          },
          ...errors(components, 404, 503),
        },
      },
    },
  },
});
