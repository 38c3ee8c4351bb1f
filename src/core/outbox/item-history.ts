import type { Database } from '../database/database.js';
import { sqlNames } from '../database/sql-names.js';
import { isIn } from '../metadata/condition.js';
import { DEAD, DELIVERED, OutboxDelivery, QUEUED } from './outbox-delivery.entity.js';
import { OutboxEvent } from './outbox-event.entity.js';
import { OutboxSubscription } from './outbox-subscription.entity.js';

const e = sqlNames(OutboxEvent, 'e');
const d = sqlNames(OutboxDelivery, 'd');
const s = sqlNames(OutboxSubscription, 's');

/** Changes of an item that are answered at most, and what was told of them. */
const MAX_EVENTS = 100;
const MAX_DELIVERIES = 1000;

export const DELIVERY_STATES = ['queued', 'delivered', 'dead'] as const;
export type DeliveryState = (typeof DELIVERY_STATES)[number];

/** That a subscriber is, was or will not be told of a change. */
export interface ToldDelivery {
  /** The id of the subscriber. */
  readonly subscriber: string;
  readonly state: DeliveryState;
  readonly attempts: number;
  /** Stored form. */
  readonly firstTriedAt: string | null;
}

/** A change of an item, as long as the outbox has it. */
export interface ItemEvent {
  readonly event: string;
  readonly fields: readonly string[];
  /** Stored form. */
  readonly createdAt: string;
  readonly deliveries: readonly ToldDelivery[];
}

const stateOf = (state: number): DeliveryState =>
  state === DELIVERED ? 'delivered' : state === DEAD ? 'dead' : 'queued';

/** What has become of an item of a workspace, the newest first. */
export async function historyOf(
  database: Database,
  item: { readonly workspacePk: number; readonly entity: string; readonly id: string },
): Promise<readonly ItemEvent[]> {
  const events = await database.read(
    `SELECT ${e.pk}, ${e.event}, ${e.updatedFields}, ${e.createdAt} FROM ${e.table}
      WHERE ${e.itemId} = ? AND ${e.entity} = ? AND ${e.workspacePk} = ? ORDER BY ${e.pk} DESC LIMIT ${MAX_EVENTS}`,
    [item.id, item.entity, item.workspacePk],
  );
  const deliveries = await deliveriesOf(database, item);
  return events.map((row) => {
    const [pk, event, fields, createdAt] = row as [number, string, string, string];
    return {
      event,
      fields: JSON.parse(fields) as string[],
      createdAt,
      deliveries: deliveries.get(pk) ?? [],
    };
  });
}

async function deliveriesOf(
  database: Database,
  { workspacePk, id }: { readonly workspacePk: number; readonly id: string },
): Promise<ReadonlyMap<number, readonly ToldDelivery[]>> {
  const subscribers = new Map(
    (await database.read(`SELECT ${s.pk}, ${s.id} FROM ${s.table} WHERE ${s.workspacePk} = ?`, [
      workspacePk,
    ])) as [number, string][],
  );
  const told = new Map<number, ToldDelivery[]>();
  if (subscribers.size === 0) return told;
  const those = isIn(d.subscriptionPk, [...subscribers.keys()]);
  // the index of an item's deliveries begins with the subscriber and the state
  const rows = await database.read(
    `SELECT ${d.eventPk}, ${d.subscriptionPk}, ${d.state}, ${d.attempts}, ${d.firstTriedAt} FROM ${d.table}
      WHERE ${those.sql} AND ${d.state} IN (${QUEUED}, ${DELIVERED}, ${DEAD}) AND ${d.itemId} = ?
      ORDER BY ${d.pk} DESC LIMIT ${MAX_DELIVERIES}`,
    [...those.params, id],
  );
  for (const [eventPk, subscriptionPk, state, attempts, firstTriedAt] of rows as [
    number,
    number,
    number,
    number,
    string | null,
  ][]) {
    const subscriber = subscribers.get(subscriptionPk) ?? '';
    const delivery = { subscriber, state: stateOf(state), attempts, firstTriedAt };
    told.set(eventPk, [...(told.get(eventPk) ?? []), delivery]);
  }
  return told;
}
