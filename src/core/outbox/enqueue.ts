import { randomUUID } from 'node:crypto';
import { insertAll, insertInto } from '../database/insert.js';
import type { Transaction } from '../metadata/transaction.js';
import type { EventSnapshot, PendingChange } from './change-set.js';
import { splitIntoChunks } from './chunks.js';
import { dueAt, type Subscription } from './subscriptions.js';
import { OutboxEvent } from './outbox-event.entity.js';
import { OutboxEventChunk } from './outbox-event-chunk.entity.js';
import { OutboxDelivery } from './outbox-delivery.entity.js';

/** A change with everything that is told of it. */
export interface Message extends EventSnapshot {
  readonly change: PendingChange;
  readonly fields: readonly string[];
}

/** Writes an event, and that it is to be told to each of the subscribers; who listens to the workspace reads it by itself. */
export async function enqueue(
  { id, data, change, fields }: Message,
  subscriptions: readonly Subscription[],
  transaction: Transaction,
): Promise<void> {
  const { moment } = transaction;
  const [first, ...rest] = splitIntoChunks(data);
  const eventPk = await insertInto(transaction, OutboxEvent, {
    message: randomUUID(),
    workspacePk: change.workspacePk,
    entity: change.entity,
    event: change.event,
    itemId: id,
    updatedFields: JSON.stringify(fields),
    data: first,
    rest: rest.length,
    position: subscriptions.some(({ isFeed }) => isFeed) ? null : 0,
    createdAt: moment,
  });
  for (const [part, content] of rest.entries())
    await insertInto(transaction, OutboxEventChunk, { eventPk, part, content });
  const receivers = subscriptions.filter(({ isFeed }) => !isFeed);
  if (receivers.length === 0) return;
  await insertAll(
    transaction,
    OutboxDelivery,
    ['subscriptionPk', 'eventPk', 'itemId', 'dueAt', 'createdAt'],
    receivers.map((each) => [each.pk, eventPk, id, dueAt(each, transaction), moment]),
  );
}
