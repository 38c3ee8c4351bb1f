import type { Database } from '../../core/database/database.js';
import { QUEUED, OutboxDelivery } from '../../core/outbox/outbox-delivery.entity.js';
import { isIn } from '../../core/metadata/condition.js';
import type { DueErasure } from './eraser.js';
import { sqlNames } from '../../core/database/sql-names.js';
import { OutboxEvent } from '../../core/outbox/outbox-event.entity.js';
import { OutboxSubscription } from '../../core/outbox/outbox-subscription.entity.js';
import { OutboxEventChunk } from '../../core/outbox/outbox-event-chunk.entity.js';

const outboxEvents = sqlNames(OutboxEvent);
const outboxDeliveries = sqlNames(OutboxDelivery);
const outboxSubscriptions = sqlNames(OutboxSubscription);
const chunks = sqlNames(OutboxEventChunk);

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
    `SELECT ${outboxEvents.pk}, ${outboxEvents.itemId}, ${outboxEvents.createdAt}
      FROM ${outboxEvents.table}
      WHERE ${outboxEvents.workspacePk} = ? AND ${ids.sql}`,
    [workspacePk, ...ids.params],
  )) as unknown as [number, string, string][];
  const queued = await database.read(
    `SELECT ${outboxDeliveries.eventPk}
      FROM ${outboxDeliveries.table}
      WHERE ${outboxDeliveries.subscriptionPk} IN (SELECT ${outboxSubscriptions.pk} FROM ${outboxSubscriptions.table} WHERE ${outboxSubscriptions.workspacePk} = ?)
      AND ${outboxDeliveries.state} = ${QUEUED} AND ${ids.sql}`,
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
      `DELETE FROM ${outboxDeliveries.table}
        WHERE ${outboxDeliveries.subscriptionPk} IN (SELECT ${outboxSubscriptions.pk} FROM ${outboxSubscriptions.table} WHERE ${outboxSubscriptions.workspacePk} = ?)
        AND ${ids.sql} AND ${of.sql}`,
      [workspacePk, ...ids.params, ...of.params],
    );
    await transaction.run(`DELETE FROM ${chunks.table} WHERE ${of.sql}`, of.params);
    await transaction.run(`DELETE FROM ${outboxEvents.table} WHERE ${events.sql}`, events.params);
  });
  return waiting;
}
