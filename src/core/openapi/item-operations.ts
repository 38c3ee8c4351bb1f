import type { Resource } from '../metadata/resource.js';
import { itemContent, patchContent, putContent } from './bodies.js';
import type { Components } from './components.js';
import { ASKED, headers } from './headers.js';
import { errors, refusal } from './responses.js';
import type { Operation, PathItem } from './types.js';
import { one, singular } from './words.js';
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
    tags: [resource.name],
    summary: `Deletes ${one(resource)}`,
    parameters: [components.parameter(ASKED.ifMatch), ...deletingParameters(resource, components)],
    responses: {
      204: { description: 'It is gone.', headers: headers(components) },
      ...refusal(components),
      ...errors(components, 401, 403, 404, 409, 412, 503),
    },
  };
}
