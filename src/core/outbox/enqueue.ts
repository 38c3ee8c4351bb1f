import { randomUUID } from 'node:crypto';
import { insertAll, insertInto } from '../database/insert.js';
import type { Transaction } from '../metadata/transaction.js';
import type { EventSnapshot, PendingChange } from './change-set.js';
import { piecesOf } from './pieces.js';
import { dueAt, type Subscription } from './subscriptions.js';

/** A change with everything that is told of it. */
export interface Message extends EventSnapshot {
  readonly change: PendingChange;
  readonly fields: readonly string[];
}

/** Writes an event, and that it is to be told to each of the subscribers. */
export async function enqueue(
  { id, data, change, fields }: Message,
  subscriptions: readonly Subscription[],
  transaction: Transaction,
): Promise<void> {
  const { moment } = transaction;
  const [first, ...rest] = piecesOf(data);
  const eventPk = await insertInto(transaction, 'outbox_events', {
    message: randomUUID(),
    workspacePk: change.workspacePk,
    entity: change.entity,
    event: change.event,
    itemId: id,
    updatedFields: JSON.stringify(fields),
    data: first,
    rest: rest.length,
    createdAt: moment,
  });
  for (const [part, content] of rest.entries())
    await insertInto(transaction, 'outbox_rest', { eventPk, part, content });
  await insertAll(
    transaction,
    'outbox_deliveries',
    ['subscriptionPk', 'eventPk', 'itemId', 'dueAt', 'createdAt'],
    subscriptions.map((each) => [each.pk, eventPk, id, dueAt(each, transaction), moment]),
  );
}
