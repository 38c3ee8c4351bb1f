import type { Transaction } from '../metadata/transaction.js';

/** What is told and kept of a workspace that is deleted. */
export async function forgetChanges(workspacePk: number, transaction: Transaction): Promise<void> {
  await transaction.run(
    'DELETE FROM outbox_deliveries WHERE subscriptionPk IN (SELECT pk FROM outbox_subscriptions WHERE workspacePk = ?)',
    [workspacePk],
  );
  await transaction.run(
    'DELETE FROM outbox_rest WHERE eventPk IN (SELECT pk FROM outbox_events WHERE workspacePk = ?)',
    [workspacePk],
  );
  await transaction.run('DELETE FROM outbox_events WHERE workspacePk = ?', [workspacePk]);
  await transaction.run('DELETE FROM erasures WHERE workspacePk = ?', [workspacePk]);
  await transaction.run('DELETE FROM idempotency_keys WHERE workspacePk = ?', [workspacePk]);
  await transaction.run('DELETE FROM outbox_subscriptions WHERE workspacePk = ?', [workspacePk]);
}
