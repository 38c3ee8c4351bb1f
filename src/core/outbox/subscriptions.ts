import { toMilliseconds, toStored } from '../metadata/datetime.js';
import { type Transaction, unitKey } from '../metadata/transaction.js';
import type { Event } from './change-set.js';
import { sqlNames } from '../database/sql-names.js';
import { OutboxSubscription } from './outbox-subscription.entity.js';

const subscriptions = sqlNames(OutboxSubscription);

/** Whom a workspace's changes are told, and which of them. */
export interface Subscription {
  readonly pk: number;
  readonly id: string;
  readonly entity: string | null;
  readonly event: string | null;
  readonly field: string | null;
  /** Milliseconds for which changes are gathered. */
  readonly period: number;
  /** Somebody listens to the workspace: its events are kept, and delivered to nobody. */
  readonly isFeed: boolean;
}

/** What a unit has looked up, by the workspaces' keys. */
const SUBSCRIPTIONS = unitKey(() => new Map<number, Promise<readonly Subscription[]>>());

/** The active subscriptions of a workspace, looked up once in a unit. Most workspaces have none. */
export function subscriptionsOf(
  workspacePk: number,
  transaction: Transaction,
): Promise<readonly Subscription[]> {
  const known = transaction.get(SUBSCRIPTIONS);
  const found = known.get(workspacePk) ?? activeSubscriptions(workspacePk, transaction);
  known.set(workspacePk, found);
  return found;
}

async function activeSubscriptions(workspacePk: number, transaction: Transaction): Promise<Subscription[]> {
  const rows = await transaction.rows<Omit<Subscription, 'isFeed'> & { followedUntil: string | null }>(
    `SELECT ${subscriptions.pk} AS pk, ${subscriptions.id} AS id, ${subscriptions.entity} AS entity, ${subscriptions.event} AS event, ${subscriptions.field} AS field, ${subscriptions.period} AS period, ${subscriptions.followedUntil} AS followedUntil
      FROM ${subscriptions.table} WHERE ${subscriptions.workspacePk} = ? AND ${subscriptions.active} = 1 ORDER BY ${subscriptions.pk}`,
    [workspacePk],
  );
  return rows
    .filter(({ followedUntil }) => followedUntil === null || followedUntil > transaction.moment)
    .map(({ followedUntil, ...each }) => ({ ...each, isFeed: followedUntil !== null }));
}

/** Whether a subscription is about an event of an entity at all. */
export const concerns = (
  { entity, event }: Subscription,
  change: { readonly entity: string; readonly event: Event },
): boolean => (entity ?? change.entity) === change.entity && (event ?? change.event) === change.event;

/** Whether it is about one of these updated fields: its own one, or one inside of it. Only updates have any. */
export const isAbout = (
  { field }: Subscription,
  change: { readonly event: Event; readonly fields: readonly string[] },
): boolean =>
  field === null ||
  change.event !== 'update' ||
  change.fields.some((name) => name === field || name.startsWith(`${field}.`));

/** When a change of this unit is due to a subscriber. */
export const dueAt = ({ period }: Subscription, { moment }: Transaction): string =>
  period === 0 ? moment : toStored(toMilliseconds(moment) + period);
