import type { Database } from '../../../core/database/database.js';
import { Setting } from '../../../core/database/setting.entity.js';
import { sqlNames } from '../../../core/database/sql-names.js';
import type { Transaction } from '../../../core/metadata/transaction.js';

const settings = sqlNames(Setting);

/** The setting whose row whoever plans or hands over messages holds: what is counted by recipient is counted once. */
const NAME = 'messages';

/** Makes the row that is held. */
export async function prepareMessagesLock(database: Database): Promise<void> {
  const found = await database.read(`SELECT 1 FROM ${settings.table} WHERE ${settings.name} = ?`, [NAME]);
  if (found.length > 0) return;
  await database.transaction((transaction) =>
    transaction.run(
      `${transaction.dialect.insertOrIgnore} INTO ${settings.table} (${settings.name}, ${settings.content}) VALUES (?, ?)`,
      [NAME, ''],
    ),
  );
}

/** Takes the right to plan and hand over messages until the unit ends, unless another process has it. */
export async function holdsMessagesLock(transaction: Transaction): Promise<boolean> {
  const rows = await transaction.rows(
    `SELECT ${settings.content} FROM ${settings.table} WHERE ${settings.name} = ?${transaction.dialect.forUpdateUnlessLocked}`,
    [NAME],
  );
  return rows.length > 0;
}
