import type { Field } from '../metadata/field.js';
import type { Resource } from '../metadata/resource.js';
import type { Components } from './components.js';
import { iriSchema, nullable, sentValue } from './field-schema.js';
import { objectSchema } from './object-schema.js';
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
): ReturnType<typeof objectSchema> {
  const required = isNew ? fields.filter(([, field]) => field.required).map(([name]) => name) : [];
  const properties = mapOf(fields, (field) => sentField(resource, field, isNew, components));
  return objectSchema(properties, required);
}

function sentField(resource: Resource, field: Field, isNew: boolean, components: Components): Schema {
  const { relation, parts, required, schema } = field;
  if (relation) {
    const iri = iriSchema(relation.target());
    const one = relation.embeds ? { anyOf: [iri, ...embeddedSchemas(resource, field, components)] } : iri;
    if (relation.cardinality === 'many') return { type: 'array', items: one };
    return required ? one : nullable(one);
  }
  if (!parts) return sentValue(field, isNew);
  const group = isNew ? 'post' : 'put';
  const embedded = components.schema(nameOf(schema.className ?? field.name, group), () =>
    body(resource, [...parts], isNew, components),
  );
  return required ? embedded : nullable(embedded);
}

/** Objects in the body of their owner, which gives them some of their fields; those with an `@id` are there already. */
function embeddedSchemas(resource: Resource, { relation }: Field, components: Components): Schema[] {
  if (!relation) return [];
  const target = relation.target();
  const isMany = relation.cardinality === 'many';
  const via = resource.cascadeChildren.find((part) => part.target() === target)?.via;
  const isPart = target.fields.get(target.ownerFrom)?.relation?.target() === resource;
  const owner = isPart || relation.reuseBy !== undefined ? target.ownerFrom : undefined;
  const given = new Set([isMany ? via : owner, ...Object.keys(relation.preset ?? {})]);
  const isOwn = ([name]: readonly [string, Field]): boolean => !given.has(name);
  if (!inGroup(target.fields, 'post').some((each) => !isOwn(each)))
    return [sentSchema(target, 'post', components)];
  const made = components.schema(nameOf(target.name, 'embedded'), () =>
    body(target, inGroup(target.fields, 'post').filter(isOwn), true, components),
  );
  if (!isMany) return [made];
  const kept = components.schema(nameOf(target.name, 'kept'), () => {
    const { properties } = body(target, inGroup(target.fields, 'put'), false, components);
    return objectSchema({ '@id': iriSchema(target), ...properties }, ['@id']);
  });
  return [made, kept];
}
