import type { Field, Group } from '../metadata/field.js';
import type { Schema } from './types.js';

/** A group of a resource: `Shipment-Post`, `Shipment-Get`, and `Shipment-Get.jsonld` with the keys of JSON-LD. */
export const nameOf = (name: string, group: Group | 'embedded' | 'kept', ld = false): string =>
  `${name}-${group.charAt(0).toUpperCase()}${group.slice(1)}${ld ? '.jsonld' : ''}`;

export const inGroup = (fields: ReadonlyMap<string, Field>, group: Group): [string, Field][] =>
  [...fields].filter(([, field]) => field.groups.has(group));

/** The properties of a schema, from fields by name. */
export const mapOf = (
  fields: Iterable<readonly [string, Field]>,
  schemaOf: (field: Field) => Schema,
): Readonly<Record<string, Schema>> =>
  Object.fromEntries([...fields].map(([name, field]) => [name, described(schemaOf(field), field)]));

const described = (schema: Schema, { description }: Field): Schema =>
  description === undefined ? schema : { ...schema, description };
