import type { FailedLine, LineLog } from '../idempotency/line-log.js';
import { ClientError, Unavailable, Violations } from '../metadata/errors.js';
import type { Resource } from '../metadata/resource.js';
import type { Transaction } from '../metadata/transaction.js';
import { readCsv } from '../serializer/csv-import.js';

/** What became of the lines of a table. */
export interface ImportResult {
  readonly created: number;
  readonly failed: readonly FailedLine[];
  /** Columns that nobody knows. */
  readonly ignoredColumns: readonly string[];
}

/** Makes an item of a line; `done` is called in the unit of work that does. */
export type MakeItem = (body: unknown, done: (transaction: Transaction) => Promise<void>) => Promise<unknown>;

/** Refused lines that are kept with the next line that is made, at most. */
const MAX_PENDING = 100;

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
 * Makes an item of each line, one after the other; a line that is refused does not hold the others back. With a log it
 * goes on where an earlier attempt ended.
 * @throws BadInput when the file is no table, ImportInterrupted when the database goes away: what was done is done.
 */
export async function importCsv(
  resource: Resource,
  { file, charset }: { readonly file: Buffer; readonly charset: string | undefined },
  make: MakeItem,
  log?: LineLog,
): Promise<ImportResult> {
  const { lines, ignoredColumns } = await readCsv(resource, file, charset);
  const failed: FailedLine[] = log ? await log.refused() : [];
  let kept = failed.length;
  for (let at = log?.position ?? 0; at < lines.length; at++) {
    const { line, body, error } = lines[at] as (typeof lines)[number];
    try {
      const refusal =
        error === undefined
          ? await refusalOf(() =>
              make(body, async (transaction) => log?.advance(at + 1, failed.slice(kept), transaction)),
            )
          : { message: error };
      if (refusal) failed.push({ line, ...refusal });
      else kept = failed.length;
      if (failed.length > kept && (failed.length >= kept + MAX_PENDING || at + 1 === lines.length)) {
        await log?.advanceAlone(at + 1, failed.slice(kept));
        kept = failed.length;
      }
    } catch (interruption) {
      if (!(interruption instanceof Unavailable)) throw interruption;
      throw new ImportInterrupted({ done: at, of: lines.length, line, isKept: log !== undefined });
    }
  }
  return { created: lines.length - failed.length, failed, ignoredColumns };
}

/** Why a line made nothing; undefined when it made something. */
async function refusalOf(make: () => Promise<unknown>): Promise<Omit<FailedLine, 'line'> | undefined> {
  try {
    await make();
    return undefined;
  } catch (error) {
    if (!(error instanceof ClientError) || error instanceof Unavailable) throw error;
    const violations = error instanceof Violations ? { violations: error.violations } : {};
    return { message: error.message, ...violations };
  }
}
