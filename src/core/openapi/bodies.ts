import type { Group } from '../metadata/field.js';
import type { Resource } from '../metadata/resource.js';
import { csvColumns, csvHeader } from '../serializer/csv.js';
import { answeredSchema, createdSchema } from './answered-schemas.js';
import type { Components } from './components.js';
import { exampleBody } from './example-body.js';
import { hydraCollectionSchema } from './hydra-schemas.js';
import { sentSchema } from './sent-schemas.js';
import type { Content, MediaTypeObject } from './types.js';

/** Lines of a table; its first line is the same for all, so it is the example. */
const csvOf = (resource: Resource, group: Group): Content[string] => ({
  schema: { type: 'string', description: 'A header line, then a line for each item.' },
  example: csvHeader(csvColumns(resource, group)),
});

/** An item, in each format. */
export const itemContent = (resource: Resource, components: Components): Content => ({
  'application/ld+json': { schema: answeredSchema(resource, 'get', true, components) },
  'application/json': { schema: answeredSchema(resource, 'get', false, components) },
  'text/csv': csvOf(resource, 'get'),
});

/** The answer to a POST. */
export const createdContent = (resource: Resource, components: Components): Content => ({
  'application/ld+json': { schema: createdSchema(resource, true, components) },
  'application/json': { schema: createdSchema(resource, false, components) },
  'text/csv': csvOf(resource, 'get'),
});

/** A list, in each format: the envelope of Hydra, a bare array, lines. */
export function listContent(resource: Resource, group: Group, components: Components): Content {
  const name = `${resource.name}Collection-${group === 'getc' ? 'Getc' : 'Get'}.jsonld`;
  const member = answeredSchema(resource, group, true, components);
  const envelope = hydraCollectionSchema(components);
  return {
    'application/ld+json': {
      schema: components.schema(name, () => ({
        allOf: [
          envelope,
          { type: 'object', properties: { 'hydra:member': { type: 'array', items: member } } },
        ],
      })),
    },
    'application/json': {
      schema: { type: 'array', items: answeredSchema(resource, group, false, components) },
    },
    'text/csv': csvOf(resource, group),
  };
}

/** What POST takes: an item, or a table of items. */
export const postContent = (resource: Resource, components: Components): Content => ({
  'application/ld+json': sent(resource, 'post', components),
  'application/json': sent(resource, 'post', components),
  'text/csv': csvOf(resource, 'post'),
  'application/x-ndjson': {
    schema: {
      type: 'string',
      description: 'The JSON of an item on each line, up to 100,000 lines or 64 MiB.',
    },
    example: `${JSON.stringify(exampleBody(resource, 'post'))}\n`,
  },
});

export const putContent = (resource: Resource, components: Components): Content => ({
  'application/ld+json': sent(resource, 'put', components),
  'application/json': sent(resource, 'put', components),
});

/** The same keys as PUT; what is left out of an object stays. */
export const patchContent = (resource: Resource, components: Components): Content => ({
  'application/merge-patch+json': sent(resource, 'put', components),
});

function sent(resource: Resource, group: 'post' | 'put', components: Components): MediaTypeObject {
  const example = exampleBody(resource, group);
  const schema = sentSchema(resource, group, components);
  return example === undefined ? { schema } : { schema, example };
}
