import type { Components } from '../../../core/openapi/components.js';
import { headers } from '../../../core/openapi/headers.js';
import { objectSchema } from '../../../core/openapi/object-schema.js';
import { errors, refusal } from '../../../core/openapi/responses.js';
import type { DocumentPart, Operation, Schema } from '../../../core/openapi/types.js';
import { ENTITIES } from '../../orders/statuses/status-references.js';
import { DELETABLE_ENTITIES, MOST_RECORDS } from './batches.controller.js';

const TAG = 'Batches';

const WORKSPACE: Schema = {
  type: ['string', 'null'],
  description: 'The id or IRI of the workspace that all records are in; without it they may be in any.',
};

const IDS: Schema = {
  type: 'array',
  maxItems: MOST_RECORDS,
  items: { type: 'string' },
  description: 'Ids or IRIs.',
};

const OUTCOME = objectSchema(
  {
    id: { type: 'string' },
    done: { type: 'boolean' },
    message: { type: 'string', description: 'Why it was not done.', examples: ['Not Found'] },
  },
  ['id', 'done'],
);

const answer = (components: Components): Schema =>
  components.schema('BatchAnswer', () =>
    objectSchema({
      entity: { type: 'string' },
      succeeded: { type: 'integer', minimum: 0 },
      failed: { type: 'integer', minimum: 0 },
      results: { type: 'array', items: OUTCOME },
    }),
  );

const entities = (names: readonly string[]): Schema => ({
  type: 'string',
  enum: names,
  description: 'What kind of records.',
});

/** What is done to many records at once, in the OpenAPI document. */
export const batchPaths = (components: Components): DocumentPart => ({
  tags: [{ name: TAG, description: 'The same for many records.' }],
  paths: {
    '/change_status_batch': {
      post: operation(components, 'changeStatusBatch', 'Gives many orders or shipments a status', {
        workspaceId: WORKSPACE,
        entity: entities(ENTITIES),
        statusId: {
          type: ['string', 'null'],
          description: 'The id or IRI of a status of that kind; without it they lose theirs.',
        },
        ids: IDS,
      }),
    },
    '/delete_records_batch': {
      post: operation(components, 'deleteRecordsBatch', 'Deletes many records', {
        workspaceId: WORKSPACE,
        entity: entities(DELETABLE_ENTITIES),
        ids: IDS,
      }),
    },
  },
});

const operation = (
  components: Components,
  operationId: string,
  summary: string,
  properties: Readonly<Record<string, Schema>>,
): Operation => ({
  operationId,
  tags: [TAG],
  summary,
  description:
    'One after the other, each for itself: a record that is refused holds no other back. What the client does not see is not found.',
  requestBody: {
    required: true,
    content: { 'application/json': { schema: objectSchema(properties, ['entity', 'ids']) } },
  },
  responses: {
    200: {
      description: 'What became of each, in the order in which they were named.',
      headers: headers(components),
      content: { 'application/json': { schema: answer(components) } },
    },
    ...refusal(components),
    ...errors(components, 401, 403, 413, 415, 503),
  },
});
