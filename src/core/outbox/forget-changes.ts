import type { Transaction } from '../metadata/transaction.js';
import { sqlNames } from '../database/sql-names.js';
import { IdempotencyKey } from '../idempotency/idempotency-key.entity.js';
import { OutboxEvent } from './outbox-event.entity.js';
import { OutboxDelivery } from './outbox-delivery.entity.js';
import { OutboxEventChunk } from './outbox-event-chunk.entity.js';
import { OutboxSubscription } from './outbox-subscription.entity.js';

const deliveries = sqlNames(OutboxDelivery);
const subscriptions = sqlNames(OutboxSubscription);
const chunks = sqlNames(OutboxEventChunk);
const events = sqlNames(OutboxEvent);
const keys = sqlNames(IdempotencyKey);

/** What is told and kept of a workspace that is deleted. */
export async function forgetChanges(workspacePk: number, transaction: Transaction): Promise<void> {
  await transaction.run(
    `DELETE FROM ${deliveries.table} WHERE ${deliveries.subscriptionPk} IN
      (SELECT ${subscriptions.pk} FROM ${subscriptions.table} WHERE ${subscriptions.workspacePk} = ?)`,
    [workspacePk],
  );
  await transaction.run(
    `DELETE FROM ${chunks.table} WHERE ${chunks.eventPk} IN (SELECT ${events.pk} FROM ${events.table} WHERE ${events.workspacePk} = ?)`,
    [workspacePk],
  );
  await transaction.run(`DELETE FROM ${events.table} WHERE ${events.workspacePk} = ?`, [workspacePk]);
  await transaction.run('DELETE FROM erasures WHERE workspacePk = ?', [workspacePk]);
  await transaction.run(`DELETE FROM ${keys.table} WHERE ${keys.workspacePk} = ?`, [workspacePk]);
  await transaction.run(`DELETE FROM ${subscriptions.table} WHERE ${subscriptions.workspacePk} = ?`, [
    workspacePk,
  ]);
}
