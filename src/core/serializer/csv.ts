import type { Field, Group } from '../metadata/field.js';
import type { Resource } from '../metadata/resource.js';
import { cellOf } from './csv-cell.js';
import type { Json } from './reader.js';

export interface CsvColumn {
  /** As the header has it: `email`, `address.city`, `shipmentStatus.code`. */
  readonly name: string;
  /** The key in a member and, of an embedded object, the key in it. */
  readonly path: readonly [field: string, part?: string];
  /** What the value is of: the field, or the part of the embedded object. */
  readonly field: Field;
}

/** The columns of a group, in the order of the fields; each part of an embedded object is a column of its own. */
export function csvColumns(resource: Resource, group: Group): readonly CsvColumn[] {
  return [...resource.fields.values()]
    .filter((field) => field.groups.has(group))
    .flatMap((field) => {
      const parts = partsOf(field);
      if (!parts) return [{ name: field.name, path: [field.name], field }];
      return parts.map(([key, part]): CsvColumn => {
        return { name: `${field.name}.${key}`, path: [field.name, key], field: part };
      });
    });
}

function partsOf({ parts, relation }: Field): readonly (readonly [key: string, part: Field])[] | undefined {
  if (parts) return [...parts];
  if (!relation?.embedded) return undefined;
  const group = relation.embeddedGroup ?? 'get';
  return [...relation.target().fields].filter(([, part]) => part.groups.has(group));
}

/** `id,email,address.city\n` */
export const csvHeader = (columns: readonly CsvColumn[]): string =>
  `${columns.map(({ name }) => name).join()}\n`;

/** A line for each member, in plain JSON; made for batches of some hundred. */
export function csvRows(columns: readonly CsvColumn[], members: readonly Json[]): string {
  let text = '';
  for (const member of members) {
    let separator = '';
    for (const { path, field } of columns) {
      text += separator + cellOf(at(member, path), field.schema);
      separator = ',';
    }
    text += '\n';
  }
  return text;
}

function at(member: Json, [field, part]: CsvColumn['path']): unknown {
  const value = member[field];
  return part === undefined ? value : (value as Json | null | undefined)?.[part];
}
