import type { Components } from '../../../core/openapi/components.js';
import { hydraErrorSchema, problemSchema } from '../../../core/openapi/error-schemas.js';
import { headers, someHeaders } from '../../../core/openapi/headers.js';
import { objectSchema } from '../../../core/openapi/object-schema.js';
import { errors } from '../../../core/openapi/responses.js';
import type { DocumentPart, Schema } from '../../../core/openapi/types.js';

const PUSH: Readonly<Record<string, Schema>> = {
  event: { type: 'string', examples: ['TRACKING_UPDATED', 'TRACKING_STOPPED'] },
  data: {
    type: 'object',
    description: 'The parcel: `number`, `carrier`, `tag` and `track_info`, as `gettrackinfo` answers it.',
  },
};

const count = (description: string): Schema => ({ type: 'integer', minimum: 0, description });

/** The pushes of 17TRACK, in the OpenAPI document. */
export const seventeenTrackPaths = (components: Components): DocumentPart => ({
  tags: [],
  paths: {
    '/tracking_providers/17track': {
      post: {
        operationId: 'pushFrom17track',
        tags: ['Tracking'],
        summary: 'Takes what 17TRACK pushes',
        description:
          'For the webhook of 17TRACK, API v2.2, where it is configured. It needs no token: the push is signed.',
        security: [],
        parameters: [
          {
            name: 'sign',
            in: 'header',
            description: 'The SHA-256 of the body, a slash and the key of 17TRACK, in hexadecimal digits.',
            required: true,
            schema: { type: 'string', pattern: '^[0-9a-fA-F]{64}$', minLength: 64, maxLength: 64 },
          },
        ],
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: components.schema('SeventeenTrackPush', () => objectSchema(PUSH, ['event', 'data'])),
            },
          },
        },
        responses: {
          200: {
            description: 'It is applied; sending it again changes nothing.',
            headers: headers(components),
            content: {
              'application/json': {
                schema: components.schema('PushReached', () =>
                  objectSchema({
                    shipments: count('Shipments with the number, in all workspaces.'),
                    checkpoints: count('Checkpoints that were new to them.'),
                  }),
                ),
              },
            },
          },
          401: {
            description: 'The signature is wrong.',
            headers: someHeaders(components, 'WWW-Authenticate'),
            content: {
              'application/ld+json': { schema: hydraErrorSchema(components) },
              'application/problem+json': { schema: problemSchema(components) },
            },
          },
          ...errors(components, 400, 404, 409, 413, 415, 503),
        },
      },
    },
  },
});
