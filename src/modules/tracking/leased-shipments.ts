import { TEST_CARRIER } from '../reference-data/carriers/carriers.js';
import { hasCome } from '../../core/database/leased.js';
import { isIn } from '../../core/metadata/condition.js';
import { toStored } from '../../core/metadata/datetime.js';
import type { Transaction } from '../../core/metadata/transaction.js';
import type { Parcel } from './tracking-provider.js';
import { MAX_PAUSE, type CheckOutcome, pauseBeforeNextCheck } from './next-check.js';
import { kindOf, type TrackingStatus } from './tracking-statuses.js';
import { sqlNames } from '../../core/database/sql-names.js';
import { Shipment } from '../shipments/shipment.entity.js';

const shipmentsTable = sqlNames(Shipment);

/**
 * How long no other process takes a leased shipment. A process that has not ended its lease by then has died, and the
 * shipment is due again.
 */
export const LEASE_MS = 5 * 60_000;

/** A shipment that one process is checking. */
export interface LeasedShipment extends Parcel {
  readonly pk: number;
  /** End of the lease: its `nextCheckAt`, unless somebody has changed that meanwhile. */
  readonly until: string;
  /** 1: its carrier is a guess, which a provider may correct. */
  readonly carrierIsDetected: number;
  readonly watchedBy: string | null;
  readonly checkFailures: number;
}

type CandidateRow = Omit<LeasedShipment, 'until' | 'trackingNumber'> & {
  readonly trackingNumber: string | null;
  readonly trackingStatus: TrackingStatus | null;
};
type CandidateWithNumber = CandidateRow & { readonly trackingNumber: string };

const CANDIDATE_COLUMNS =
  'pk, trackingNumber, originCarrier, carrierIsDetected, trackingStatus, watchedBy, checkFailures';

/**
 * Leases shipments that are due, the longest due first. Those with a final status are never due again.
 * @returns the leased shipments, and how many rows were read.
 */
export async function leaseDue(
  limit: number,
  now: number,
  transaction: Transaction,
): Promise<{ readonly leased: readonly LeasedShipment[]; readonly seen: number }> {
  const due = hasCome('nextCheckAt', now, MAX_PAUSE);
  const rows = await transaction.rows<CandidateRow>(
    `SELECT ${CANDIDATE_COLUMNS}
      FROM ${shipmentsTable.table}
      WHERE ${due.sql}
      ORDER BY ${shipmentsTable.nextCheckAt} LIMIT ?${transaction.dialect.forUpdateUnlessLocked}`,
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
export async function leaseShipments(
  pks: readonly number[],
  now: number,
  transaction: Transaction,
): Promise<readonly LeasedShipment[]> {
  const of = isIn('pk', pks);
  const rows = await transaction.rows<CandidateRow>(
    `SELECT ${CANDIDATE_COLUMNS}
      FROM ${shipmentsTable.table}
      WHERE ${of.sql}
      ORDER BY ${shipmentsTable.pk}${transaction.dialect.forUpdate}`,
    of.params,
  );
  return lease(rows.filter(isTracked), now, transaction);
}

/** Ends the lease of shipments that were not checked: they are due at once. */
export async function releaseUnchecked(
  shipments: readonly LeasedShipment[],
  now: number,
  transaction: Transaction,
): Promise<void> {
  const [first] = shipments;
  if (!first) return;
  const of = isIn(
    'pk',
    shipments.map(({ pk }) => pk),
  );
  await transaction.run(
    `UPDATE ${shipmentsTable.table}
    SET ${shipmentsTable.nextCheckAt} = ?
    WHERE ${of.sql} AND ${shipmentsTable.nextCheckAt} = ?`,
    [toStored(now), ...of.params, first.until],
  );
}

/** Ends the lease of checked shipments; status and outcome say when each is due again. */
export async function endLeases(
  shipments: readonly { readonly shipment: LeasedShipment; readonly outcome: CheckOutcome }[],
  now: number,
  transaction: Transaction,
): Promise<void> {
  if (shipments.length === 0) return;
  const of = isIn(
    'pk',
    shipments.map(({ shipment }) => shipment.pk),
  );
  const rows = await transaction.rows<{ pk: number; trackingStatus: TrackingStatus | null }>(
    `SELECT ${shipmentsTable.pk}, ${shipmentsTable.trackingStatus}
      FROM ${shipmentsTable.table}
      WHERE ${of.sql}
      ORDER BY ${shipmentsTable.pk}${transaction.dialect.forUpdate}`,
    of.params,
  );
  const statuses = new Map(rows.map(({ pk, trackingStatus }) => [pk, trackingStatus ?? 'no_info']));
  for (const { shipment, outcome } of shipments) {
    const pause = pauseBeforeNextCheck(statuses.get(shipment.pk) ?? 'no_info', outcome);
    const failures = outcome.kind === 'failed' ? outcome.failures : 0;
    await transaction.run(
      `UPDATE ${shipmentsTable.table}
        SET ${shipmentsTable.nextCheckAt} = ?, ${shipmentsTable.checkFailures} = ?, ${shipmentsTable.watchedBy} = ?
        WHERE ${shipmentsTable.pk} = ? AND ${shipmentsTable.nextCheckAt} = ?`,
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

const isTracked = (row: CandidateRow): row is CandidateWithNumber =>
  row.trackingNumber !== null && row.originCarrier !== TEST_CARRIER;

const isOpen = (row: CandidateRow): row is CandidateWithNumber =>
  isTracked(row) && kindOf(row.trackingStatus ?? 'no_info') !== 'final';

async function lease(
  rows: readonly CandidateWithNumber[],
  now: number,
  transaction: Transaction,
): Promise<readonly LeasedShipment[]> {
  const until = toStored(now + LEASE_MS);
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
  await transaction.run(
    `UPDATE ${shipmentsTable.table}
    SET ${shipmentsTable.nextCheckAt} = ?
    WHERE ${of.sql}`,
    [at, ...of.params],
  );
}
