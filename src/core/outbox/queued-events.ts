import type { Database } from '../database/database.js';
import { isIn } from '../metadata/condition.js';
import type { Queued } from './queue.js';
import { sqlNames } from '../database/sql-names.js';
import { OutboxEvent } from './outbox-event.entity.js';
import { OutboxEventChunk } from './outbox-event-chunk.entity.js';

const e = sqlNames(OutboxEvent, 'e');
const r = sqlNames(OutboxEventChunk, 'r');

/** A change as it is told. */
export interface QueuedEvent {
  readonly pk: number;
  /** A UUID. */
  readonly message: string;
  readonly entity: string;
  readonly event: string;
  /** A JSON list. */
  readonly updatedFields: string;
  /** The item as JSON-LD. */
  readonly data: string;
  /** W3C's trace context of the request that made it. */
  readonly traceparent: string | null;
}

/** The events of what is queued, in its order; an event that is not there any more is left out. */
export async function eventsOf(
  database: Database,
  queued: readonly Pick<Queued, 'eventPk'>[],
): Promise<QueuedEvent[]> {
  if (queued.length === 0) return [];
  const pks = queued.map(({ eventPk }) => eventPk);
  const those = isIn(e.pk, pks);
  const rows = await database.read(
    `SELECT ${e.pk}, ${e.message}, ${e.entity}, ${e.event}, ${e.updatedFields}, ${e.data}, ${e.rest}, ${e.traceparent} FROM ${e.table} WHERE ${those.sql}`,
    those.params,
  );
  const long = rows.filter((row) => (row[6] as number) > 0).map((row) => row[0] as number);
  const rests = await restsOf(database, long);
  const events = rows.map((row): QueuedEvent => {
    const [pk, message, entity, event, updatedFields, data] = row as [
      number,
      ...[string, string, string, string, string],
    ];
    const traceparent = row[7] as string | null;
    return { pk, message, entity, event, updatedFields, data: data + (rests.get(pk) ?? ''), traceparent };
  });
  const byPk = new Map(events.map((event) => [event.pk, event]));
  return pks.flatMap((pk) => byPk.get(pk) ?? []);
}

async function restsOf(database: Database, pks: readonly number[]): Promise<ReadonlyMap<number, string>> {
  const rests = new Map<number, string>();
  if (pks.length === 0) return rests;
  const those = isIn(r.eventPk, pks);
  const rows = await database.read(
    `SELECT ${r.eventPk}, ${r.content} FROM ${r.table} WHERE ${those.sql} ORDER BY ${r.eventPk}, ${r.part}`,
    those.params,
  );
  for (const [pk, content] of rows as [number, string][]) rests.set(pk, (rests.get(pk) ?? '') + content);
  return rests;
}
