import { BadInput } from '../resource/errors.js';
import type { Group } from '../resource/field.js';
import type { Resource } from '../resource/resource.js';
import { valueOf } from './csv-cell.js';
import { readRecords } from './csv-records.js';
import { csvColumns, type CsvColumn } from './csv.js';
import type { Bytes } from './utf8-chunks.js';

/** Lines of a file at most, beside its header and empty lines. */
export const CSV_LINE_LIMIT = 10_000;

/** A row as the body of a POST, or why it is none; `line` is where it begins in the file, counted from 1. */
export type CsvLine =
  | { readonly line: number; readonly body: Readonly<Record<string, unknown>>; readonly error?: undefined }
  | { readonly line: number; readonly error: string; readonly body?: undefined };

export interface CsvImport {
  /** Columns that the resource does not have. Those that are only read are left out without a word. */
  readonly ignoredColumns: readonly string[];
  readonly lines: readonly CsvLine[];
}

/**
 * Reads a CSV file for the POST of a resource. An empty cell is a field that the body does not have. The whole file is
 * read before the first row is given, so what cannot be read leaves nothing half written; other requests get their turn
 * meanwhile.
 * @throws BadInput when the file is not UTF-8, has no header, is no CSV or too long, or names a column twice.
 */
export async function readCsv(resource: Resource, source: string | Bytes): Promise<CsvImport> {
  let header: Header | undefined;
  let records = 0;
  const lines: CsvLine[] = [];
  await readRecords(typeof source === 'string' ? Buffer.from(source) : source, (cells, line) => {
    if (++records > CSV_LINE_LIMIT + 1) throw new BadInput(`The CSV has more than ${CSV_LINE_LIMIT} lines.`);
    if (!header) header = headerOf(resource, cells);
    else if (cells.some((cell) => cell !== '')) lines.push({ line, ...readRow(header, cells) });
  });
  if (!header) throw new BadInput('The CSV has no header line.');
  return { ignoredColumns: header.ignored, lines };
}

interface Header {
  /** By the position of the cell; undefined where it is not imported. */
  readonly columns: readonly (CsvColumn | undefined)[];
  readonly ignored: readonly string[];
}

const SHOWN: readonly Group[] = ['get', 'getc', 'post', 'put'];

function headerOf(resource: Resource, cells: readonly string[]): Header {
  const importable = new Map(
    csvColumns(resource, 'post')
      .filter(({ field }) => field.write)
      .map((column) => [column.name, column]),
  );
  const known = new Set(SHOWN.flatMap((group) => csvColumns(resource, group).map(({ name }) => name)));
  const names = cells.map((cell) => cell.trim());
  const columns = names.map((name) => importable.get(name));
  if (!columns.some((column) => column)) {
    throw new BadInput(
      `The first line of the CSV must name the columns. Supported are: ${[...importable.keys()].join(', ')}.`,
    );
  }
  const twice = names.find((name, index) => importable.has(name) && names.indexOf(name) !== index);
  if (twice !== undefined) throw new BadInput(`The CSV has the column "${twice}" twice.`);
  return { columns, ignored: [...new Set(names)].filter((name) => !known.has(name)) };
}

type Row = { readonly body: Record<string, unknown> } | { readonly error: string };

function readRow({ columns }: Header, cells: readonly string[]): Row {
  if (cells.length !== columns.length) {
    return { error: `The line has ${count(cells.length)}, the header has ${columns.length}.` };
  }
  const body: Record<string, unknown> = {};
  columns.forEach((column, index) => {
    const cell = cells[index];
    if (!column || !cell) return;
    const [field, part] = column.path;
    const value = valueOf(cell, column.field.schema);
    if (part === undefined) body[field] = value;
    else ((body[field] ??= {}) as Record<string, unknown>)[part] = value;
  });
  return { body };
}

const count = (cells: number): string => (cells === 1 ? '1 cell' : `${cells} cells`);
