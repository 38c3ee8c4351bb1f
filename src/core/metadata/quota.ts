import { type Entity, sqlNames } from '../database/sql-names.js';
import type { Quotas } from './quotas.js';
import type { Stored } from './condition.js';
import { TooMany } from './errors.js';
import type { Validator } from './resource.js';
import type { Transaction } from './transaction.js';

/** Seconds after which it makes sense to try again: something may have been removed meanwhile. */
const LATER = 3600;

/** What is counted: the rows of `from`, for an owner whose row is locked meanwhile, so that no process counts too few. */
export interface Counted {
  readonly owner: Entity<{ pk: number }>;
  readonly ownerPk: number;
  /** `oauth_clients WHERE userPk = ?` */
  readonly from: string;
  readonly params: readonly Stored[];
  /** Seconds after which it makes sense to try again. */
  readonly wait?: number;
}

/**
 * Refuses what would make more than there may be; a bound of 0 is none.
 * @returns how many there are.
 * @throws TooMany.
 */
export async function assertFewerThan(
  most: number,
  things: string,
  { owner, ownerPk, from, params, wait = LATER }: Counted,
  transaction: Transaction,
  more = 1,
): Promise<number> {
  if (most === 0) return 0;
  const { table, pk } = sqlNames(owner);
  await transaction.rows(`SELECT ${pk} FROM ${table} WHERE ${pk} = ?${transaction.dialect.forUpdate}`, [
    ownerPk,
  ]);
  const [row] = await transaction.rows<{ count: number | string }>(
    `SELECT COUNT(*) AS count FROM ${from}`,
    params,
  );
  const count = Number(row?.count ?? 0);
  if (count + more > most)
    throw new TooMany(wait, `There are too many ${things}. There should be ${most} or less.`);
  return count;
}

/** A new row is refused to an owner who has as many as a quota allows. */
export const withinQuota =
  <E>(quota: keyof Quotas, counted: (after: E, userPk: number) => Counted | undefined): Validator<E> =>
  async ({ kind, after, userPk, quotas }, transaction) => {
    const what = kind === 'create' && after ? counted(after, userPk) : undefined;
    if (what) await assertFewerThan(quotas[quota], quota, what, transaction);
    return [];
  };
