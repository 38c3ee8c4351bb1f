import type { Transaction } from '../metadata/transaction.js';
import { QUEUED } from './outbox-delivery.entity.js';
import { sqlNames } from '../database/sql-names.js';
import { OutboxDelivery } from './outbox-delivery.entity.js';
import { OutboxSubscription } from './outbox-subscription.entity.js';

const subscriptions = sqlNames(OutboxSubscription);
const deliveries = sqlNames(OutboxDelivery);

/** Who wants to be told of what. */
export interface Wish {
  /** The subscriber's id. */
  readonly id: string;
  readonly workspacePk: number;
  readonly entity: string | null;
  readonly event: string | null;
  readonly field: string | null;
  /** Milliseconds for which changes are gathered. */
  readonly period: number;
  readonly active: boolean;
}

/** Makes or changes a subscription. What waits in its queue because it failed is due at once. */
export async function subscribe(wish: Wish, transaction: Transaction): Promise<void> {
  const { id, workspacePk, entity, event, field, period, active } = wish;
  const columns = [entity, event, field, period, active ? 1 : 0];
  const found = await transaction.rows<{ pk: number }>(
    `SELECT ${subscriptions.pk} AS pk FROM ${subscriptions.table} WHERE ${subscriptions.id} = ?${transaction.dialect.forUpdate}`,
    [id],
  );
  const [known] = found;
  if (!known) {
    await transaction.run(
      `INSERT INTO ${subscriptions.table} (${subscriptions.entity}, ${subscriptions.event}, ${subscriptions.field}, ${subscriptions.period}, ${subscriptions.active}, ${subscriptions.id}, ${subscriptions.workspacePk}) VALUES (?, ?, ?, ?, ?, ?, ?)`,
      [...columns, id, workspacePk],
    );
    return;
  }
  await transaction.run(
    `UPDATE ${subscriptions.table} SET ${subscriptions.entity} = ?, ${subscriptions.event} = ?, ${subscriptions.field} = ?, ${subscriptions.period} = ?, ${subscriptions.active} = ?, ${subscriptions.failures} = 0, ${subscriptions.pausedUntil} = NULL WHERE ${subscriptions.pk} = ?`,
    [...columns, known.pk],
  );
  await transaction.run(
    `UPDATE ${deliveries.table} SET ${deliveries.dueAt} = ? WHERE ${deliveries.subscriptionPk} = ? AND ${deliveries.state} = ? AND ${deliveries.attempts} > 0`,
    [transaction.moment, known.pk, QUEUED],
  );
}

/** Ends a subscription, with what waits in its queue. */
export async function endSubscription(id: string, transaction: Transaction): Promise<void> {
  await transaction.run(
    `DELETE FROM ${deliveries.table} WHERE ${deliveries.subscriptionPk} IN
      (SELECT ${subscriptions.pk} FROM ${subscriptions.table} WHERE ${subscriptions.id} = ?)`,
    [id],
  );
  await transaction.run(`DELETE FROM ${subscriptions.table} WHERE ${subscriptions.id} = ?`, [id]);
}
