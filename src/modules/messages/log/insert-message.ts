import { type ColumnPath, sqlNames } from '../../../core/database/sql-names.js';
import { condition, type Stored } from '../../../core/metadata/condition.js';
import type { Transaction } from '../../../core/metadata/transaction.js';
import { Message } from './message.entity.js';

const m = sqlNames(Message);

type MessageColumns = Readonly<Partial<Record<ColumnPath<Message>, Stored>>>;

/** Writes a message, unless there is one of this event already. @returns its key; undefined when it was not written. */
export async function insertMessage(
  row: MessageColumns,
  transaction: Transaction,
): Promise<number | undefined> {
  const same = condition(
    `${m.shipmentPk} = ? AND ${m.event} = ? AND ${m.occurrence} = ? AND ${m.channel} = ?`,
    row.shipmentPk ?? null,
    row.event ?? null,
    row.occurrence ?? null,
    row.channel ?? null,
  );
  const [known] = await transaction.rows(`SELECT ${m.pk} FROM ${m.table} WHERE ${same.sql}`, same.params);
  if (known) return undefined;
  const columns = Object.entries(row) as [keyof MessageColumns, Stored][];
  const { affected, insertId } = await transaction.run(
    `${transaction.dialect.insertOrIgnore} INTO ${m.table} (${columns.map(([name]) => m[name]).join(', ')})
      VALUES (${columns.map(() => '?').join(', ')})`,
    columns.map(([, value]) => value),
  );
  return affected > 0 ? insertId : undefined;
}
