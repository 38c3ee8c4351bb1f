import type { Components } from '../../../core/openapi/components.js';
import { headers } from '../../../core/openapi/headers.js';
import { objectSchema } from '../../../core/openapi/object-schema.js';
import { errors } from '../../../core/openapi/responses.js';
import type { DocumentPart, Operation, ParameterObject, Schema } from '../../../core/openapi/types.js';

const TAG = 'Accounts';

const TIME: Schema = { type: 'string', format: 'date-time' };

const SESSION: Readonly<Record<string, Schema>> = {
  id: { type: 'string', format: 'uuid' },
  kind: { type: 'string', enum: ['browser', 'program'] },
  userAgent: { type: ['string', 'null'], description: 'What a browser says that it is.' },
  createdAt: TIME,
  expiresAt: TIME,
  isCurrent: { type: 'boolean', description: 'The one that asks.' },
};

const APP: Readonly<Record<string, Schema>> = {
  client: { type: 'string', description: 'Its `publicId`.' },
  name: { type: ['string', 'null'], examples: ['Stock keeper'] },
  scopes: { type: 'array', items: { type: 'string' } },
  createdAt: { ...TIME, description: 'When the user said yes.' },
  expiresAt: TIME,
};

const inPath = (name: string, description: string, schema: Schema): ParameterObject => ({
  name,
  in: 'path',
  description,
  required: true,
  schema,
});

/** Where users are signed in and what they have let in, in the OpenAPI document. */
export const ownAccessPaths = (components: Components): DocumentPart => {
  const user = inPath('id', 'The id of the user.', { type: 'string', format: 'uuid' });
  const list = (operationId: string, summary: string, items: Schema): Operation => ({
    operationId,
    tags: [TAG],
    summary,
    responses: {
      200: {
        description: 'All of them, the newest first.',
        headers: headers(components),
        content: { 'application/json': { schema: { type: 'array', items } } },
      },
      ...errors(components, 401, 403, 404, 503),
    },
  });
  const end = (operationId: string, summary: string): Operation => ({
    operationId,
    tags: [TAG],
    summary,
    responses: {
      204: { description: 'It has ended, with its tokens.', headers: headers(components) },
      ...errors(components, 401, 403, 404, 503),
    },
  });
  const session = components.schema('Session', () => objectSchema(SESSION));
  const app = components.schema('App', () => objectSchema(APP));
  return {
    tags: [],
    paths: {
      '/users/{id}/sessions': {
        parameters: [user],
        get: list('getUserSessions', 'Where the user is signed in', session),
        delete: end('deleteUserSessions', 'Ends all sessions but the one that asks'),
      },
      '/users/{id}/sessions/{session}': {
        parameters: [user, inPath('session', 'The id of the session.', { type: 'string', format: 'uuid' })],
        delete: end('deleteUserSession', 'Ends a session'),
      },
      '/users/{id}/apps': {
        parameters: [user],
        get: list('getUserApps', 'What the user has let in', app),
      },
      '/users/{id}/apps/{client}': {
        parameters: [user, inPath('client', 'The `publicId` of the client.', { type: 'string' })],
        delete: end('deleteUserApp', 'Ends all that the user has let a client do'),
      },
    },
  };
};
