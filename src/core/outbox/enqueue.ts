import { randomUUID } from 'node:crypto';
import { insertAll, insertInto, insertRows } from '../database/insert.js';
import { isIn } from '../metadata/condition.js';
import type { Transaction } from '../metadata/transaction.js';
import type { EventSnapshot, PendingChange } from './change-set.js';
import { splitIntoChunks } from './chunks.js';
import { traceparentNow } from '../tracing/tracing.js';
import { dueAt, type Subscription } from './subscriptions.js';
import { OutboxEvent } from './outbox-event.entity.js';
import { OutboxEventChunk } from './outbox-event-chunk.entity.js';
import { OutboxDelivery } from './outbox-delivery.entity.js';
import { sqlNames } from '../database/sql-names.js';

const outboxEvents = sqlNames(OutboxEvent);

/** A change with everything that is told of it. */
export interface Message extends EventSnapshot {
  readonly change: PendingChange;
  readonly fields: readonly string[];
}

/** A message, and the subscribers who hear it. */
export interface ToldMessage extends Message {
  readonly told: readonly Subscription[];
}

/**
 * Writes events, in their order, and that each is to be told to its subscribers; who listens to the workspace reads it by
 * itself.
 */
export async function enqueue(messages: readonly ToldMessage[], transaction: Transaction): Promise<void> {
  const { moment } = transaction;
  const traceparent = traceparentNow();
  const events = messages.map(({ id, data, change, fields, told }) => {
    const [first, ...rest] = splitIntoChunks(data);
    const row = {
      message: randomUUID(),
      workspacePk: change.workspacePk,
      entity: change.entity,
      event: change.event,
      itemId: id,
      updatedFields: JSON.stringify(fields),
      data: first,
      rest: rest.length,
      traceparent,
      position: told.some(({ isFeed }) => isFeed) ? null : 0,
      createdAt: moment,
    };
    return { row, rest, receivers: told.filter(({ isFeed }) => !isFeed) };
  });
  const pks = await insertEvents(
    events.map(({ row }) => row),
    transaction,
  );
  await insertAll(
    transaction,
    OutboxEventChunk,
    ['eventPk', 'part', 'content'],
    events.flatMap(({ rest }, at) => rest.map((content, part) => [pks[at] as number, part, content])),
  );
  await insertAll(
    transaction,
    OutboxDelivery,
    ['subscriptionPk', 'eventPk', 'itemId', 'dueAt', 'createdAt'],
    events.flatMap(({ row, receivers }, at) =>
      receivers.map((each) => [each.pk, pks[at] as number, row.itemId, dueAt(each, transaction), moment]),
    ),
  );
}

type EventRow = Parameters<typeof insertInto<OutboxEvent>>[2] & { readonly message: string };

/** @returns the keys, in the order of the rows. */
async function insertEvents(rows: readonly EventRow[], transaction: Transaction): Promise<readonly number[]> {
  const [only] = rows;
  if (only && rows.length === 1) return [await insertInto(transaction, OutboxEvent, only)];
  await insertRows(transaction, 'outbox_events', rows);
  const those = isIn(
    'message',
    rows.map(({ message }) => message),
  );
  const made = await transaction.read(
    `SELECT ${outboxEvents.message}, ${outboxEvents.pk} FROM ${outboxEvents.table} WHERE ${those.sql}`,
    those.params,
  );
  const pks = new Map(made as [string, number][]);
  return rows.map(({ message }) => pks.get(message) as number);
}
