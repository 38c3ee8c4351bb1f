import { BadInput } from '../metadata/errors.js';
import type { Resource } from '../metadata/resource.js';
import { valueOf } from './csv-cell.js';
import { type CsvHeader, headerOf, isColumnOf } from './csv-header.js';
import { readRecords } from './csv-records.js';
import { type Bytes, decodedText } from './decoded-text.js';

/** Lines of a file at most, beside its header and empty lines. */
export const CSV_LINE_LIMIT = 10_000;

/** A row as the body of a POST, or why it is none. */
export type CsvLine = {
  /** Where it begins in the file, counted from 1. */
  readonly line: number;
  /** The cells of the file as they were sent, where they are wanted: of several rows where these are one item. */
  readonly rows?: readonly (readonly string[])[];
} & (
  | { readonly body: Readonly<Record<string, unknown>>; readonly error?: undefined }
  | { readonly error: string; readonly body?: undefined }
);

export interface CsvImport {
  /** The names of the columns, as they were sent. */
  readonly header: readonly string[];
  /** Columns that the resource does not have. Those that are only read are left out without a word. */
  readonly ignoredColumns: readonly string[];
  readonly lines: readonly CsvLine[];
}

/**
 * Reads a CSV file for the POST of a resource. An empty cell is a field that the body does not have. The whole file is
 * read before the first row is given, so what cannot be read leaves nothing half written; other requests get their turn
 * meanwhile. `charset`: what the request says of it; `keepsRows`: the rows are wanted as they were sent, too.
 * @throws BadInput when the file is no text, has no header or no line, is no CSV or too long, or names a column twice.
 */
export async function readCsv(
  resource: Resource,
  source: string | Bytes,
  charset?: string,
  keepsRows = false,
): Promise<CsvImport> {
  let header: CsvHeader | undefined;
  let records = 0;
  const lines: CsvLine[] = [];
  const bytes = typeof source === 'string' ? Buffer.from(source) : source;
  const { delimiter } = await readRecords(
    decodedText(bytes, charset),
    isColumnOf(resource),
    (cells, line) => {
      if (++records > CSV_LINE_LIMIT + 1)
        throw new BadInput(`The CSV has more than ${CSV_LINE_LIMIT} lines.`);
      if (!header) header = headerOf(resource, cells);
      else if (cells.some((cell) => cell !== ''))
        lines.push({ line, ...(keepsRows && { rows: [cells] }), ...readRow(resource, header, cells) });
    },
  );
  if (!header) throw new BadInput('The CSV has no header line.');
  if (lines.length === 0) {
    const names = header.names.map((name) => `"${name}"`).join(', ');
    throw new BadInput(
      `The CSV has no line below its header. Seen was one line, cut at ${DELIMITERS[delimiter] ?? `"${delimiter}"`}: ${names}.`,
    );
  }
  return {
    header: header.names,
    ignoredColumns: header.ignored,
    lines: oneItemEach(resource, header, lines),
  };
}

const DELIMITERS: Readonly<Record<string, string>> = { ',': 'commas', ';': 'semicolons', '\t': 'tabs' };

type CsvRow = { readonly body: Record<string, unknown> } | { readonly error: string };

function readRow(resource: Resource, { columns }: CsvHeader, cells: readonly string[]): CsvRow {
  if (cells.length !== columns.length) {
    return { error: `The line has ${count(cells.length)}, the header has ${columns.length}.` };
  }
  const body: Record<string, unknown> = {};
  const objectAt = (field: string): Record<string, unknown> =>
    (body[field] ??= {}) as Record<string, unknown>;
  columns.forEach((column, index) => {
    const cell = cells[index];
    if (!column || !cell) return;
    if (column.kind === 'several') {
      const known = objectAt(column.field);
      for (const [part, value] of Object.entries(column.read(valueOf(cell, TEXT) as string)))
        if (value !== undefined && value !== '') known[part] ??= value;
      return;
    }
    const read = resource.csv?.reads?.[column.name];
    const value = valueOf(read ? read(cell) : cell, column.field.schema);
    const [field, part] = column.path;
    if (part === undefined) body[field] = value;
    else if (column.kind === 'listed')
      ((body[field] ??= [{}]) as Record<string, unknown>[])[0]![part] = value;
    else objectAt(field)[part] = value;
  });
  return { body };
}

const TEXT = { type: 'string' } as const;

const count = (cells: number): string => (cells === 1 ? '1 cell' : `${cells} cells`);

/** An item of which the rows are gathered. */
interface ItemOfRows {
  readonly line: number;
  readonly body: Record<string, unknown>;
  readonly rows?: (readonly string[])[];
}

/**
 * Lines of which each has a part of the same item (the lines of an order) as one: the first, with the parts of all. A line
 * that does not say whose it is belongs to the one before it.
 */
function oneItemEach(
  { csv }: Resource,
  { columns }: CsvHeader,
  lines: readonly CsvLine[],
): readonly CsvLine[] {
  const key = csv?.oneItemBy;
  const list = columns.find((column) => column?.kind === 'listed')?.path[0];
  if (key === undefined || list === undefined) return lines;
  const items = new Map<unknown, ItemOfRows>();
  let last: ItemOfRows | undefined;
  return lines.flatMap((each): CsvLine[] => {
    const { body } = each;
    if (!body) return [each];
    const first = body[key] === undefined ? last : items.get(body[key]);
    if (!first) {
      last = { line: each.line, body, ...(each.rows && { rows: [...each.rows] }) };
      if (body[key] !== undefined) items.set(body[key], last);
      return [last];
    }
    last = first;
    first.rows?.push(...(each.rows ?? []));
    for (const [name, value] of Object.entries(body)) if (name !== list) first.body[name] ??= value;
    first.body[list] = [...((first.body[list] ?? []) as unknown[]), ...((body[list] ?? []) as unknown[])];
    return [];
  });
}
