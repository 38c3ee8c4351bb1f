import { randomUUID } from 'node:crypto';
import type { Database } from '../database/database.js';
import { isOver } from '../database/leased.js';
import { type Condition, isIn } from '../metadata/condition.js';
import { toStored } from '../metadata/datetime.js';
import type { Transaction } from '../metadata/transaction.js';
import { isDueSql, MAX_RETRY_WAIT_MS } from './due.js';
import { QUEUED } from './outbox-delivery.entity.js';
import { sqlNames } from '../database/sql-names.js';
import { OutboxDelivery } from './outbox-delivery.entity.js';
import { OutboxSubscription } from './outbox-subscription.entity.js';

const s = sqlNames(OutboxSubscription, 's');
const d = sqlNames(OutboxDelivery, 'd');
const subscriptions = sqlNames(OutboxSubscription);

/** Milliseconds for which a queue is its worker's; it renews that before half of it is over. */
export const LEASE = 20_000;

/** A queue that a worker has to itself. */
export interface Lease {
  readonly subscriptionPk: number;
  /** The subscriber's id. */
  readonly id: string;
  readonly token: string;
  readonly workspacePk: number;
  readonly period: number;
  readonly failures: number;
}

/** A queue that has something to do and is nobody's. */
export interface Candidate extends Pick<Lease, 'workspacePk' | 'failures'> {
  readonly pk: number;
}

/** Queues that are looked at at once. */
const CANDIDATES = 1000;

const isFree = (now: number): Condition => isOver(s.leasedUntil, now, LEASE);

/**
 * Of the queues that have something to do and are nobody's, the one that waits longest first, those that the caller
 * chooses; from now on they are its own. Processes that ask at the same time get different ones.
 */
export async function claim(
  database: Database,
  now: number,
  choose: (candidates: readonly Candidate[]) => readonly Candidate[],
  except: readonly number[],
): Promise<Lease[]> {
  const free = isFree(now);
  const unpaused = isOver(s.pausedUntil, now, MAX_RETRY_WAIT_MS);
  const due = isDueSql('d', now);
  const mine = isIn(s.pk, except);
  const found = await database.read(
    `SELECT ${s.pk}, ${s.workspacePk}, ${s.failures} FROM ${s.table}
      WHERE ${s.active} = 1 AND ${free.sql} AND ${unpaused.sql} AND NOT (${mine.sql}) AND (
        (${s.period} = 0 AND EXISTS (SELECT 1 FROM ${d.table} WHERE ${d.subscriptionPk} = ${s.pk} AND ${d.state} = ${QUEUED} AND ${due.sql}))
        OR (SELECT ${due.sql} FROM ${d.table} WHERE ${d.subscriptionPk} = ${s.pk} AND ${d.state} = ${QUEUED} ORDER BY ${d.pk} LIMIT 1))
      ORDER BY ${s.leasedUntil}, ${s.pk} LIMIT ${CANDIDATES}`,
    [...free.params, ...unpaused.params, ...mine.params, ...due.params, ...due.params],
  );
  const chosen = choose(
    found.map(([pk, workspacePk, failures]) => ({ pk, workspacePk, failures }) as Candidate),
  );
  if (chosen.length === 0) return [];
  const among = isIn(
    s.pk,
    chosen.map(({ pk }) => pk),
  );
  return database.transaction(async (transaction) => {
    const rows = await transaction.rows<Omit<Lease, 'token'>>(
      `SELECT ${s.pk} AS subscriptionPk, ${s.id} AS id, ${s.workspacePk} AS workspacePk, ${s.period} AS period,
          ${s.failures} AS failures
        FROM ${s.table} WHERE ${among.sql} AND ${s.active} = 1 AND ${free.sql}${transaction.dialect.forUpdateUnlessLocked}`,
      [...among.params, ...free.params],
    );
    const leases = rows.map((row) => ({ ...row, token: randomUUID() }));
    for (const { subscriptionPk, token } of leases)
      await transaction.run(
        `UPDATE ${subscriptions.table} SET ${subscriptions.lease} = ?, ${subscriptions.leasedUntil} = ? WHERE ${subscriptions.pk} = ?`,
        [token, toStored(now + LEASE), subscriptionPk],
      );
    return leases;
  });
}

/** Keeps a queue for a while longer. @returns whether it is still the caller's, and still active. */
export async function renew(lease: Lease, now: number, transaction: Transaction): Promise<boolean> {
  const { affected } = await transaction.run(
    `UPDATE ${subscriptions.table} SET ${subscriptions.leasedUntil} = ? WHERE ${subscriptions.pk} = ? AND ${subscriptions.lease} = ? AND ${subscriptions.active} = 1`,
    [toStored(now + LEASE), lease.subscriptionPk, lease.token],
  );
  return affected > 0;
}

/** Gives a queue back; with `pausedUntil`, nobody looks at it before. */
export async function release(
  { subscriptionPk, token }: Lease,
  { now, pausedUntil, failures }: { now: number; pausedUntil: number | undefined; failures: number },
  transaction: Transaction,
): Promise<void> {
  const pause = pausedUntil === undefined ? null : toStored(pausedUntil);
  await transaction.run(
    `UPDATE ${subscriptions.table} SET ${subscriptions.lease} = NULL, ${subscriptions.leasedUntil} = ?, ${subscriptions.pausedUntil} = ?, ${subscriptions.failures} = ? WHERE ${subscriptions.pk} = ? AND ${subscriptions.lease} = ?`,
    [toStored(now), pause, failures, subscriptionPk, token],
  );
}
