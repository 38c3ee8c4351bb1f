import { groupOfMembers } from '../openapi/answered-schemas.js';
import { itemContent, listContent } from '../openapi/bodies.js';
import type { Components } from '../openapi/components.js';
import { ASKED, headers } from '../openapi/headers.js';
import { queryParameters } from '../openapi/query-parameters.js';
import { errors } from '../openapi/responses.js';
import type { Content, Operation, ParameterObject, PathItem, Paths } from '../openapi/types.js';
import { one, plural, singular } from '../openapi/words.js';
import { searchParameters } from '../query/searchable.js';
import type { Resource } from '../metadata/resource.js';

/** Who may read a list: everybody, or who has a token. */
export type Readers = 'public' | 'token';

type Described = Pick<Operation, 'operationId' | 'summary' | 'parameters'> & { readonly content: Content };

/** The code in a path. */
export const codeOf = (resource: Resource): ParameterObject => ({
  name: 'code',
  in: 'path',
  description: `The ${singular(resource)}'s code.`,
  required: true,
  schema: { type: 'string', examples: [resource.fields.get('code')?.schema.example] },
});

/** A GET of a list that stays the same. */
export function staticRead(
  resource: Resource,
  readers: Readers,
  { operationId, summary, parameters = [], content }: Described,
  components: Components,
  ...statuses: readonly 404[]
): Operation {
  return {
    operationId,
    tags: [resource.name],
    summary,
    ...(readers === 'public' ? { security: [] } : {}),
    parameters: [...parameters, components.parameter(ASKED.ifNoneMatch)],
    responses: {
      200: { description: 'The answer.', headers: headers(components, 'ETag'), content },
      ...errors(components, 304, ...(readers === 'token' ? [401 as const] : []), ...statuses, 406),
    },
  };
}

/** The paths of a list that stays the same, and of its items. */
export function staticPaths(resource: Resource, readers: Readers, components: Components): Paths {
  const list: PathItem = {
    get: staticRead(
      resource,
      readers,
      {
        operationId: `get${resource.name}Collection`,
        summary: `Lists all ${plural(resource).replace('public/', '')}`,
        parameters: queryParameters(resource, components, searchParameters(resource)),
        content: listContent(resource, groupOfMembers(resource), components),
      },
      components,
    ),
  };
  const item: PathItem = {
    parameters: [codeOf(resource)],
    get: staticRead(
      resource,
      readers,
      {
        operationId: `get${resource.name}Item`,
        summary: `Shows ${one(resource)}`,
        content: itemContent(resource, components),
      },
      components,
      404,
    ),
  };
  return { [`/${resource.path}`]: list, [`/${resource.path}/{code}`]: item };
}
