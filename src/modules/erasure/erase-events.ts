import type { Database } from '../../core/database/database.js';
import { QUEUED } from '../../core/outbox/outbox-delivery.entity.js';
import { isIn } from '../../core/metadata/condition.js';
import type { DueErasure } from './eraser.js';

/**
 * Removes what webhooks were told of items up to their erasure.
 * @returns the keys of the erasures of which one has still to be told.
 */
export async function eraseEvents(
  workspacePk: number,
  due: readonly DueErasure[],
  database: Database,
): Promise<ReadonlySet<number>> {
  const ids = isIn('itemId', [...new Set(due.map(({ itemId }) => itemId))]);
  const rows = (await database.read(
    `SELECT pk, itemId, createdAt FROM outbox_events WHERE workspacePk = ? AND ${ids.sql}`,
    [workspacePk, ...ids.params],
  )) as unknown as [number, string, string][];
  const queued = await database.read(
    `SELECT eventPk FROM outbox_deliveries WHERE subscriptionPk IN (SELECT pk FROM outbox_subscriptions WHERE workspacePk = ?)
      AND state = ${QUEUED} AND ${ids.sql}`,
    [workspacePk, ...ids.params],
  );
  const isQueued = new Set(queued.map(([pk]) => pk as number));
  const waiting = new Set<number>();
  const gone = new Set<number>();
  for (const erasure of due)
    for (const [pk, itemId, createdAt] of rows) {
      if (itemId !== erasure.itemId || createdAt > erasure.createdAt) continue;
      if (isQueued.has(pk) && !erasure.isOverdue) waiting.add(erasure.pk);
      else gone.add(pk);
    }
  if (gone.size === 0) return waiting;
  await database.transaction(async (transaction) => {
    const [events, of] = [isIn('pk', [...gone]), isIn('eventPk', [...gone])];
    await transaction.run(
      `DELETE FROM outbox_deliveries WHERE subscriptionPk IN (SELECT pk FROM outbox_subscriptions WHERE workspacePk = ?)
        AND ${ids.sql} AND ${of.sql}`,
      [workspacePk, ...ids.params, ...of.params],
    );
    await transaction.run(`DELETE FROM outbox_rest WHERE ${of.sql}`, of.params);
    await transaction.run(`DELETE FROM outbox_events WHERE ${events.sql}`, events.params);
  });
  return waiting;
}
