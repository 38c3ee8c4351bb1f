import { TEST_CARRIER } from '../reference-data/carriers/carriers.js';
import { hasCome } from '../../core/database/leased.js';
import { isIn } from '../../core/metadata/condition.js';
import { toStored } from '../../core/metadata/datetime.js';
import type { Transaction } from '../../core/metadata/transaction.js';
import type { Parcel } from './tracking-provider.js';
import { LONGEST_PAUSE, type Outcome, pauseAfter } from './next-check.js';
import { kindOf, type TrackingStatus } from './tracking-statuses.js';

/**
 * Milliseconds for which others leave a leased shipment alone. Whoever leased it is done long before, or has died: then
 * the shipment is due again by itself.
 */
export const LEASE = 5 * 60_000;

/** A shipment whose provider is being asked. */
export interface Leased extends Parcel {
  readonly pk: number;
  /** Its `nextCheckAt` as long as nobody else has set another. */
  readonly until: string;
  /** 1: its carrier is a guess, which gives way to what is told. */
  readonly carrierIsDetected: number;
  readonly watchedBy: string | null;
  readonly checkFailures: number;
}

type Row = Omit<Leased, 'until' | 'trackingNumber'> & {
  readonly trackingNumber: string | null;
  readonly trackingStatus: TrackingStatus | null;
};
type Numbered = Row & { readonly trackingNumber: string };

const SELECTED =
  'pk, trackingNumber, originCarrier, carrierIsDetected, trackingStatus, watchedBy, checkFailures';

/**
 * Leases shipments that are due, the longest due first. Those of which nothing more is expected are due never again.
 * @returns them, and how many were looked at.
 */
export async function leaseDue(
  limit: number,
  now: number,
  transaction: Transaction,
): Promise<{ readonly leased: readonly Leased[]; readonly seen: number }> {
  const due = hasCome('nextCheckAt', now, LONGEST_PAUSE);
  const rows = await transaction.rows<Row>(
    `SELECT ${SELECTED} FROM shipments WHERE ${due.sql} ORDER BY nextCheckAt LIMIT ?${transaction.dialect.forUpdateUnlessLocked}`,
    [...due.params, limit],
  );
  const open = rows.filter(isOpen);
  await setNextCheck(
    rows.filter((row) => !isOpen(row)).map(({ pk }) => pk),
    null,
    transaction,
  );
  return { leased: await lease(open, now, transaction), seen: rows.length };
}

/** Leases these shipments, whenever they are due and whatever their status is; but the test carrier's never change. */
export async function leaseThese(
  pks: readonly number[],
  now: number,
  transaction: Transaction,
): Promise<readonly Leased[]> {
  const of = isIn('pk', pks);
  const rows = await transaction.rows<Row>(
    `SELECT ${SELECTED} FROM shipments WHERE ${of.sql} ORDER BY pk${transaction.dialect.forUpdate}`,
    of.params,
  );
  return lease(rows.filter(isTracked), now, transaction);
}

/** Makes shipments due at once that were leased and not asked for. */
export async function giveBack(
  shipments: readonly Leased[],
  now: number,
  transaction: Transaction,
): Promise<void> {
  const [first] = shipments;
  if (!first) return;
  const of = isIn(
    'pk',
    shipments.map(({ pk }) => pk),
  );
  await transaction.run(`UPDATE shipments SET nextCheckAt = ? WHERE ${of.sql} AND nextCheckAt = ?`, [
    toStored(now),
    ...of.params,
    first.until,
  ]);
}

/** Ends the lease of shipments: each is due again as its status and what came of asking say. */
export async function settle(
  shipments: readonly { readonly shipment: Leased; readonly outcome: Outcome }[],
  now: number,
  transaction: Transaction,
): Promise<void> {
  if (shipments.length === 0) return;
  const of = isIn(
    'pk',
    shipments.map(({ shipment }) => shipment.pk),
  );
  const rows = await transaction.rows<{ pk: number; trackingStatus: TrackingStatus | null }>(
    `SELECT pk, trackingStatus FROM shipments WHERE ${of.sql} ORDER BY pk${transaction.dialect.forUpdate}`,
    of.params,
  );
  const statuses = new Map(rows.map(({ pk, trackingStatus }) => [pk, trackingStatus ?? 'no_info']));
  for (const { shipment, outcome } of shipments) {
    const pause = pauseAfter(statuses.get(shipment.pk) ?? 'no_info', outcome);
    const failures = outcome.kind === 'failed' ? outcome.failures : 0;
    await transaction.run(
      'UPDATE shipments SET nextCheckAt = ?, checkFailures = ?, watchedBy = ? WHERE pk = ? AND nextCheckAt = ?',
      [
        pause === null ? null : toStored(now + pause),
        failures,
        shipment.watchedBy,
        shipment.pk,
        shipment.until,
      ],
    );
  }
}

const isTracked = (row: Row): row is Numbered =>
  row.trackingNumber !== null && row.originCarrier !== TEST_CARRIER;

const isOpen = (row: Row): row is Numbered =>
  isTracked(row) && kindOf(row.trackingStatus ?? 'no_info') !== 'final';

async function lease(
  rows: readonly Numbered[],
  now: number,
  transaction: Transaction,
): Promise<readonly Leased[]> {
  const until = toStored(now + LEASE);
  await setNextCheck(
    rows.map(({ pk }) => pk),
    until,
    transaction,
  );
  return rows.map((row) => ({ ...row, until }));
}

async function setNextCheck(
  pks: readonly number[],
  at: string | null,
  transaction: Transaction,
): Promise<void> {
  if (pks.length === 0) return;
  const of = isIn('pk', pks);
  await transaction.run(`UPDATE shipments SET nextCheckAt = ? WHERE ${of.sql}`, [at, ...of.params]);
}
