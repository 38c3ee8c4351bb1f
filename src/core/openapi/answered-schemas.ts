import type { Field, FieldSchema, Group } from '../metadata/field.js';
import type { Resource } from '../metadata/resource.js';
import type { Components } from './components.js';
import { answeredValue, iriSchema, nullable } from './field-schema.js';
import { objectSchema } from './object-schema.js';
import { inGroup, mapOf, nameOf } from './schema-names.js';
import type { Schema } from './types.js';

type Properties = Readonly<Record<string, Schema>>;

/** A required field is never null, whatever its type could hold. */
const ofField = ({ schema, required }: Field): FieldSchema =>
  required ? { ...schema, nullable: false } : schema;

/** Lists whose members look like items have no schema of their own. */
export const groupOfMembers = ({ fields }: Resource): Group => {
  const isLean = [...fields.values()].some(({ groups }) => groups.has('get') !== groups.has('getc'));
  return isLean ? 'getc' : 'get';
};

/** A resource in answers. The keys are always all there; what has no value is null. */
export function answeredSchema(
  resource: Resource,
  group: Group,
  ld: boolean,
  components: Components,
): Schema {
  return components.schema(nameOf(resource.name, group, ld), () =>
    object(
      ld ? jsonLdKeys(resource) : {},
      mapOf(inGroup(resource.fields, group), (field) => answeredField(field, ld, components)),
      resource.description,
    ),
  );
}

/** What POST answers: an item that carries some objects instead of their IRIs. */
export function createdSchema(resource: Resource, ld: boolean, components: Components): Schema {
  const embeds = (field: Field): boolean => field.relation?.embeddedOnPost === true;
  if (![...resource.fields.values()].some(embeds)) return answeredSchema(resource, 'get', ld, components);
  return components.schema(nameOf(resource.name, 'getp', ld), () =>
    object(
      ld ? jsonLdKeys(resource) : {},
      mapOf(inGroup(resource.fields, 'get'), (field) =>
        field.relation && embeds(field)
          ? answeredSchema(field.relation.target(), 'getp', ld, components)
          : answeredField(field, ld, components),
      ),
      resource.description,
    ),
  );
}

function object(keys: Properties, fields: Properties, description?: string): Schema {
  const properties = { ...keys, ...fields };
  const required = Object.keys(properties).filter((key) => key !== '@context');
  return { ...objectSchema(properties, required), ...(description === undefined ? {} : { description }) };
}

const jsonLdKeys = (resource: Resource): Properties => ({
  '@context': {
    type: 'string',
    format: 'iri-reference',
    description: 'On the outermost object only.',
    examples: [`/contexts/${resource.name}`],
  },
  '@id': iriSchema(resource),
  '@type': { const: resource.name },
});

function answeredField(field: Field, ld: boolean, components: Components): Schema {
  const { relation, parts, schema, required } = field;
  if (relation) {
    const target = relation.target();
    if (relation.cardinality === 'many') return { type: 'array', items: iriSchema(target) };
    const one = relation.embedded
      ? answeredSchema(target, relation.embeddedGroup ?? 'get', ld, components)
      : iriSchema(target);
    return required ? one : nullable(one);
  }
  if (!parts) return answeredValue(ofField(field));
  const className = schema.className ?? field.name;
  const embedded = components.schema(nameOf(className, 'get', ld), () =>
    object(
      ld ? { '@type': { const: className } } : {},
      mapOf(parts, (part) => answeredField(part, ld, components)),
    ),
  );
  return required ? embedded : nullable(embedded);
}
