import { randomUUID } from 'node:crypto';
import type { Database } from '../database/database.js';
import { isIn, type Stored } from '../metadata/condition.js';
import type { Transaction } from '../metadata/transaction.js';
import { isDueSql } from './due.js';
import type { Lease } from './lease.js';
import { DEAD, DELIVERED, QUEUED } from './outbox-delivery.entity.js';
import { sqlNames } from '../database/sql-names.js';
import { OutboxDelivery } from './outbox-delivery.entity.js';
import { OutboxSubscription } from './outbox-subscription.entity.js';

const d = sqlNames(OutboxDelivery, 'd');
const e = sqlNames(OutboxDelivery, 'e');
const deliveries = sqlNames(OutboxDelivery);
const subscriptions = sqlNames(OutboxSubscription);

/** A change that is to be told. */
export interface Queued {
  readonly pk: number;
  readonly eventPk: number;
  readonly itemId: string;
  readonly attempts: number;
  readonly dueAt: string;
  readonly firstTriedAt: string | null;
  readonly batch: string | null;
  readonly createdAt: string;
}

const COLUMNS = `${d.pk}, ${d.eventPk}, ${d.itemId}, ${d.attempts}, ${d.dueAt}, ${d.firstTriedAt}, ${d.batch}, ${d.createdAt} FROM ${d.table}`;

const queuedFrom = (row: readonly unknown[]): Queued => {
  const [pk, eventPk, itemId, attempts, dueAt, firstTriedAt, batch, createdAt] = row;
  return { pk, eventPk, itemId, attempts, dueAt, firstTriedAt, batch, createdAt } as Queued;
};

/** What waits in a queue, in its order, due or not. */
export async function inOrder(
  database: Database,
  { subscriptionPk }: Lease,
  limit: number,
): Promise<Queued[]> {
  const rows = await database.read(
    `SELECT ${COLUMNS} WHERE ${d.subscriptionPk} = ? AND ${d.state} = ${QUEUED} ORDER BY ${d.pk} LIMIT ${limit}`,
    [subscriptionPk],
  );
  return rows.map(queuedFrom);
}

/** What waits longest of each item; of what is due now alone, when a moment is given. */
export async function firstOfEach(
  database: Database,
  { subscriptionPk }: Lease,
  now: number | undefined,
  limit: number,
): Promise<Queued[]> {
  const due = now === undefined ? undefined : isDueSql('d', now);
  const rows = await database.read(
    `SELECT ${COLUMNS} WHERE ${d.subscriptionPk} = ? AND ${d.state} = ${QUEUED}${due ? ` AND ${due.sql}` : ''}
      AND NOT EXISTS (SELECT 1 FROM ${e.table}
        WHERE ${e.subscriptionPk} = ${d.subscriptionPk} AND ${e.state} = ${QUEUED} AND ${e.itemId} = ${d.itemId} AND ${e.pk} < ${d.pk})
      ORDER BY ${d.pk} LIMIT ${limit}`,
    [subscriptionPk, ...(due?.params ?? [])],
  );
  return rows.map(queuedFrom);
}

/** What was told together before, and waits to be told together again. */
export async function inBatch(
  database: Database,
  { subscriptionPk }: Lease,
  batch: string,
): Promise<Queued[]> {
  const rows = await database.read(
    `SELECT ${COLUMNS} WHERE ${d.subscriptionPk} = ? AND ${d.state} = ${QUEUED} AND ${d.batch} = ? ORDER BY ${d.pk}`,
    [subscriptionPk, batch],
  );
  return rows.map(queuedFrom);
}

/** Remembers what is told together, before it is told. @returns the batch's id. */
export async function bind(queued: readonly Queued[], transaction: Transaction): Promise<string> {
  const batch = randomUUID();
  const those = isIn(deliveries.pk, pksOf(queued));
  await transaction.run(`UPDATE ${deliveries.table} SET ${deliveries.batch} = ? WHERE ${those.sql}`, [
    batch,
    ...those.params,
  ]);
  return batch;
}

/** It has arrived. */
export async function settle(queued: readonly Queued[], transaction: Transaction): Promise<void> {
  await setAll(
    queued,
    `${deliveries.state} = ?, ${deliveries.attempts} = ${deliveries.attempts} + 1`,
    [DELIVERED],
    transaction,
  );
}

/** It has not arrived: it is tried again at a moment, or never. */
export async function postpone(
  queued: readonly Queued[],
  { firstTriedAt, dueAt }: { firstTriedAt: string; dueAt: string | undefined },
  transaction: Transaction,
): Promise<void> {
  const set = `${deliveries.attempts} = ${deliveries.attempts} + 1, ${deliveries.firstTriedAt} = ?`;
  await (dueAt === undefined
    ? setAll(queued, `${set}, ${deliveries.state} = ?`, [firstTriedAt, DEAD], transaction)
    : setAll(queued, `${set}, ${deliveries.dueAt} = ?`, [firstTriedAt, dueAt], transaction));
}

/** Whatever a subscriber was told of in a span of time is queued once more. @returns how much it is. */
export async function requeue(
  id: string,
  { from, to }: { readonly from: string; readonly to: string },
  transaction: Transaction,
): Promise<number> {
  const { moment } = transaction;
  const { affected } = await transaction.run(
    `UPDATE ${deliveries.table} SET ${deliveries.state} = ${QUEUED}, ${deliveries.attempts} = 0,
        ${deliveries.firstTriedAt} = NULL, ${deliveries.batch} = NULL, ${deliveries.dueAt} = ?
      WHERE ${deliveries.subscriptionPk} =
          (SELECT ${subscriptions.pk} FROM ${subscriptions.table} WHERE ${subscriptions.id} = ?)
        AND ${deliveries.state} IN (${DELIVERED}, ${DEAD})
        AND ${deliveries.createdAt} >= ? AND ${deliveries.createdAt} <= ?`,
    [moment, id, from, to],
  );
  await transaction.run(
    `UPDATE ${subscriptions.table} SET ${subscriptions.failures} = 0, ${subscriptions.pausedUntil} = NULL WHERE ${subscriptions.id} = ?`,
    [id],
  );
  return affected;
}

const pksOf = (queued: readonly Queued[]): number[] => queued.map(({ pk }) => pk);

async function setAll(
  queued: readonly Queued[],
  set: string,
  values: readonly Stored[],
  transaction: Transaction,
): Promise<void> {
  const those = isIn(deliveries.pk, pksOf(queued));
  await transaction.run(
    `UPDATE ${deliveries.table} SET ${set} WHERE ${those.sql} AND ${deliveries.state} = ${QUEUED}`,
    [...values, ...those.params],
  );
}
