import type { Database } from '../database/database.js';
import { condition, isIn } from '../metadata/condition.js';
import { toStored } from '../metadata/datetime.js';
import type { Transaction } from '../metadata/transaction.js';
import { sqlNames } from '../database/sql-names.js';
import { WorkspaceChange } from './workspace-change.entity.js';

const changes = sqlNames(WorkspaceChange);
const c = sqlNames(WorkspaceChange, 'c');
const old = sqlNames(WorkspaceChange, 'old');

/** How long is kept what units of work have changed: several times as long as a total is carried on. */
export const ROW_IMAGES_KEPT_MS = 5 * 60_000;

const BATCH_SIZE = 1000;

/** Removes what units of work have changed some minutes ago, slot after slot, so that writers are not held up. */
export async function forgetOldRowImages(database: Database, now: number): Promise<void> {
  for (;;) {
    const slots = (await database.read(
      `SELECT ${old.workspacePk}, ${old.slot}, MAX(${old.version}) FROM
          (SELECT ${c.workspacePk}, ${c.slot}, ${c.version} FROM ${c.table}
            WHERE ${c.createdAt} < ? ORDER BY ${c.createdAt} LIMIT ${BATCH_SIZE}) old
        GROUP BY ${old.workspacePk}, ${old.slot}`,
      [toStored(now - ROW_IMAGES_KEPT_MS)],
    )) as [number, number, number][];
    if (slots.length === 0) return;
    for (const [workspacePk, slot, version] of slots)
      await database.transaction(async (transaction) => {
        await transaction.run(
          `DELETE FROM ${changes.table} WHERE ${changes.workspacePk} = ? AND ${changes.slot} = ? AND ${changes.version} <= ?`,
          [workspacePk, slot, version],
        );
      });
  }
}

/** Removes what was changed in workspaces, for it shows rows as they were: their totals are counted once more. */
export async function forgetRowImages(
  workspacePks: readonly number[],
  transaction: Transaction,
): Promise<void> {
  const those = workspacePks.length > 0 ? isIn(changes.workspacePk, workspacePks) : condition('1 = 0');
  await transaction.run(`DELETE FROM ${changes.table} WHERE ${those.sql}`, those.params);
}
