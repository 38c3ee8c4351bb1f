import type { Database } from '../../core/database/database.js';
import { isIn } from '../../core/metadata/condition.js';
import type { DueErasure } from './eraser.js';

const BATCH_SIZE = 500;

/** Texts that may repeat what somebody has sent: what webhooks answered, and why lines of an import were refused. */
const TEXT_COLUMNS = [
  { table: 'workflow_runs', column: 'log' },
  { table: 'imports', column: 'errors' },
] as const;

/** Clears texts that name the address of an erased person. */
export async function eraseTexts(
  workspacePk: number,
  due: readonly DueErasure[],
  database: Database,
): Promise<void> {
  const emails = [...new Set(due.flatMap(({ person }) => person.email?.toLowerCase() ?? []))];
  if (emails.length === 0) return;
  for (const { table, column } of TEXT_COLUMNS)
    for (let after = 0; ;) {
      const rows = await database.read(
        `SELECT pk, ${column} FROM ${table} WHERE workspacePk = ? AND pk > ? AND ${column} IS NOT NULL ORDER BY pk LIMIT ${BATCH_SIZE}`,
        [workspacePk, after],
      );
      const found: number[] = [];
      for (const [pk, text] of rows as [number, string][]) {
        after = pk;
        if (emails.some((email) => text.toLowerCase().includes(email))) found.push(pk);
      }
      const those = isIn('pk', found);
      if (found.length > 0)
        await database.transaction((transaction) =>
          transaction.run(`UPDATE ${table} SET ${column} = NULL WHERE ${those.sql}`, those.params),
        );
      if (rows.length < BATCH_SIZE) break;
    }
}
