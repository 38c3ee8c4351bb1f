import type { CollectionRoute } from '../http/resource-routes.js';
import type { Resource } from '../metadata/resource.js';
import { groupOfMembers } from './answered-schemas.js';
import { createdContent, listContent, postContent } from './bodies.js';
import type { Components } from './components.js';
import { ASKED, headers } from './headers.js';
import { IMPORT_TYPE } from '../http/media-type.js';
import { importSchema, LINE_ANSWERS } from './import-schema.js';
import { queryParameters } from './query-parameters.js';
import { tellingParameters } from './write-parameters.js';
import { errors, refusal } from './responses.js';
import type { Operation } from './types.js';
import { one, plural, pluralName, singular } from './words.js';

/** GET of a list. */
export function listOperation({ path, resource, steps }: CollectionRoute, components: Components): Operation {
  const isNested = steps.length > 0;
  const group = isNested ? 'get' : groupOfMembers(resource);
  const parents = steps.map((step) => ` of ${one(step.resource)}`).reverse();
  return {
    operationId: isNested ? nestedId(path, steps) : `get${resource.name}Collection`,
    tags: [resource.name],
    'x-operation-name': `list${pluralName(resource)}${steps
      .map((step) => `Of${step.resource.name}`)
      .reverse()
      .join('')}`,
    summary: `Lists the ${plural(resource)}${parents.join('')}`,
    description: isNested
      ? `The same as \`/${resource.path}\`, of what the path names alone; where one of them is not the parent of the next, nothing is found.`
      : `What the token may see, a page at a time. ${resource.description} Filters that are given together all hold.`,
    parameters: [
      ...queryParameters(resource, components),
      components.parameter(ASKED.prefer),
      components.parameter(ASKED.ifNoneMatch),
    ],
    responses: {
      200: {
        description: `A page of ${plural(resource)}.`,
        headers: headers(components, 'ETag', 'Preference-Applied', 'X-Total-Count'),
        content: listContent(resource, group, components),
      },
      ...errors(components, 304, 400, 401, ...(isNested ? [404 as const] : []), 406, 503),
    },
  };
}

/** TrackMage's own names, which code generated for it has. */
function nestedId(path: string, steps: CollectionRoute['steps']): string {
  const segments = path.split('/').filter((segment) => segment !== '' && !segment.startsWith(':'));
  return `api_${segments.join('_')}_get_subresource${steps[0]?.resource.name ?? ''}Subresource`;
}

/** POST to a list. */
export function createOperation(resource: Resource, components: Components): Operation {
  return {
    operationId: `post${resource.name}Collection`,
    'x-operation-name': `create${resource.name}`,
    tags: [resource.name],
    summary: `Creates ${one(resource)}`,
    description:
      'Of JSON one; of CSV and NDJSON one for each line. A CSV has a header line with the names of fields; a line that is refused does not hold the others back. NDJSON is answered while it is read, a line for each of its lines.',
    parameters: [
      components.parameter(ASKED.idempotencyKey),
      components.parameter(ASKED.writePrefer),
      ...tellingParameters(resource, components),
    ],
    requestBody: { required: true, content: postContent(resource, components) },
    responses: {
      200: {
        description:
          'What became of the lines of a CSV, or of each line of NDJSON; of JSON, with a `resolution`, the item that was there already.',
        headers: headers(components, 'Idempotency-Replayed', 'Preference-Applied'),
        content: {
          ...createdContent(resource, components),
          [IMPORT_TYPE]: { schema: importSchema(components) },
          'application/x-ndjson': LINE_ANSWERS,
        },
      },
      201: {
        description: `The new ${singular(resource)}.`,
        headers: headers(components, 'Location', 'Idempotency-Replayed', 'Preference-Applied', 'Warning'),
        content: createdContent(resource, components),
      },
      ...refusal(components),
      ...errors(components, 401, 403, 406, 409, 413, 415, 422, 503),
    },
  };
}
