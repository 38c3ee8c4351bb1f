import type { FailedLine, LineLog } from '../idempotency/line-log.js';
import { BadInput, type ClientError, Unavailable, Violations } from '../metadata/errors.js';
import type { Resource } from '../metadata/resource.js';
import { type CsvLine, readCsv } from '../serializer/csv-import.js';
import type { BulkOptions, Line, LineResult } from '../store/bulk-lines.js';
import { LINES_OF_A_UNIT } from '../store/bulk-writes.js';

/** What became of the lines of a table. */
export interface ImportResult {
  readonly created: number;
  /** Lines whose items were there already; only where the client prefers a `resolution`. */
  readonly updated?: number;
  readonly failed: readonly FailedLine[];
  /** Columns that nobody knows. */
  readonly ignoredColumns: readonly string[];
}

/** Makes items of some lines. */
export type MakeItems = (
  lines: readonly Line[],
  options: Pick<BulkOptions, 'record' | 'kept'>,
) => Promise<readonly LineResult[]>;

/** Lines of the first unit of work; each has twice as many as the one before, so that a short file shows soon how it fares. */
export const FIRST_LINES = 25;

/** 503: the database went away between two lines. */
class ImportInterrupted extends Unavailable {
  constructor({ done, of, line, isKept }: { done: number; of: number; line: number; isKept: boolean }) {
    super();
    const advice = isKept
      ? 'Please send the request again with the same Idempotency-Key: it goes on with the next line.'
      : `Please send what begins at line ${line} again.`;
    this.message = `The service is not available at the moment. ${done} of ${of} lines are done. ${advice}`;
  }
}

/**
 * Makes an item of each line, in their order; a line that is refused does not hold the others back. With a log it
 * goes on where an earlier attempt ended.
 * @throws BadInput when the file is no table, ImportInterrupted when the database goes away: what was done is done.
 */
export async function importCsv(
  resource: Resource,
  { file, charset }: { readonly file: Buffer; readonly charset: string | undefined },
  make: MakeItems,
  log?: LineLog,
): Promise<ImportResult> {
  const { lines, ignoredColumns } = await readCsv(resource, file, charset);
  const failed: FailedLine[] = log ? await log.refused() : [];
  let updated = 0;
  let at = log?.position ?? 0;
  for (let size = FIRST_LINES; at < lines.length; size = Math.min(2 * size, LINES_OF_A_UNIT)) {
    const some = lines.slice(at, at + size);
    const before = at;
    const failedOf = (results: readonly LineResult[], from: number): FailedLine[] =>
      results.flatMap(({ refusal }, index) =>
        refusal ? [{ line: some[from + index]?.line ?? 0, ...refusalOf(refusal) }] : [],
      );
    try {
      await make(some.map(toLine), {
        record: async (results, done, transaction) =>
          log?.advance(before + done + results.length, failedOf(results, done), transaction),
        kept: (results) => {
          failed.push(...failedOf(results, at - before));
          updated += results.filter(({ value }) => value?.status === 200).length;
          at += results.length;
        },
      });
    } catch (interruption) {
      if (!(interruption instanceof Unavailable)) throw interruption;
      const { line = 0 } = lines[at] ?? {};
      throw new ImportInterrupted({ done: at, of: lines.length, line, isKept: log !== undefined });
    }
  }
  const created = lines.length - failed.length - updated;
  return { created, ...(updated > 0 ? { updated } : {}), failed, ignoredColumns };
}

const toLine = ({ body, error }: CsvLine): Line => (body ? { body } : { refusal: new BadInput(error) });

/** Why a line made nothing. */
const refusalOf = (error: ClientError): Omit<FailedLine, 'line'> => ({
  message: error.message,
  ...(error instanceof Violations ? { violations: error.violations } : {}),
});
