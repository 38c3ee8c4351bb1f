import type { Tables } from '../database/tables.js';
import type { Selection } from '../query/collection-plan.js';
import { Source } from '../query/source.js';
import type { Field, Group, ReadContext, Row } from '../metadata/field.js';
import { jsonText } from '../metadata/json-text.js';
import { iriOf, type Resource } from '../metadata/resource.js';

export type Json = Record<string, unknown>;

/** Reads one group of a resource: what to select, and how a row becomes JSON. Made once, at the start. */
export interface Reader {
  /** The key, the id, then the fields' columns, named `c0`, `c1`, … */
  readonly selection: Selection;
  /** Of which resources it shows how many there are: the context of a row has these totals. */
  readonly counted: readonly Resource[];
  toJson(row: Row, context: ReadContext): Json;
  /** The same as JSON text. */
  toText(row: Row, context: ReadContext): string;
}

export const keyOf = (row: Row): number => row[0] as number;

/** Columns of a table and of those that it is joined with. */
export const selectionOf = (columns: readonly string[], { joined }: Source): Selection => ({
  sql: columns.map((column, index) => `${column} AS c${index}`).join(', '),
  joins: joined,
  width: columns.length,
});

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
  const named = placed.map(([field, at]) => [`${JSON.stringify(field.name)}:`, field, at] as const);
  const ldStart = `{"@id":"${iriOf(resource, '')}`;
  const ldType = `","@type":${JSON.stringify(resource.name)}`;
  return {
    selection: selectionOf(columns, source),
    counted: fields.flatMap(({ counts }) => (counts ? [counts()] : [])),
    toJson: (row, context) => {
      const json: Json = context.ld
        ? { '@id': iriOf(resource, row[1] as string), '@type': resource.name }
        : {};
      for (const [field, at] of placed) json[field.name] = field.toJson(row, at, context);
      return json;
    },
    toText: (row, context) => {
      let text = context.ld ? `${ldStart}${row[1] as string}${ldType}` : '{';
      let separator = context.ld ? ',' : '';
      for (const [name, field, at] of named) {
        const value = field.toText
          ? field.toText(row, at, context)
          : jsonText(field.toJson(row, at, context));
        text += separator + name + value;
        separator = ',';
      }
      return `${text}}`;
    },
  };
}
