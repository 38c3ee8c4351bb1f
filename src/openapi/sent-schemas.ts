import type { Field } from '../resource/field.js';
import type { Resource } from '../resource/resource.js';
import type { Components } from './components.js';
import { iriSchema, nullable, sentValue } from './field-schema.js';
import { inGroup, mapOf, nameOf } from './schema-names.js';
import type { Schema } from './types.js';

/** A body of POST, or of PUT and PATCH. Other keys are ignored. */
export const sentSchema = (resource: Resource, group: 'post' | 'put', components: Components): Schema =>
  components.schema(nameOf(resource.name, group), () =>
    body(resource, inGroup(resource.fields, group), group === 'post', components),
  );

function body(
  resource: Resource,
  fields: readonly [string, Field][],
  isNew: boolean,
  components: Components,
): Schema & Pick<Required<Schema>, 'properties'> {
  const required = isNew ? fields.filter(([, field]) => field.required).map(([name]) => name) : [];
  const properties = mapOf(fields, (field) => sentField(resource, field, isNew, components));
  return { type: 'object', properties, ...(required.length > 0 ? { required } : {}) };
}

function sentField(resource: Resource, field: Field, isNew: boolean, components: Components): Schema {
  const { relation, parts, required, schema } = field;
  if (relation) {
    const iri = iriSchema(relation.target());
    const one = relation.embeds ? { anyOf: [iri, embeddedSchema(resource, field, components)] } : iri;
    if (relation.cardinality === 'many') return { type: 'array', items: one };
    return required ? one : nullable(one);
  }
  if (!parts) return sentValue(field, isNew);
  const group = isNew ? 'post' : 'put';
  const embedded = components.schema(nameOf(schema.className ?? field.name, group), () => ({
    type: 'object',
    properties: mapOf(parts, (part) => sentField(resource, part, isNew, components)),
  }));
  return required ? embedded : nullable(embedded);
}

/** An object in the body of its owner, which gives it some of its fields. */
function embeddedSchema(resource: Resource, { relation }: Field, components: Components): Schema {
  if (!relation) return {};
  const target = relation.target();
  const via = resource.parts.find((part) => part.target() === target)?.via;
  const owner = target.fields.get(target.ownerFrom)?.relation?.target();
  const isGiven = relation.reuseBy !== undefined || owner === resource;
  const given = new Set([
    ...(relation.cardinality === 'many' && via !== undefined ? [via] : []),
    ...(relation.cardinality === 'one' && isGiven ? [target.ownerFrom] : []),
    ...Object.keys(relation.preset ?? {}),
  ]);
  if (given.size === 0) return sentSchema(target, 'post', components);
  return components.schema(nameOf(target.name, 'embedded'), () => {
    const fields = inGroup(target.fields, 'post').filter(([name]) => !given.has(name));
    const { properties, required = [] } = body(target, fields, true, components);
    if (relation.cardinality === 'one') return { type: 'object', properties, required };
    const id = { ...iriSchema(target), description: 'One that is there already: the other keys change it.' };
    const isComplete = [{ required: ['@id'] }, { required }];
    return { type: 'object', properties: { '@id': id, ...properties }, anyOf: isComplete };
  });
}
