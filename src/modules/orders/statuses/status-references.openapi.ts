import type { Components } from '../../../core/openapi/components.js';
import { headers } from '../../../core/openapi/headers.js';
import { objectSchema } from '../../../core/openapi/object-schema.js';
import { errors, refusal } from '../../../core/openapi/responses.js';
import type { DocumentPart, Operation, Schema } from '../../../core/openapi/types.js';

const WORKSPACE: Schema = {
  type: ['string', 'null'],
  description: 'The id or IRI of the workspace in which it is looked for; without it in all.',
};
const STATUS: Schema = { type: 'string', minLength: 1, description: 'The id or IRI of a status.' };
const COUNT: Schema = { type: 'integer', minimum: 0 };

/** The operations on what has a status, in the OpenAPI document. */
export const statusReferencePaths = (components: Components): DocumentPart => ({
  tags: [],
  paths: {
    '/statuses/check-references': {
      post: operation(
        components,
        'checkStatusReferences',
        'Counts what has a status',
        ['statusId'],
        'refsCount',
      ),
    },
    '/statuses/migrate-references': {
      post: operation(
        components,
        'migrateStatusReferences',
        'Gives everything that has one status another one',
        ['fromStatusId', 'toStatusId'],
        'updatedRefsCount',
      ),
    },
  },
});

const operation = (
  components: Components,
  operationId: string,
  summary: string,
  statuses: readonly string[],
  answer: string,
): Operation => ({
  operationId,
  tags: ['Status'],
  summary,
  requestBody: {
    required: true,
    content: {
      'application/json': {
        schema: objectSchema(
          { workspaceId: WORKSPACE, ...Object.fromEntries(statuses.map((name) => [name, STATUS])) },
          statuses,
        ),
      },
    },
  },
  responses: {
    200: {
      description: 'How many orders or shipments.',
      headers: headers(components),
      content: { 'application/json': { schema: objectSchema({ [answer]: COUNT }) } },
    },
    ...refusal(components),
    ...errors(components, 401, 403, 409, 413, 415, 503),
  },
});
