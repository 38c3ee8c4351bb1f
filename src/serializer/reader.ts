import type { Tables } from '../database/tables.js';
import type { Selection } from '../query/collection-query.js';
import { Source } from '../query/source.js';
import type { Field, Group, ReadContext, Row, ToMany } from '../resource/field.js';
import { iriOf, type Resource } from '../resource/resource.js';

export type Json = Record<string, unknown>;

/** The values of to-many fields of a page, by field and by the owner's key. */
export type ManyValues = ReadonlyMap<string, ReadonlyMap<number, readonly unknown[]>>;

/** Reads one group of a resource: what to select, and how a row becomes JSON. Made once, at the start. */
export interface Reader {
  /** The key, the id, then the fields' columns, named `c0`, `c1`, … */
  readonly selection: Selection;
  readonly many: readonly (readonly [name: string, many: ToMany])[];
  toJson(row: Row, many: ManyValues, context: ReadContext): Json;
}

export const keyOf = (row: Row): number => row[0] as number;

/** @throws when a field of the group reads what the entity does not have. */
export function readerOf(resource: Resource, group: Group, tables: Tables): Reader {
  const fields = [...resource.fields.values()].filter((field) => field.groups.has(group));
  const source = new Source(tables, resource.entity);
  const columns = [source.root.column('pk'), source.root.column('id')];
  const placed: (readonly [field: Field, at: number])[] = [];
  for (const field of fields) {
    placed.push([field, columns.length]);
    for (const read of field.reads)
      columns.push(typeof read === 'string' ? source.root.column(read) : read(source.root));
  }
  return {
    selection: {
      sql: columns.map((column, index) => `${column} AS c${index}`).join(', '),
      joins: source.joined,
    },
    many: fields.flatMap((field) => (field.many ? [[field.name, field.many] as const] : [])),
    toJson: (row, many, context) => {
      const json: Json = context.ld
        ? { '@id': iriOf(resource, row[1] as string), '@type': resource.name }
        : {};
      for (const [field, at] of placed) {
        const values = field.many && (many.get(field.name)?.get(keyOf(row)) ?? []);
        json[field.name] = values
          ? values.map((value) => field.many?.toJson(value, context))
          : field.toJson(row, at, context);
      }
      return json;
    },
  };
}
