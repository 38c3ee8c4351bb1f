import type { Field } from '../metadata/field.js';
import { iriOf, type Resource } from '../metadata/resource.js';
import { EXAMPLE_ID } from './field-schema.js';
import { inGroup } from './schema-names.js';

type Body = Readonly<Record<string, unknown>>;

/** A body that says what it must and what declarations give an example of; undefined when that is nothing. */
export function exampleBody(resource: Resource, group: 'post' | 'put'): Body | undefined {
  const body = exampleFields(inGroup(resource.fields, group), group === 'post');
  return Object.keys(body).length > 0 ? body : undefined;
}

function exampleFields(fields: Iterable<readonly [string, Field]>, isNew: boolean): Body {
  const entries = [...fields].map(([name, field]) => [name, exampleOf(field, isNew)] as const);
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
}

function exampleOf({ relation, parts, required, schema }: Field, isNew: boolean): unknown {
  if (relation) return required && isNew ? iriOf(relation.target(), EXAMPLE_ID) : undefined;
  if (!parts) return schema.example;
  const body = exampleFields(parts, isNew);
  return Object.keys(body).length > 0 ? body : undefined;
}
