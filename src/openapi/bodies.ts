import type { Group } from '../resource/field.js';
import type { Resource } from '../resource/resource.js';
import { csvColumns, csvHeader } from '../serializer/csv.js';
import { answeredSchema, createdSchema } from './answered-schemas.js';
import type { Components } from './components.js';
import { violationsSchema } from './error-schemas.js';
import { sentSchema } from './sent-schemas.js';
import type { Content, Reference, Schema } from './types.js';

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
  const envelope = components.schema('HydraCollection', () => HYDRA_COLLECTION);
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
export function postContent(resource: Resource, components: Components): Content {
  const schema = sentSchema(resource, 'post', components);
  return {
    'application/ld+json': { schema },
    'application/json': { schema },
    'text/csv': csvOf(resource, 'post'),
  };
}

export function putContent(resource: Resource, components: Components): Content {
  const schema = sentSchema(resource, 'put', components);
  return { 'application/ld+json': { schema }, 'application/json': { schema } };
}

/** The same keys as PUT; what is left out of an object stays. */
export const patchContent = (resource: Resource, components: Components): Content => ({
  'application/merge-patch+json': { schema: sentSchema(resource, 'put', components) },
});

const text: Schema = { type: 'string' };
const iri: Schema = { type: 'string', format: 'iri-reference' };

const object = (properties: Readonly<Record<string, Schema>>, required: readonly string[]): Schema => ({
  type: 'object',
  properties,
  required,
});

const HYDRA_VIEW = object(
  {
    '@id': iri,
    '@type': { const: 'hydra:PartialCollectionView' },
    'hydra:first': iri,
    'hydra:last': iri,
    'hydra:previous': iri,
    'hydra:next': iri,
  },
  ['@id', '@type'],
);

const HYDRA_SEARCH = object(
  {
    '@type': { const: 'hydra:IriTemplate' },
    'hydra:template': { ...text, examples: ['/shipments{?page,itemsPerPage}'] },
    'hydra:variableRepresentation': { const: 'BasicRepresentation' },
    'hydra:mapping': {
      type: 'array',
      items: object(
        {
          '@type': { const: 'IriTemplateMapping' },
          variable: text,
          property: { type: ['string', 'null'] },
          required: { type: 'boolean' },
        },
        ['@type', 'variable', 'property', 'required'],
      ),
    },
  },
  ['@type', 'hydra:template', 'hydra:variableRepresentation', 'hydra:mapping'],
);

const HYDRA_COLLECTION: Schema = {
  ...object(
    {
      '@context': iri,
      '@id': { ...iri, description: 'The path of the list, without its query.' },
      '@type': { const: 'hydra:Collection' },
      'hydra:member': { type: 'array', items: { type: 'object' } },
      'hydra:totalItems': {
        type: 'integer',
        minimum: 0,
        description: 'How many there are on all pages; not there with `Prefer: count=none`.',
      },
      'hydra:view': {
        ...HYDRA_VIEW,
        description: 'Where this page stands; not there when it is the only one and there is no query.',
      },
      'hydra:search': { ...HYDRA_SEARCH, description: 'What the list can be filtered and sorted by.' },
    },
    ['@context', '@id', '@type', 'hydra:member'],
  ),
  description: 'A page of a list.',
};

/** What an import answers. */
export const importSchema = (components: Components): Reference =>
  components.schema('CsvImport', () => {
    const line = object(
      {
        line: { type: 'integer', minimum: 1, description: 'Where the line begins in the file.' },
        message: text,
        violations: violationsSchema(components),
      },
      ['line', 'message'],
    );
    return object(
      {
        created: { type: 'integer', minimum: 0, description: 'How many items were made.' },
        failed: { type: 'array', items: line, description: 'Lines that made nothing, and why.' },
        ignoredColumns: { type: 'array', items: text, description: 'Columns that nobody knows.' },
      },
      ['created', 'failed', 'ignoredColumns'],
    );
  });
