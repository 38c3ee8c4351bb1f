import type { Database } from '../database/database.js';
import { and, condition, isIn, type Condition } from '../metadata/condition.js';
import { foldValue } from '../metadata/fold.js';

/** A column of free text in which one and the same value may be spelled in several ways. */
export interface Spelled {
  readonly table: 'orders' | 'shipments';
  readonly column: 'email' | 'orderNumber';
  readonly limit: number;
}

/**
 * The rows `t` of a workspace whose column is spelled in some way of one value. The folded column only finds what looks
 * like one of `alike`, for which there is an index; `isSame` decides.
 */
export async function isSpelling(
  { table, column, limit }: Spelled,
  alike: readonly string[],
  isSame: (text: string) => boolean,
  workspacePk: number,
  database: Pick<Database, 'read'>,
): Promise<Condition> {
  const similar = isIn(`t.${column}Folded`, [...new Set(alike.map((text) => foldValue(text, limit)))]);
  const own = and([condition('t.workspacePk = ?', workspacePk), similar]);
  const rows = await database.read(
    `SELECT DISTINCT t.${column} FROM ${table} t WHERE ${own.sql}`,
    own.params,
  );
  const spellings = rows.map(([text]) => text as string).filter(isSame);
  return and([similar, isIn(`t.${column}`, spellings)]);
}
