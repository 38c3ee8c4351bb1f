import { randomUUID } from 'node:crypto';
import { insertRow } from '../../../core/database/insert.js';
import { sqlNames } from '../../../core/database/sql-names.js';
import type { Transaction } from '../../../core/metadata/transaction.js';
import { recordUnknown } from '../../../core/store/row-changes.js';
import type { Channel } from '../events/message-events.js';
import { Message } from '../log/message.entity.js';
import { recipientKey } from '../sending/recipient-key.js';
import { Suppression } from './suppression.entity.js';
import type { SuppressionReason } from './suppression.resource.js';

const s = sqlNames(Suppression);
const m = sqlNames(Message);

/** From now on a workspace sends somebody no more messages; those that wait do not go out. */
export async function suppress(
  workspacePk: number,
  channel: Channel,
  address: string,
  reason: SuppressionReason,
  transaction: Transaction,
): Promise<void> {
  const key = recipientKey(channel, address);
  const { moment } = transaction;
  const [known] = await transaction.rows(
    `SELECT ${s.pk} FROM ${s.table} WHERE ${s.workspacePk} = ? AND ${s.channel} = ? AND ${s.addressKey} = ?${transaction.dialect.forUpdate}`,
    [workspacePk, channel, key],
  );
  if (!known) {
    const row = {
      id: randomUUID(),
      workspacePk,
      channel,
      address,
      addressKey: key,
      reason,
      createdAt: moment,
    };
    await insertRow(transaction, s.table, row);
    recordUnknown(Suppression, workspacePk, transaction);
  }
  await transaction.run(
    `UPDATE ${m.table} SET ${m.status} = 'skipped', ${m.reason} = 'suppressed', ${m.updatedAt} = ?
      WHERE ${m.recipientKey} = ? AND ${m.workspacePk} = ? AND ${m.channel} = ? AND ${m.status} = 'waiting'`,
    [moment, key, workspacePk, channel],
  );
  recordUnknown(Message, workspacePk, transaction);
}

/** Whether a workspace sends somebody no messages. `key`: see `recipientKey`. */
export async function isSuppressed(
  workspacePk: number,
  channel: Channel,
  key: string,
  transaction: Transaction,
): Promise<boolean> {
  const found = await transaction.rows(
    `SELECT ${s.pk} FROM ${s.table} WHERE ${s.workspacePk} = ? AND ${s.channel} = ? AND ${s.addressKey} = ?`,
    [workspacePk, channel, key],
  );
  return found.length > 0;
}
