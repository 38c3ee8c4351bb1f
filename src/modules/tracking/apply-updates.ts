import { randomUUID } from 'node:crypto';
import { type Condition, isIn, type Stored } from '../../core/metadata/condition.js';
import type { Transaction } from '../../core/metadata/transaction.js';
import { effectiveTrackingNumber } from '../shipments/effective-tracking-number.js';
import { Shipment } from '../shipments/shipment.entity.js';
import { addRows, updateRow } from '../../core/store/row-changes.js';
import type { ColumnsOf } from '../../core/store/rows.js';
import { touch } from '../../core/store/touch.js';
import { mayChangePrediction, predictionFollows } from '../predictions/prediction-follows.js';
import { countryColumns } from './country-columns.js';
import { followsFromSilence, trackingState } from './tracking-state.js';
import { CheckpointHistory } from './checkpoint-history.js';
import { punctualityColumns } from './punctuality.js';
import { toStatusReport } from './scans.js';
import { isAboutShipment, reportedCarrierColumns } from './reported-carrier.js';
import type { TransitLimits } from '../../config/transit-limits.js';
import type { CheckpointReport, UpdateReach, TrackingUpdate } from './tracking-update.js';
import { selectList, sqlNames } from '../../core/database/sql-names.js';
import { Checkpoint } from '../shipments/checkpoints/checkpoint.entity.js';

const checkpointsTable = sqlNames(Checkpoint);
const shipments = sqlNames(Shipment);

type TrackedShipment = ColumnsOf<Shipment>;

/** Which shipments are brought up to date; they stay locked until the unit ends. */
export type ShipmentSelection =
  | { readonly numbers: readonly string[] }
  | { readonly pks: readonly number[] }
  /** Those whose `sweepAt` has come, but not the ones that another process holds. */
  | { readonly sweptBefore: string; readonly limit: number };

export interface UpdateContext {
  readonly transaction: Transaction;
  readonly limits: TransitLimits;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** Statuses that follow from silence are set. */
  readonly sweeps?: boolean;
  /** The updates are the whole history of their parcels, in which a provider may have changed the status of known events. */
  readonly isJudgedAnew?: boolean;
}

/**
 * Applies updates to every shipment with their numbers, in all workspaces; reports that are known already change nothing. A
 * shipment whose carrier was chosen by a client takes no updates of an unrelated carrier.
 * @returns how much each update has reached, in the order of the updates
 */
export async function applyUpdates(
  updates: readonly TrackingUpdate[],
  tracking: UpdateContext,
): Promise<readonly UpdateReach[]> {
  const numbers = [...new Set(updates.map(({ trackingNumber }) => trackingNumber))];
  const parcels = await TrackedShipments.load({ numbers }, tracking);
  const reached = updates.map((update) =>
    parcels.apply(
      update,
      updates.filter(({ trackingNumber }) => trackingNumber === update.trackingNumber),
    ),
  );
  await parcels.save();
  return reached;
}

/** Applies an update to one shipment, whatever its number. */
export async function applyToShipment(
  pk: number,
  update: Omit<TrackingUpdate, 'trackingNumber'>,
  tracking: UpdateContext,
): Promise<void> {
  const parcels = await TrackedShipments.load({ pks: [pk] }, tracking);
  parcels.applyToAll(update);
  await parcels.save();
}

/** Sets the statuses that follow from silence. @returns how many shipments were looked at. */
export async function sweep(which: ShipmentSelection, tracking: UpdateContext): Promise<number> {
  const parcels = await TrackedShipments.load(which, { ...tracking, sweeps: true });
  await parcels.save();
  return parcels.size;
}

/** What analytics counts of a shipment, which follows from its checkpoints. */
const FIGURE_COLUMNS = [
  'firstExpectedDeliveryDate',
  'deliveredAt',
  'failedAttempts',
  'lastCheckpointAt',
  'punctuality',
  'firstPunctuality',
] as const satisfies readonly (keyof TrackedShipment)[];

/**
 * Computes what analytics counts of some shipments again, from their checkpoints; their status stays as it is.
 * @returns how many had something else.
 */
export async function recomputeFigures(pks: readonly number[], tracking: UpdateContext): Promise<number> {
  const parcels = await TrackedShipments.load({ pks }, tracking);
  return parcels.saveFigures();
}

/** Shipments with their checkpoints, locked, brought up to date in memory and saved together. */
class TrackedShipments {
  private readonly byNumber = new Map<string, TrackedShipment[]>();
  private readonly before: ReadonlyMap<TrackedShipment, TrackedShipment>;

  private constructor(
    private readonly rows: readonly TrackedShipment[],
    private readonly histories: ReadonlyMap<number, CheckpointHistory>,
    private readonly checkpoints: ReadonlyMap<number, ColumnsOf<Checkpoint>>,
    private readonly tracking: UpdateContext,
  ) {
    this.before = new Map(rows.map((row) => [row, { ...row }]));
    for (const row of rows) {
      const number = effectiveTrackingNumber(row) ?? '';
      const same = this.byNumber.get(number);
      if (same) same.push(row);
      else this.byNumber.set(number, [row]);
    }
  }

  static async load(which: ShipmentSelection, tracking: UpdateContext): Promise<TrackedShipments> {
    const { transaction } = tracking;
    const rows = await lockShipments(which, transaction);
    const kept = await checkpointsOf(rows, transaction);
    const known = rows.map(({ pk }): [number, CheckpointHistory] => {
      const reports = kept.filter(({ shipmentPk }) => shipmentPk === pk);
      return [
        pk,
        new CheckpointHistory(
          reports.map((row) => ({ pk: row.pk, report: reportOf(row) })),
          tracking.isJudgedAnew === true,
        ),
      ];
    });
    return new TrackedShipments(rows, new Map(known), new Map(kept.map((row) => [row.pk, row])), tracking);
  }

  get size(): number {
    return this.rows.length;
  }

  /** `all`: all updates of the number. */
  apply(update: TrackingUpdate, all: readonly TrackingUpdate[]): UpdateReach {
    const same = this.byNumber.get(update.trackingNumber) ?? [];
    const rows = same.filter((row) => isAboutShipment(update, row, all));
    let checkpoints = 0;
    for (const row of rows) {
      Object.assign(row, reportedCarrierColumns(update, row, all));
      checkpoints += this.applyToRow(row, update);
    }
    return { shipments: rows.length, checkpoints };
  }

  applyToAll(update: Omit<TrackingUpdate, 'trackingNumber'>): void {
    for (const row of this.rows) this.applyToRow(row, update);
  }

  /** @returns how many checkpoints were new. */
  private applyToRow(row: TrackedShipment, update: Omit<TrackingUpdate, 'trackingNumber'>): number {
    row.destinationCarrier = update.destinationCarrier ?? row.destinationCarrier;
    row.expectedDeliveryDate = update.expectedDeliveryDate ?? row.expectedDeliveryDate;
    row.firstExpectedDeliveryDate ??= update.firstExpectedDeliveryDate ?? row.expectedDeliveryDate;
    if (update.originCountryIso2 !== undefined)
      Object.assign(row, countryColumns('origin', update.originCountryIso2));
    if (update.destinationCountryIso2 !== undefined)
      Object.assign(row, countryColumns('destination', update.destinationCountryIso2));
    return this.histories.get(row.pk)?.merge(update.checkpoints, this.tracking.now) ?? 0;
  }

  async save(): Promise<void> {
    await this.saveCheckpoints();
    for (const row of this.rows) {
      this.updateState(row);
      await this.update(row);
    }
  }

  /** @returns how many rows were changed. */
  async saveFigures(): Promise<number> {
    let changed = 0;
    for (const row of this.rows) {
      row.firstExpectedDeliveryDate ??= row.expectedDeliveryDate;
      this.updateState(row);
      const figures = Object.fromEntries(FIGURE_COLUMNS.map((column) => [column, row[column]]));
      if (await this.write(row, figures)) changed++;
    }
    return changed;
  }

  /** Computes status and clocks from all reports. */
  private updateState(row: TrackedShipment): void {
    if (effectiveTrackingNumber(row) === null) return;
    const history = this.histories.get(row.pk)?.reports ?? [];
    const reports = history.map(toStatusReport);
    const { createdAt } = row;
    const known = {
      createdAt,
      trackedSince: row.trackedSince ?? createdAt,
      limitDays: this.tracking.limits.of(row.originCarrier),
      now: this.tracking.now,
    };
    Object.assign(row, trackingState(reports, known, this.silenceCountsUntil(row)));
    Object.assign(row, punctualityColumns(row, history));
  }

  /** Until when silence counts: only the sweeper sets a status that follows from it, and updates do not take that back. */
  private silenceCountsUntil({ trackingStatus }: TrackedShipment): number {
    const { now, sweeps } = this.tracking;
    return sweeps === true || followsFromSilence(trackingStatus) ? now : -Infinity;
  }

  private async saveCheckpoints(): Promise<void> {
    const { transaction } = this.tracking;
    const inserted: Stored[][] = [];
    for (const row of this.rows) {
      const { pk, workspacePk } = row;
      const { added = [], changed = [] } = this.histories.get(pk) ?? {};
      for (const { date, status, info, location, rel } of added)
        inserted.push([randomUUID(), workspacePk, pk, date, status, info, location, rel, transaction.moment]);
      for (const { date: checkpointDate, status, info, location, pk: checkpointPk } of changed) {
        const before = this.checkpoints.get(checkpointPk);
        const set = { checkpointDate, status, info, location };
        if (before) await updateRow(Checkpoint, before, set, transaction);
      }
      if (added.length + changed.length === 0) continue;
      touch('shipments', row, [], transaction);
      // of a delivered one also a report that comes late
      if (row.trackingStatus === 'delivered') predictionFollows(row, transaction);
    }
    for (let at = 0; at < inserted.length; at += INSERT_BATCH_SIZE)
      await addRows(transaction, Checkpoint, CHECKPOINT_COLUMNS, inserted.slice(at, at + INSERT_BATCH_SIZE));
  }

  private async update(row: TrackedShipment): Promise<void> {
    await this.write(row, { ...row, updatedAt: this.tracking.transaction.moment });
  }

  /** Writes the columns that differ. @returns whether there were any. */
  private async write(row: TrackedShipment, columns: Partial<TrackedShipment>): Promise<boolean> {
    const before = this.before.get(row);
    if (!before) return false;
    const { transaction } = this.tracking;
    const after = await updateRow(Shipment, before, columns, transaction);
    if (after === before) return false;
    if (mayChangePrediction(before, after)) predictionFollows(row, transaction);
    return true;
  }
}

const CHECKPOINT_COLUMNS = [
  'id',
  'workspacePk',
  'shipmentPk',
  'checkpointDate',
  'status',
  'info',
  'location',
  'rel',
  'createdAt',
] as const;

/** Checkpoints that are written with one statement. */
const INSERT_BATCH_SIZE = 1000;

const SELECT_LIST = selectList(Shipment);

/** Always in the same order, so that units that lock several do not wait for each other in a circle. */
async function lockShipments(which: ShipmentSelection, transaction: Transaction): Promise<TrackedShipment[]> {
  const { dialect } = transaction;
  if ('sweptBefore' in which) {
    return transaction.rows<TrackedShipment>(
      `SELECT ${SELECT_LIST}
        FROM ${shipments.table}
        WHERE ${shipments.sweepAt} <= ?
        ORDER BY ${shipments.sweepAt} LIMIT ?${dialect.forUpdateUnlessLocked}`,
      [which.sweptBefore, which.limit],
    );
  }
  // a scan in the order of keys would lock the whole table
  const lock = (hint: string, of: Condition): Promise<TrackedShipment[]> =>
    transaction.rows<TrackedShipment>(
      `SELECT ${SELECT_LIST}
        FROM ${shipments.table}${hint}
        WHERE ${of.sql}
        ORDER BY ${shipments.pk}${dialect.forUpdate}`,
      of.params,
    );
  if ('pks' in which) return lock(dialect.byPrimaryKey, isIn('pk', which.pks));
  const having = await lock(
    dialect.byIndex('IX_shipments_trackingNumber'),
    isIn('trackingNumber', which.numbers),
  );
  const sharing = await lock(
    dialect.byIndex('IX_shipments_sharedNumber'),
    isIn('sharedNumber', which.numbers),
  );
  return [...having, ...sharing];
}

const reportOf = ({
  checkpointDate: date,
  status,
  info,
  location,
  rel,
}: ColumnsOf<Checkpoint>): CheckpointReport => ({ date, status, info, location, rel }) as CheckpointReport;

/** In the order of their arrival. */
async function checkpointsOf(
  rows: readonly TrackedShipment[],
  transaction: Transaction,
): Promise<readonly ColumnsOf<Checkpoint>[]> {
  if (rows.length === 0) return [];
  const of = isIn(
    'shipmentPk',
    rows.map(({ pk }) => pk),
  );
  return transaction.rows<ColumnsOf<Checkpoint>>(
    `SELECT ${selectList(Checkpoint)} FROM ${checkpointsTable.table} WHERE ${of.sql} ORDER BY ${checkpointsTable.pk}`,
    of.params,
  );
}
