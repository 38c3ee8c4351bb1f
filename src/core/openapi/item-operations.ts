import type { Resource } from '../metadata/resource.js';
import { itemContent, patchContent, putContent } from './bodies.js';
import type { Components } from './components.js';
import { ASKED, headers } from './headers.js';
import { errors, refusal } from './responses.js';
import type { Operation, PathItem } from './types.js';
import { isNoItem, one, plurals, singular } from './words.js';
import { deletingParameters, tellingParameters } from './write-parameters.js';

/** What can be done with an item. */
export function itemOperations(resource: Resource, components: Components): PathItem {
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
    'x-operation-name': `get${resource.name}`,
    tags: [resource.name],
    summary: `Shows ${one(resource)}`,
    description: `${resource.description} The answer's entity tag makes later requests conditional.${isNoItem(resource)}`,
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
    name: 'change',
    summary: 'Changes',
    description:
      'Changes the fields that the body has. An object or list that it has replaces the old one whole.',
    content: putContent,
  },
  patch: {
    name: 'patch',
    summary: 'Patches',
    description: 'A merge patch (RFC 7396): what is left out of objects stays too, and null clears.',
    content: patchContent,
  },
} as const;

function change(resource: Resource, method: keyof typeof CHANGES, components: Components): Operation {
  const { name, summary, description, content } = CHANGES[method];
  return {
    operationId: `${method}${resource.name}Item`,
    tags: [resource.name],
    'x-operation-name': name + resource.name,
    summary: `${summary} ${one(resource)}`,
    description: description + isNoItem(resource),
    parameters: [components.parameter(ASKED.ifMatch), ...tellingParameters(resource, components)],
    requestBody: { required: true, content: content(resource, components) },
    responses: {
      200: {
        description: `The ${singular(resource)} as it is now.`,
        headers: headers(components, 'Warning'),
        content: itemContent(resource, components),
      },
      ...refusal(components),
      ...errors(components, 401, 403, 404, 406, 409, 412, 413, 415, 503),
    },
  };
}

function remove(resource: Resource, components: Components): Operation {
  return {
    operationId: `delete${resource.name}Item`,
    'x-operation-name': `delete${resource.name}`,
    tags: [resource.name],
    summary: `Deletes ${one(resource)}`,
    description: goesWith(resource) + isNoItem(resource),
    parameters: [components.parameter(ASKED.ifMatch), ...deletingParameters(resource, components)],
    responses: {
      204: { description: 'It is gone.', headers: headers(components) },
      ...refusal(components),
      ...errors(components, 401, 403, 404, 409, 412, 503),
    },
  };
}

/** What a deletion takes with it. */
function goesWith({ cascadeChildren, deletableData }: Resource): string {
  const [parts, data] = [cascadeChildren, deletableData].map((links) => links.map(({ target }) => target()));
  return [
    'It does not come back.',
    ...(parts?.length ? [`Its ${plurals(parts)} go with it.`] : []),
    ...(data?.length ? [`With \`deleteData\` so do the ${plurals(data)} that came through it.`] : []),
  ].join(' ');
}
