import { randomUUID } from 'node:crypto';
import { insertAll } from '../../core/database/insert.js';
import { type Condition, isIn, type Stored } from '../../core/metadata/condition.js';
import type { Transaction } from '../../core/metadata/transaction.js';
import { heldNumber } from '../shipments/held-number.js';
import type { Shipment } from '../shipments/shipment.entity.js';
import { touch } from '../../core/store/touch.js';
import { countryColumns } from './country-columns.js';
import { isOfSilence, standingOf } from './history.js';
import { KnownReports } from './known-reports.js';
import { withScan } from './scans.js';
import { concerns, toldCarrier } from './told-carrier.js';
import type { TransitLimits } from './transit-limits.js';
import type { CheckpointReport, Reached, TrackingUpdate } from './tracking-update.js';

const COLUMNS = [
  'pk',
  'workspacePk',
  'trackingNumber',
  'sharedNumber',
  'trackingStatus',
  'createdAt',
  'trackedSince',
  'originCarrier',
  'carrierIsDetected',
  'destinationCarrier',
  'originCountry',
  'originCountryFolded',
  'originCountryIso2',
  'destinationCountry',
  'destinationCountryFolded',
  'destinationCountryIso2',
  'expectedDeliveryDate',
  'transitStartedAt',
  'transitDays',
  'idleDays',
  'shippedAt',
  'lastStatusUpdate',
  'sweepAt',
] as const satisfies readonly (keyof Shipment)[];

type Tracked = Pick<Shipment, (typeof COLUMNS)[number]>;
type Kept = CheckpointReport & { readonly pk: number; readonly shipmentPk: number };

/** Which shipments are brought up to date; they stay locked until the unit ends. */
export type Which =
  | { readonly numbers: readonly string[] }
  | { readonly pks: readonly number[] }
  /** Those whose `sweepAt` has come, but not the ones that another process holds. */
  | { readonly sweptBefore: string; readonly limit: number };

export interface Tracking {
  readonly transaction: Transaction;
  readonly limits: TransitLimits;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** Statuses that follow from silence are set. */
  readonly sweeps?: boolean;
  /** The updates are all that a provider tells of its parcels, once more: it may judge events otherwise than before. */
  readonly isJudgedAnew?: boolean;
}

/**
 * Applies what providers report to every shipment with these numbers, in all workspaces; what is known already changes
 * nothing. A shipment whose carrier was chosen takes no news of a carrier that has nothing to do with it.
 * @returns what each update reached, in their order
 */
export async function applyUpdates(
  updates: readonly TrackingUpdate[],
  tracking: Tracking,
): Promise<readonly Reached[]> {
  const numbers = [...new Set(updates.map(({ trackingNumber }) => trackingNumber))];
  const parcels = await Parcels.load({ numbers }, tracking);
  const reached = updates.map((update) =>
    parcels.take(
      update,
      updates.filter(({ trackingNumber }) => trackingNumber === update.trackingNumber),
    ),
  );
  await parcels.save();
  return reached;
}

/** Applies news to one shipment, whatever its number. */
export async function applyTo(
  pk: number,
  update: Omit<TrackingUpdate, 'trackingNumber'>,
  tracking: Tracking,
): Promise<void> {
  const parcels = await Parcels.load({ pks: [pk] }, tracking);
  parcels.takeAll(update);
  await parcels.save();
}

/** Lets time pass for some shipments. @returns how many there were. */
export async function sweep(which: Which, tracking: Tracking): Promise<number> {
  const parcels = await Parcels.load(which, { ...tracking, sweeps: true });
  await parcels.save();
  return parcels.size;
}

/** Shipments with their checkpoints, locked, brought up to date in memory and saved together. */
class Parcels {
  private readonly byNumber = new Map<string, Tracked[]>();
  private readonly before: ReadonlyMap<Tracked, Tracked>;

  private constructor(
    private readonly rows: readonly Tracked[],
    private readonly kept: ReadonlyMap<number, KnownReports>,
    private readonly tracking: Tracking,
  ) {
    this.before = new Map(rows.map((row) => [row, { ...row }]));
    for (const row of rows) {
      const number = heldNumber(row) ?? '';
      const same = this.byNumber.get(number);
      if (same) same.push(row);
      else this.byNumber.set(number, [row]);
    }
  }

  static async load(which: Which, tracking: Tracking): Promise<Parcels> {
    const { transaction } = tracking;
    const rows = await lockShipments(which, transaction);
    const kept = await checkpointsOf(rows, transaction);
    const known = rows.map(({ pk }): [number, KnownReports] => {
      const reports = kept.filter(({ shipmentPk }) => shipmentPk === pk);
      return [
        pk,
        new KnownReports(
          reports.map((report) => ({ pk: report.pk, report })),
          tracking.isJudgedAnew === true,
        ),
      ];
    });
    return new Parcels(rows, new Map(known), tracking);
  }

  get size(): number {
    return this.rows.length;
  }

  /** `all`: everything that is told of the number. */
  take(update: TrackingUpdate, all: readonly TrackingUpdate[]): Reached {
    const same = this.byNumber.get(update.trackingNumber) ?? [];
    const rows = same.filter((row) => concerns(update, row, all));
    let checkpoints = 0;
    for (const row of rows) {
      Object.assign(row, toldCarrier(update, row, all));
      checkpoints += this.takeFor(row, update);
    }
    return { shipments: rows.length, checkpoints };
  }

  takeAll(update: Omit<TrackingUpdate, 'trackingNumber'>): void {
    for (const row of this.rows) this.takeFor(row, update);
  }

  /** @returns how many checkpoints were new. */
  private takeFor(row: Tracked, update: Omit<TrackingUpdate, 'trackingNumber'>): number {
    row.destinationCarrier = update.destinationCarrier ?? row.destinationCarrier;
    row.expectedDeliveryDate = update.expectedDeliveryDate ?? row.expectedDeliveryDate;
    if (update.originCountryIso2 !== undefined)
      Object.assign(row, countryColumns('origin', update.originCountryIso2));
    if (update.destinationCountryIso2 !== undefined)
      Object.assign(row, countryColumns('destination', update.destinationCountryIso2));
    return this.kept.get(row.pk)?.take(update.checkpoints, this.tracking.now) ?? 0;
  }

  async save(): Promise<void> {
    await this.saveCheckpoints();
    for (const row of this.rows) {
      this.settle(row);
      await this.update(row);
    }
  }

  /** The status and the clocks, from everything that is known now. */
  private settle(row: Tracked): void {
    if (heldNumber(row) === null) return;
    const reports = (this.kept.get(row.pk)?.reports ?? []).map(withScan);
    const { createdAt } = row;
    const known = {
      createdAt,
      trackedSince: row.trackedSince ?? createdAt,
      limitDays: this.tracking.limits.of(row.originCarrier),
      now: this.tracking.now,
    };
    Object.assign(row, standingOf(reports, known, this.passed(row)));
  }

  /** Until when silence counts: the sweep says when a parcel has been silent for too long, and news do not take that back. */
  private passed({ trackingStatus }: Tracked): number {
    const { now, sweeps } = this.tracking;
    return sweeps === true || isOfSilence(trackingStatus) ? now : -Infinity;
  }

  private async saveCheckpoints(): Promise<void> {
    const { transaction } = this.tracking;
    const inserted: Stored[][] = [];
    for (const row of this.rows) {
      const { pk, workspacePk } = row;
      const { added = [], changed = [] } = this.kept.get(pk) ?? {};
      for (const { date, status, info, location, rel } of added)
        inserted.push([randomUUID(), workspacePk, pk, date, status, info, location, rel, transaction.moment]);
      for (const { date, status, info, location, pk: checkpointPk } of changed)
        await transaction.run(
          'UPDATE checkpoints SET checkpointDate = ?, status = ?, info = ?, location = ? WHERE pk = ?',
          [date, status, info, location, checkpointPk],
        );
      if (added.length + changed.length > 0) touch('shipments', row, [], transaction);
    }
    for (let at = 0; at < inserted.length; at += AT_ONCE)
      await insertAll(transaction, 'checkpoints', CHECKPOINT_COLUMNS, inserted.slice(at, at + AT_ONCE));
  }

  private async update(row: Tracked): Promise<void> {
    const before = this.before.get(row);
    const changed = COLUMNS.filter((column) => row[column] !== before?.[column]);
    if (changed.length === 0) return;
    const { transaction } = this.tracking;
    const set = [...changed, 'updatedAt'].map((column) => `${column} = ?`).join(', ');
    const values = [...changed.map((column) => row[column]), transaction.moment, row.pk];
    await transaction.run(`UPDATE shipments SET ${set} WHERE pk = ?`, values);
    touch<Shipment>('shipments', row, changed, transaction);
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
];

/** Checkpoints that are written with one statement. */
const AT_ONCE = 1000;

const SELECTED = COLUMNS.map((column) => `${column} AS ${column}`).join(', ');

/** Always in the same order, so that units that lock several do not wait for each other in a circle. */
async function lockShipments(which: Which, transaction: Transaction): Promise<Tracked[]> {
  const { dialect } = transaction;
  if ('sweptBefore' in which) {
    return transaction.rows<Tracked>(
      `SELECT ${SELECTED} FROM shipments WHERE sweepAt <= ? ORDER BY sweepAt LIMIT ?${dialect.forUpdateUnlessLocked}`,
      [which.sweptBefore, which.limit],
    );
  }
  // a scan in the order of keys would lock the whole table
  const lock = (hint: string, of: Condition): Promise<Tracked[]> =>
    transaction.rows<Tracked>(
      `SELECT ${SELECTED} FROM shipments${hint} WHERE ${of.sql} ORDER BY pk${dialect.forUpdate}`,
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

/** In the order of their arrival. */
async function checkpointsOf(rows: readonly Tracked[], transaction: Transaction): Promise<readonly Kept[]> {
  if (rows.length === 0) return [];
  const of = isIn(
    'shipmentPk',
    rows.map(({ pk }) => pk),
  );
  return transaction.rows<Kept>(
    `SELECT pk AS pk, shipmentPk AS shipmentPk, checkpointDate AS date, status AS status, info AS info, location AS location, rel AS rel
      FROM checkpoints WHERE ${of.sql} ORDER BY pk`,
    of.params,
  );
}
