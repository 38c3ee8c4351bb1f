import { type CollectionRoute, collectionRoutes } from '../http/resource-routes.js';
import type { Resource } from '../resource/resource.js';
import { groupOfMembers } from './answered-schemas.js';
import {
  createdContent,
  importSchema,
  itemContent,
  listContent,
  patchContent,
  postContent,
  putContent,
} from './bodies.js';
import type { Components } from './components.js';
import { EXAMPLE_ID } from './field-schema.js';
import { ASKED, headers } from './headers.js';
import { queryParameters } from './query-parameters.js';
import { errors, refusal } from './responses.js';
import type { Operation, ParameterObject, PathItem, Paths } from './types.js';
import { one, plural, singular } from './words.js';

const idOf = (resource: Resource, name = 'id'): ParameterObject => ({
  name,
  in: 'path',
  description: `The ${singular(resource)}'s id.`,
  required: true,
  schema: { type: 'string', format: 'uuid', examples: [EXAMPLE_ID] },
});

/** Every path of the resources: their lists, also the nested ones, and their items. */
export function resourcePaths(resources: readonly Resource[], components: Components): Paths {
  const paths: Record<string, PathItem> = {};
  for (const route of collectionRoutes(resources)) {
    const parameters = route.steps.map((step) => idOf(step.resource, step.parameter));
    paths[templateOf(route.path)] = {
      ...(parameters.length > 0 ? { parameters } : {}),
      get: list(route, components),
    };
  }
  for (const resource of resources) {
    const top = `/${resource.path}`;
    if (resource.operations.includes('post'))
      paths[top] = { ...paths[top], post: create(resource, components) };
    const item = itemOperations(resource, components);
    if (Object.keys(item).length > 0) paths[`${top}/{id}`] = { parameters: [idOf(resource)], ...item };
  }
  return inOrder(paths, resources);
}

/** `/workspaces/:id/shipments` as `/workspaces/{id}/shipments`. */
export const templateOf = (path: string): string => path.replace(/:(\w+)/g, '{$1}');

/** By resource: its list, its item, then the lists below it. */
function inOrder(paths: Paths, resources: readonly Resource[]): Paths {
  const ranks = new Map(resources.map(({ path }, index) => [path, index]));
  const key = (path: string): readonly number[] => {
    const segments = path.split('/').slice(1);
    return [ranks.get(segments[0] ?? '') ?? ranks.size, segments.length];
  };
  const entries = Object.entries(paths).sort(([a], [b]) => {
    const [rankA = 0, depthA = 0] = key(a);
    const [rankB = 0, depthB = 0] = key(b);
    return rankA - rankB || depthA - depthB;
  });
  return Object.fromEntries(entries);
}

function list({ path, resource, steps }: CollectionRoute, components: Components): Operation {
  const isNested = steps.length > 0;
  const group = isNested ? 'get' : groupOfMembers(resource);
  const parents = steps.map((step) => ` of ${one(step.resource)}`).reverse();
  return {
    operationId: isNested ? nestedId(path, steps) : `get${resource.name}Collection`,
    tags: [resource.name],
    summary: `Lists the ${plural(resource)}${parents.join('')}`,
    parameters: [
      ...queryParameters(resource, components),
      components.parameter(ASKED.prefer),
      components.parameter(ASKED.ifNoneMatch),
    ],
    responses: {
      200: {
        description: `A page of ${plural(resource)}.`,
        headers: headers(components, 'ETag', 'Preference-Applied'),
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

const isTenancy = ({ owner }: Resource): boolean => owner === 'is team' || owner === 'is workspace';

function create(resource: Resource, components: Components): Operation {
  return {
    operationId: `post${resource.name}Collection`,
    tags: [resource.name],
    summary: `Makes ${one(resource)}`,
    description:
      'Of JSON one; of CSV one for each line. A CSV has a header line with the names of fields; a line that is refused does not hold the others back.',
    parameters: [components.parameter(ASKED.idempotencyKey)],
    requestBody: { required: true, content: postContent(resource, components) },
    responses: {
      200: {
        description: 'What became of the lines of a CSV.',
        headers: headers(components, 'Idempotency-Replayed'),
        content: { 'application/json': { schema: importSchema(components) } },
      },
      201: {
        description: `The new ${singular(resource)}.`,
        headers: headers(components, 'Location', 'Idempotency-Replayed'),
        content: createdContent(resource, components),
      },
      ...refusal(components),
      ...errors(
        components,
        401,
        ...(isTenancy(resource) ? [403 as const] : []),
        406,
        409,
        413,
        415,
        422,
        503,
      ),
    },
  };
}

function itemOperations(resource: Resource, components: Components): PathItem {
  const may = (operation: Resource['operations'][number]): boolean => resource.operations.includes(operation);
  return {
    ...(may('item') ? { get: read(resource, components) } : {}),
    ...(may('put')
      ? { put: change(resource, 'put', components), patch: change(resource, 'patch', components) }
      : {}),
    ...(may('delete') ? { delete: remove(resource, components) } : {}),
  };
}

function read(resource: Resource, components: Components): Operation {
  const tags = resource.operations.includes('put')
    ? (['ETag', 'Accept-Patch'] as const)
    : (['ETag'] as const);
  return {
    operationId: `get${resource.name}Item`,
    tags: [resource.name],
    summary: `Shows ${one(resource)}`,
    parameters: [components.parameter(ASKED.ifNoneMatch)],
    responses: {
      200: {
        description: `The ${singular(resource)}.`,
        headers: headers(components, ...tags),
        content: itemContent(resource, components),
      },
      ...errors(components, 304, 401, 404, 406, 503),
    },
  };
}

const CHANGES = {
  put: {
    summary: 'Changes',
    description:
      'Changes the fields that the body has. An object or list that it has replaces the old one whole.',
    content: putContent,
  },
  patch: {
    summary: 'Patches',
    description: 'A merge patch (RFC 7396): what is left out of objects stays too, and null clears.',
    content: patchContent,
  },
} as const;

function change(resource: Resource, method: keyof typeof CHANGES, components: Components): Operation {
  const { summary, description, content } = CHANGES[method];
  return {
    operationId: `${method}${resource.name}Item`,
    tags: [resource.name],
    summary: `${summary} ${one(resource)}`,
    description,
    parameters: [components.parameter(ASKED.ifMatch)],
    requestBody: { required: true, content: content(resource, components) },
    responses: {
      200: {
        description: `The ${singular(resource)} as it is now.`,
        headers: headers(components),
        content: itemContent(resource, components),
      },
      ...refusal(components),
      ...errors(
        components,
        401,
        ...(isTenancy(resource) ? [403 as const] : []),
        404,
        406,
        409,
        412,
        413,
        415,
        503,
      ),
    },
  };
}

function remove(resource: Resource, components: Components): Operation {
  return {
    operationId: `delete${resource.name}Item`,
    tags: [resource.name],
    summary: `Deletes ${one(resource)}`,
    parameters: [components.parameter(ASKED.ifMatch)],
    responses: {
      204: { description: 'It is gone.', headers: headers(components) },
      ...refusal(components),
      ...errors(components, 401, ...(isTenancy(resource) ? [403 as const] : []), 404, 409, 412, 503),
    },
  };
}
