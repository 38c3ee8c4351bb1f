import { pipeline } from 'node:stream/promises';
import { CsvError, parse, type Parser } from 'csv-parse';
import { BadInput } from '../resource/errors.js';
import { utf8Chunks, type Bytes } from './utf8-chunks.js';

/** Bytes of a record at most, about as many as a JSON body may have. */
const RECORD_LIMIT = 1_048_576;

/**
 * Reads the records of a CSV (RFC 4180; `\n` and `\r\n` end a record, empty lines are none). Each is given with the line
 * where it begins, counted from 1.
 * @throws BadInput when it is not UTF-8, no CSV, or has a record over the limit; and what `take` throws.
 */
export async function readRecords(
  source: Bytes,
  take: (cells: readonly string[], line: number) => void,
): Promise<void> {
  let lines = 0;
  let bytes = 0;
  const parser: Parser = parse({
    bom: true,
    record_delimiter: ['\r\n', '\n'],
    relax_column_count: true,
    skip_empty_lines: true,
    on_record: (cells: readonly string[]) => {
      const line = lineNow();
      lines += 1 + breaksIn(cells);
      bytes = 0;
      take(cells, line);
      return null;
    },
  });
  // the parser counts a quoted \r\n twice, so its own `lines` are not what an editor shows
  const lineNow = (): number => 1 + lines + parser.info.empty_lines;
  async function* limited(): AsyncGenerator<Uint8Array> {
    for await (const chunk of utf8Chunks(source)) {
      bytes += chunk.length;
      if (bytes > RECORD_LIMIT) throw new BadInput(`Line ${lineNow()} of the CSV is too long.`);
      yield chunk;
    }
  }
  try {
    await pipeline(limited(), parser);
  } catch (error) {
    throw error instanceof CsvError
      ? new BadInput(`Line ${lineNow()} of the CSV: ${reasonOf(error)}`)
      : error;
  }
}

/** Line breaks inside of cells. */
const breaksIn = (cells: readonly string[]): number =>
  cells.reduce((sum, cell) => (cell.includes('\n') ? sum + cell.split('\n').length - 1 : sum), 0);

function reasonOf({ code }: CsvError): string {
  return code === 'CSV_QUOTE_NOT_CLOSED'
    ? 'a quoted cell does not end.'
    : 'a quote is out of place. A cell with quotes in it must be quoted, and they must be doubled.';
}
