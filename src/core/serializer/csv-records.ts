import { pipeline } from 'node:stream/promises';
import { CsvError, parse, type Parser } from 'csv-parse';
import { BadInput } from '../metadata/errors.js';
import { type CsvDialect, dialectOf, hasFirstLine, quoteExcelText } from './csv-dialect.js';

/** Bytes of a record at most, about as many as a JSON body may have. */
const RECORD_LIMIT = 1_048_576;

/**
 * Reads the records of a CSV (RFC 4180, and what spreadsheets write: see `dialectOf`; empty lines are none). Each is given
 * with the line where it begins, counted from 1.
 * @throws BadInput when it is no CSV, or has a record over the limit; and what `take` throws.
 */
export async function readRecords(
  texts: AsyncGenerator<string>,
  isColumn: (name: string) => boolean,
  take: (cells: readonly string[], line: number) => void,
): Promise<CsvDialect> {
  const dialect = dialectOf(await beginningOf(texts), isColumn);
  const { delimiter, lineEnds, skipped } = dialect;
  let lines = skipped;
  let bytes = 0;
  const parser: Parser = parse({
    delimiter,
    record_delimiter: [...lineEnds],
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
  async function* all(): AsyncGenerator<string> {
    yield dialect.text;
    yield* texts;
  }
  async function* limited(): AsyncGenerator<Buffer> {
    for await (const text of quoteExcelText(all(), dialect)) {
      const chunk = Buffer.from(text);
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
  return dialect;
}

/** As much as tells how the rest is written. */
async function beginningOf(texts: AsyncGenerator<string>): Promise<string> {
  let text = '';
  while (!hasFirstLine(text) && text.length < RECORD_LIMIT) {
    const next = await texts.next();
    if (next.done === true) break;
    text += next.value;
  }
  return text;
}

/** Line breaks inside of cells. */
const breaksIn = (cells: readonly string[]): number =>
  cells.reduce((sum, cell) => (/[\r\n]/.test(cell) ? sum + cell.split(/\r\n|\n|\r/).length - 1 : sum), 0);

function reasonOf({ code }: CsvError): string {
  return code === 'CSV_QUOTE_NOT_CLOSED'
    ? 'a quoted cell does not end.'
    : 'a quote is out of place. A cell with quotes in it must be quoted, and they must be doubled.';
}
