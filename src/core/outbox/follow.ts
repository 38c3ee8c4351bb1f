import type { Database } from '../database/database.js';
import { toStored } from '../metadata/datetime.js';
import { sqlNames } from '../database/sql-names.js';
import { OutboxSubscription } from './outbox-subscription.entity.js';

const subscriptions = sqlNames(OutboxSubscription);
const followed = `${subscriptions.table}.${subscriptions.followedUntil}`;

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
      subscriptions.id,
      `${subscriptions.followedUntil} = CASE WHEN ${followed} > ? THEN ${followed} ELSE ? END`,
    );
    const moment = toStored(until);
    for (const [id, pk] of [...workspaces].sort(([, a], [, b]) => a - b))
      await transaction.run(
        `INSERT INTO ${subscriptions.table} (${subscriptions.id}, ${subscriptions.workspacePk}, ${subscriptions.active}, ${subscriptions.period}, ${subscriptions.followedUntil}) VALUES (?, ?, 1, 0, ?) ${renewed}`,
        [id, pk, moment, moment, moment],
      );
  });
}
