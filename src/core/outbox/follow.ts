import type { Database } from '../database/database.js';
import { toStored } from '../metadata/datetime.js';

/**
 * From now on, what happens in these workspaces is kept as events until a moment, also where no webhook wants to know.
 * @param workspaces Keys by ids.
 * @param until Milliseconds since 1970.
 */
export async function follow(
  workspaces: ReadonlyMap<string, number>,
  until: number,
  database: Database,
): Promise<void> {
  if (workspaces.size === 0) return;
  await database.transaction(async (transaction) => {
    const renewed = transaction.dialect.onConflict(
      'id',
      'followedUntil = CASE WHEN outbox_subscriptions.followedUntil > ? THEN outbox_subscriptions.followedUntil ELSE ? END',
    );
    const moment = toStored(until);
    for (const [id, pk] of [...workspaces].sort(([, a], [, b]) => a - b))
      await transaction.run(
        `INSERT INTO outbox_subscriptions (id, workspacePk, active, period, followedUntil) VALUES (?, ?, 1, 0, ?) ${renewed}`,
        [id, pk, moment, moment, moment],
      );
  });
}
