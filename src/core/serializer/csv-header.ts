import { type CellReader, columnKey } from '../metadata/csv-hints.js';
import { BadInput } from '../metadata/errors.js';
import type { Group } from '../metadata/field.js';
import type { Resource } from '../metadata/resource.js';
import { csvColumns, type CsvColumn } from './csv.js';

/** What a column of a file is for. */
export type ImportedColumn =
  | (CsvColumn & { readonly kind: 'value' })
  /** A part of the first object in an embedded list: `items.qty`. */
  | (CsvColumn & { readonly kind: 'listed' })
  /** Parts of an embedded object, in one cell. */
  | {
      readonly kind: 'several';
      readonly name: string;
      readonly field: string;
      readonly path: readonly [string];
      readonly read: CellReader;
    };

export interface CsvHeader {
  readonly names: readonly string[];
  /** By the position of the cell; undefined where it is not imported. */
  readonly columns: readonly (ImportedColumn | undefined)[];
  readonly ignored: readonly string[];
}

const SHOWN: readonly Group[] = ['get', 'getc', 'post', 'put'];

/** A column that a name can mean; of several names for it in a file the one with the lowest rank counts. */
interface Named {
  readonly column: ImportedColumn;
  readonly rank: number;
}

/** What a first line can name, by `columnKey`: our own names, then those of others. */
function importable(resource: Resource): {
  readonly own: ReadonlyMap<string, ImportedColumn>;
  readonly all: ReadonlyMap<string, Named>;
} {
  const { names = {}, cells = {} } = resource.csv ?? {};
  const values = csvColumns(resource, 'post').map((column): ImportedColumn => ({ ...column, kind: 'value' }));
  const own = new Map(
    [...values, ...listedColumns(resource)]
      .filter((column) => column.kind !== 'several' && column.field.write)
      .map((column) => [column.name, column]),
  );
  const all = new Map<string, Named>();
  const add = (name: string, column: ImportedColumn | undefined, rank: number): void => {
    const key = columnKey(name);
    if (column && !all.has(key)) all.set(key, { column, rank });
  };
  for (const [name, column] of own) add(name, column, 0);
  for (const [name, others] of Object.entries(names))
    others.forEach((other, at) => add(other, own.get(name), at + 1));
  for (const [name, { field, read }] of Object.entries(cells))
    add(name, { kind: 'several', name, field, path: [field], read }, 1);
  return { own, all };
}

/** The fields of what an embedded list has: `items.qty`. */
const listedColumns = (resource: Resource): ImportedColumn[] =>
  [...resource.fields.values()].flatMap(({ name, relation, groups }) =>
    relation?.embeds && relation.cardinality === 'many' && groups.has('post')
      ? csvColumns(relation.target(), 'post')
          .filter(({ path }) => path.length === 1)
          .map(({ name: part, field }): ImportedColumn => {
            return { kind: 'listed', name: `${name}.${part}`, path: [name, part], field };
          })
      : [],
  );

/** Whether a name in a first line is a column of the resource, in our words or another system's. */
export function isColumnOf(resource: Resource): (name: string) => boolean {
  const { all } = importable(resource);
  return (name) => all.has(columnKey(name));
}

/** @throws BadInput when it has no column of the resource, or one twice. */
export function headerOf(resource: Resource, cells: readonly string[]): CsvHeader {
  const { own, all } = importable(resource);
  const known = new Set(SHOWN.flatMap((group) => csvColumns(resource, group).map(({ name }) => name)));
  const names = cells.map((cell) => cell.trim());
  const twice = names.find((name, index) => own.has(name) && names.indexOf(name) !== index);
  if (twice !== undefined) throw new BadInput(`The CSV has the column "${twice}" twice.`);
  const meant = names.map((name) =>
    known.has(name) && !own.has(name) ? undefined : all.get(columnKey(name)),
  );
  // of several names for one column the best counts, and of equally good ones the first
  const columns = meant.map((each, at) => {
    const isBetter = (other: Named | undefined, index: number): boolean =>
      other !== undefined &&
      other.column === each?.column &&
      (other.rank < each.rank || (other.rank === each.rank && index < at));
    return each && each.column.kind !== 'several' && meant.some(isBetter) ? undefined : each?.column;
  });
  if (!columns.some((column) => column)) {
    const seen = names.slice(0, 20).map((name) => `"${name.slice(0, 50)}"`);
    throw new BadInput(
      `The first line of the CSV must name the columns. It has: ${seen.join(', ')}. Supported are: ${[...own.keys()].join(', ')}.`,
    );
  }
  const isIgnored = (name: string): boolean => !known.has(name) && !columns[names.indexOf(name)];
  return { names, columns, ignored: [...new Set(names)].filter(isIgnored) };
}
