import { groupOfMembers } from '../openapi/answered-schemas.js';
import { itemContent, listContent } from '../openapi/bodies.js';
import { ASKED } from '../openapi/headers.js';
import { Operation, type OperationOptions } from '../openapi/operation.js';
import { queryParameters } from '../openapi/query-parameters.js';
import type { Schema } from '../openapi/types.js';
import { one, plural, singular } from '../openapi/words.js';
import { searchParameters } from '../query/filter-paths.js';
import type { Resource } from '../metadata/resource.js';

/** The code in a path. */
const codeOf = (resource: Resource): Schema => ({
  description: `The ${singular(resource)}'s code.`,
  examples: [resource.fields.get('code')?.schema.example],
});

/** What reads of lists that stay the same have in common. */
const READ = {
  parameters: [ASKED.ifNoneMatch],
  errors: [304, 406],
  withoutDatabase: true,
} as const satisfies Partial<OperationOptions>;

/** Documents the handler that answers a list that stays the same. */
export const ListOperation = (resource: Resource): MethodDecorator =>
  Operation({
    ...READ,
    id: `get${resource.name}Collection`,
    tag: resource.name,
    summary: `Lists all ${plural(resource).replace('public/', '')}`,
    description: `${resource.description} The list is the same for everybody until the server is updated.`,
    parameters: (components) => [
      ...queryParameters(resource, components, searchParameters(resource)),
      components.parameter(ASKED.ifNoneMatch),
    ],
    answer: {
      description: 'The answer.',
      headers: ['ETag'],
      content: (components) => listContent(resource, groupOfMembers(resource), components),
    },
  });

/** Documents the handler that answers all that belong to an item of another list. */
export const ListOfItemOperation = (
  resource: Resource,
  owner: Resource,
  words: Pick<OperationOptions, 'id' | 'summary' | 'description'>,
): MethodDecorator =>
  Operation({
    ...READ,
    ...words,
    tag: resource.name,
    path: { code: codeOf(owner) },
    answer: {
      description: 'The answer.',
      headers: ['ETag'],
      content: (components) => listContent(resource, 'get', components),
    },
    errors: [304, 404, 406],
  });

/** Documents the handler that answers an item of a list that stays the same. */
export const ItemOperation = (resource: Resource): MethodDecorator =>
  Operation({
    ...READ,
    id: `get${resource.name}Item`,
    tag: resource.name,
    summary: `Shows ${one(resource)}`,
    description: `${resource.description} It is found by its code.`,
    path: { code: codeOf(resource) },
    answer: {
      description: 'The answer.',
      headers: ['ETag'],
      content: (components) => itemContent(resource, components),
    },
    errors: [304, 404, 406],
  });
