import { hasCome, hasEnded, isAhead, isAheadSql } from '../database/leased.js';
import type { Condition } from '../metadata/condition.js';

/** Milliseconds after which whatever waits is tried at the latest: what is gathered for long, or has failed often. */
export const MAX_RETRY_WAIT_MS = 6 * 3_600_000 + 900_000;

/** When something was queued, and when it is to be told. */
interface Timed {
  readonly dueAt: string;
  readonly createdAt: string;
}

/** Whether something in a queue is to be told now: its moment has come, or was set by a clock that was ahead. */
export const isDue = ({ dueAt, createdAt }: Timed, now: number): boolean =>
  hasEnded(dueAt, now, MAX_RETRY_WAIT_MS) || isAhead(createdAt, now);

/** As `isDue`, of a row of deliveries by its alias. */
export function isDueSql(delivery: string, now: number): Condition {
  const come = hasCome(`${delivery}.dueAt`, now, MAX_RETRY_WAIT_MS);
  const ahead = isAheadSql(`${delivery}.createdAt`, now);
  return { sql: `(${come.sql} OR ${ahead.sql})`, params: [...come.params, ...ahead.params] };
}
