import type { Condition } from '../metadata/condition.js';
import { toStored } from '../metadata/datetime.js';

/** Milliseconds by which the clocks of processes that work together may differ. */
const APART = 60_000;

/**
 * Whether a lease, or a pause, is over: there is none, its end has come, or it ends later than any that is given now.
 * Then the clock of whoever gave it was ahead, and nobody waits for that moment. `longest`: milliseconds of the longest
 * that is given.
 */
export function isOver(column: string, now: number, longest: number): Condition {
  const { sql, params } = hasCome(column, now, longest);
  return { sql: `(${column} IS NULL OR ${sql})`, params };
}

/** As `isOver`, where nothing means never. */
export const hasCome = (column: string, now: number, longest: number): Condition => ({
  sql: `(${column} <= ? OR ${column} > ?)`,
  params: [toStored(now), toStored(now + longest + APART)],
});

/** As `hasCome`, of a moment that has been read. */
export const hasEnded = (until: string, now: number, longest: number): boolean =>
  until <= toStored(now) || until > toStored(now + longest + APART);

/** Whether a row was written by a process whose clock was ahead: it comes from the future. */
export const isAhead = (createdAt: string, now: number): boolean => createdAt > toStored(now + APART);

export const isAheadSql = (column: string, now: number): Condition => ({
  sql: `${column} > ?`,
  params: [toStored(now + APART)],
});
