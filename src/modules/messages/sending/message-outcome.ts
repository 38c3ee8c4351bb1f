import { sqlNames } from '../../../core/database/sql-names.js';
import type { Transaction } from '../../../core/metadata/transaction.js';
import { recordUnknown } from '../../../core/store/row-changes.js';
import { Shipment } from '../../shipments/shipment.entity.js';
import { Message } from '../log/message.entity.js';
import type { MessageStatus, Reason } from '../log/message.resource.js';

const m = sqlNames(Message);
const s = sqlNames(Shipment);

/** What mails about messages are about. */
export const MESSAGE_TOPIC = 'messages';

/** Notes what has become of a message; it may be gone. That one about a shipment went out is no change of the shipment. */
export async function noteOutcome(
  pk: number,
  status: MessageStatus,
  reason: Reason | null,
  transaction: Transaction,
): Promise<void> {
  const [message] = await transaction.rows<{ workspacePk: number; shipmentPk: number; event: string }>(
    `SELECT ${m.workspacePk} AS workspacePk, ${m.shipmentPk} AS shipmentPk, ${m.event} AS event FROM ${m.table} WHERE ${m.pk} = ?`,
    [pk],
  );
  if (!message) return;
  const { moment } = transaction;
  await transaction.run(
    `UPDATE ${m.table} SET ${m.status} = ?, ${m.reason} = ?, ${m.sentAt} = ?, ${m.updatedAt} = ? WHERE ${m.pk} = ?`,
    [status, reason, status === 'sent' ? moment : null, moment, pk],
  );
  if (status === 'sent' && message.event === 'shipped')
    await transaction.run(`UPDATE ${s.table} SET ${s.emailSentAt} = ? WHERE ${s.pk} = ?`, [
      moment,
      message.shipmentPk,
    ]);
  recordUnknown(Message, message.workspacePk, transaction);
}
