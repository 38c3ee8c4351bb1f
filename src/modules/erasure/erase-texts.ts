import type { Database } from '../../core/database/database.js';
import { sqlNames } from '../../core/database/sql-names.js';
import { isIn } from '../../core/metadata/condition.js';
import { ImportRefusedLine } from '../bulk/imports/import-refused-line.entity.js';
import { Import } from '../bulk/imports/import.entity.js';
import { Message } from '../messages/log/message.entity.js';
import { WorkflowRun } from '../webhooks/workflow-run.entity.js';
import type { DueErasure } from './eraser.js';

const BATCH_SIZE = 500;

/** Texts that may repeat what somebody has sent: what webhooks answered, why lines of an import were refused, and whom messages went to. */
const runs = sqlNames(WorkflowRun);
const imports = sqlNames(Import);
const refused = sqlNames(ImportRefusedLine);
const messages = sqlNames(Message);
const TEXT_COLUMNS = [
  { ...runs, column: runs.log },
  { ...imports, column: imports.errors },
  { ...refused, column: refused.cells },
  { ...refused, column: refused.reason },
  { ...messages, column: messages.recipient },
  { ...messages, column: messages.recipientKey },
];

/** The addresses of erased persons, in small letters. */
export const emailsOf = (due: readonly DueErasure[]): string[] => [
  ...new Set(due.flatMap(({ person }) => person.email?.toLowerCase() ?? [])),
];

/** Clears texts that have one of the words, which are in small letters: addresses, names. */
export async function eraseTexts(
  workspacePk: number,
  words: readonly string[],
  database: Database,
): Promise<void> {
  if (words.length === 0) return;
  for (const { table, pk: key, workspacePk: workspace, column } of TEXT_COLUMNS)
    for (let after = 0; ;) {
      const rows = await database.read(
        `SELECT ${key}, ${column} FROM ${table}
          WHERE ${workspace} = ? AND ${key} > ? AND ${column} IS NOT NULL ORDER BY ${key} LIMIT ${BATCH_SIZE}`,
        [workspacePk, after],
      );
      const found: number[] = [];
      for (const [pk, text] of rows as [number, string][]) {
        after = pk;
        if (words.some((word) => text.toLowerCase().includes(word))) found.push(pk);
      }
      const those = isIn(key, found);
      if (found.length > 0)
        await database.transaction((transaction) =>
          transaction.run(`UPDATE ${table} SET ${column} = NULL WHERE ${those.sql}`, those.params),
        );
      if (rows.length < BATCH_SIZE) break;
    }
}
