import { pipeline } from 'node:stream/promises';
import { CsvError, parse } from 'csv-parse';
import { BadInput } from '../resource/errors.js';
import type { Group } from '../resource/field.js';
import type { Resource } from '../resource/resource.js';
import { valueOf } from './csv-cell.js';
import { csvColumns, type CsvColumn } from './csv.js';
import { utf8Chunks, type Bytes } from './utf8-chunks.js';

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
 * @throws BadInput when the file is not UTF-8, has no header, is no CSV or too long.
 */
export async function readCsv(resource: Resource, source: string | Bytes): Promise<CsvImport> {
  let header: Header | undefined;
  const lines: CsvLine[] = [];
  let records = 0;
  let breaks = 0;
  const lineNow = (emptyLines: number): number => 1 + emptyLines + breaks;
  const parser = parse({
    bom: true,
    record_delimiter: ['\r\n', '\n'],
    relax_column_count: true,
    skip_empty_lines: true,
    on_record: (cells: readonly string[], { empty_lines }) => {
      const line = lineNow(empty_lines);
      breaks += 1 + breaksIn(cells);
      if (++records > CSV_LINE_LIMIT + 1)
        throw new BadInput(`The CSV has more than ${CSV_LINE_LIMIT} lines.`);
      if (!header) header = headerOf(resource, cells);
      else if (cells.some((cell) => cell !== '')) lines.push({ line, ...readRow(header, cells) });
      return null;
    },
  });
  try {
    await pipeline(utf8Chunks(typeof source === 'string' ? Buffer.from(source) : source), parser);
  } catch (error) {
    throw error instanceof CsvError
      ? new BadInput(`Line ${lineNow(parser.info.empty_lines)} of the CSV: ${reasonOf(error)}`)
      : error;
  }
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

/** Line breaks inside of cells. */
const breaksIn = (cells: readonly string[]): number =>
  cells.reduce((sum, cell) => (cell.includes('\n') ? sum + cell.split('\n').length - 1 : sum), 0);

function reasonOf({ code }: CsvError): string {
  return code === 'CSV_QUOTE_NOT_CLOSED'
    ? 'a quoted cell does not end.'
    : 'a quote is out of place. A cell with quotes in it must be quoted, and they must be doubled.';
}
