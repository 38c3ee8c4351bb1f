import { QueryWatch } from '../../src/core/database/query-watch.js';

/** What begins and ends a unit of work is not counted: the two databases do it differently. */
const FRAME = /^(START|BEGIN|COMMIT|ROLLBACK)\b/;

interface Watched {
  ended: (this: QueryWatch, ...statement: Parameters<QueryWatch['ended']>) => void;
}

/** Characters of a statement that tell which it is. */
const SHOWN = 120;

/**
 * The SQL that this process's servers run for requests while `work` is done: the beginning of each statement. What
 * runs in the background is left out, and so is who the token belongs to, which a server knows for a moment.
 */
export const statementsOf = (work: () => Promise<unknown>): Promise<string[]> =>
  watched(work, (request) => request !== undefined);

/** All that this process asks of databases while `work` is done, what runs in the background too. */
export const allStatementsOf = (work: () => Promise<unknown>): Promise<string[]> => watched(work, () => true);

/** Not that of a customer's mails, which the worker counts meanwhile. */
const COUNT = /SELECT COUNT\(\*\)(?! FROM mails )/;

/** Of these, the counts of lists. */
export const countsOf = async (work: () => Promise<unknown>): Promise<string[]> =>
  (await allStatementsOf(work)).filter((sql) => COUNT.test(sql));

/** Of all, the statements that can find nothing: by an empty list. */
export async function emptyStatementsOf(work: () => Promise<unknown>): Promise<string[]> {
  const found = await watched(work, () => true, Infinity);
  return found.filter((sql) => /\bWHERE \(*1 = 0\)*(?! OR)/.test(sql));
}

async function watched(
  work: () => Promise<unknown>,
  isWanted: (request: string | undefined) => boolean,
  length = SHOWN,
): Promise<string[]> {
  const found: string[] = [];
  const watch: Watched = QueryWatch.prototype;
  const { ended } = watch;
  watch.ended = function (sql, began, request) {
    ended.call(this, sql, began, request);
    if (isWanted(request) && !FRAME.test(sql)) found.push(sql.replace(/\s+/g, ' ').slice(0, length));
  };
  try {
    await work();
  } finally {
    watch.ended = ended;
  }
  return found;
}
