import type { Database } from '../../core/database/database.js';
import { toStored } from '../../core/metadata/datetime.js';
import type { Transaction } from '../../core/metadata/transaction.js';
import { sqlNames } from '../../core/database/sql-names.js';
import { Setting } from '../../core/database/setting.entity.js';

const settings = sqlNames(Setting);

/** The setting whose row whoever changes histograms holds; its content is until when nobody else may. */
const NAME = 'predictions';

/** Milliseconds for which a rebuild keeps others away with each step. */
const PAUSE_MS = 60_000;

/** Makes the row on which those wait that change histograms. */
export async function prepareFoldLock(database: Database): Promise<void> {
  if ((await database.read(`SELECT 1 FROM ${settings.table} WHERE ${settings.name} = ?`, [NAME])).length > 0)
    return;
  await database.transaction((transaction) =>
    transaction.run(
      `${transaction.dialect.insertOrIgnore} INTO ${settings.table} (${settings.name}, ${settings.content}) VALUES (?, ?)`,
      [NAME, ''],
    ),
  );
}

/** Takes the right to change histograms until the unit ends, unless somebody else has it. */
export async function holdsFoldLock(transaction: Transaction, now: number): Promise<boolean> {
  const [row] = await transaction.rows<{ content: string }>(
    `SELECT ${settings.content} FROM ${settings.table} WHERE ${settings.name} = ?${transaction.dialect.forUpdateUnlessLocked}`,
    [NAME],
  );
  // an end that is far ahead was set by a clock that is
  return row !== undefined && (row.content <= toStored(now) || row.content > toStored(now + 2 * PAUSE_MS));
}

/** Waits for whoever changes histograms, and keeps others away for a while. */
export async function pauseFolding(transaction: Transaction, now: number): Promise<void> {
  await transaction.rows(
    `SELECT ${settings.content} FROM ${settings.table} WHERE ${settings.name} = ?${transaction.dialect.forUpdate}`,
    [NAME],
  );
  await transaction.run(`UPDATE ${settings.table} SET ${settings.content} = ? WHERE ${settings.name} = ?`, [
    toStored(now + PAUSE_MS),
    NAME,
  ]);
}

/** Ends a pause. */
export async function resumeFolding(transaction: Transaction): Promise<void> {
  await transaction.run(`UPDATE ${settings.table} SET ${settings.content} = ? WHERE ${settings.name} = ?`, [
    '',
    NAME,
  ]);
}
