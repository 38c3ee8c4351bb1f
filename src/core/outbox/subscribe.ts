import type { Transaction } from '../metadata/transaction.js';
import { QUEUED } from './outbox-delivery.entity.js';

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
    `SELECT pk AS pk FROM outbox_subscriptions WHERE id = ?${transaction.dialect.forUpdate}`,
    [id],
  );
  const [known] = found;
  if (!known) {
    await transaction.run(
      'INSERT INTO outbox_subscriptions (entity, event, field, period, active, id, workspacePk) VALUES (?, ?, ?, ?, ?, ?, ?)',
      [...columns, id, workspacePk],
    );
    return;
  }
  await transaction.run(
    'UPDATE outbox_subscriptions SET entity = ?, event = ?, field = ?, period = ?, active = ?, failures = 0, pausedUntil = NULL WHERE pk = ?',
    [...columns, known.pk],
  );
  await transaction.run(
    'UPDATE outbox_deliveries SET dueAt = ? WHERE subscriptionPk = ? AND state = ? AND attempts > 0',
    [transaction.moment, known.pk, QUEUED],
  );
}

/** Ends a subscription, with what waits in its queue. */
export async function endSubscription(id: string, transaction: Transaction): Promise<void> {
  await transaction.run(
    'DELETE FROM outbox_deliveries WHERE subscriptionPk IN (SELECT pk FROM outbox_subscriptions WHERE id = ?)',
    [id],
  );
  await transaction.run('DELETE FROM outbox_subscriptions WHERE id = ?', [id]);
}
