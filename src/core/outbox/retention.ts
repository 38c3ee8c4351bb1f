import type { Database } from '../database/database.js';
import { isIn } from '../metadata/condition.js';
import { toStored } from '../metadata/datetime.js';

const DAY = 86_400_000;

/** For how long events can be told again; what waits for longer is told no more. */
export const RETENTION_MS = 14 * DAY;

const BATCH_SIZE = 1000;

/** Tables that keep what was, each with the time for which it does. */
export interface RetainedTable {
  readonly table: string;
  /** Milliseconds. */
  readonly kept: number;
  /** A table with parts of the rows, by the column that leads to them. */
  readonly parts?: readonly [table: string, column: string];
}

export const OUTBOX_RETENTION: readonly RetainedTable[] = [
  { table: 'outbox_deliveries', kept: RETENTION_MS },
  { table: 'outbox_events', kept: RETENTION_MS, parts: ['outbox_rest', 'eventPk'] },
];

/** Removes old rows, some at a time; the oldest have the lowest keys, so no index of dates is needed. */
export async function deleteExpired(
  database: Database,
  aged: readonly RetainedTable[],
  now: number,
): Promise<void> {
  for (const { table, kept, parts } of aged) {
    const before = toStored(now - kept);
    for (;;) {
      const rows = (await database.read(
        `SELECT pk, createdAt FROM ${table} ORDER BY pk LIMIT ${BATCH_SIZE}`,
        [],
      )) as [number, string][];
      const old = rows.filter(([, createdAt]) => createdAt < before).map(([pk]) => pk);
      if (old.length === 0) break;
      await database.transaction(async (transaction) => {
        const those = isIn('pk', old);
        const ofThose = isIn(parts?.[1] ?? 'pk', old);
        if (parts) await transaction.run(`DELETE FROM ${parts[0]} WHERE ${ofThose.sql}`, ofThose.params);
        await transaction.run(`DELETE FROM ${table} WHERE ${those.sql}`, those.params);
      });
      if (old.length < BATCH_SIZE) break;
    }
  }
}
