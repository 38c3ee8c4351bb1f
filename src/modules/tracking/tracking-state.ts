import { toMilliseconds, toStored } from '../../core/metadata/datetime.js';
import { clocksOf, type Clocks, hasMoved, type StatusChange } from './clocks.js';
import { reportedDate } from './equal-times.js';
import { isAllowedTransition } from './status-transitions.js';
import { kindOf, type TrackingStatus, type TrackingStatusKind } from './tracking-statuses.js';

const DAY = 86_400_000;

/** Days without a report after which a parcel is `expired`. */
export const EXPIRES_AFTER_DAYS = 30;

/** A report of a carrier, as far as the status depends on it; the date is in stored form. */
export interface StatusReport {
  readonly date: string;
  /** Null when it does not change the status. */
  readonly status: TrackingStatus | null;
  /** The parcel was scanned somewhere, though nobody says what that means. */
  readonly isScan?: boolean;
}

/** Since when a parcel is tracked, and how long it may take. */
export interface TrackingPeriod {
  readonly createdAt: string;
  /** Since when it has had its tracking number. */
  readonly trackedSince: string;
  /** Days in transit after which its carrier's parcels are `transit_limit_exceeded`. */
  readonly limitDays: number;
  /** Reports that are dated later wait until then; none when it is left out. */
  readonly now?: number;
}

/** The columns of a shipment that follow from its reports; moments are in stored form. */
export interface TrackingState extends Clocks {
  readonly trackingStatus: TrackingStatus;
  /** The carrier's date of the last change. */
  readonly lastStatusUpdate: string | null;
  readonly shippedAt: string | null;
  /** When the delivery was reported that is the end; null while there is none. */
  readonly deliveredAt: string | null;
  /** How often a delivery was tried in vain. */
  readonly failedAttempts: number;
  /** The date of the latest report. */
  readonly lastCheckpointAt: string | null;
  /** When the status changes without a report: the sweeper looks again then. */
  readonly sweepAt: string | null;
}

/** Whether a status is set because nothing was reported. */
export const followsFromSilence = (status: string | null): boolean =>
  status === 'expired' || status === 'transit_limit_exceeded';

/** A report without an offset may be dated by a clock that is so far ahead of UTC. */
const MAX_UTC_OFFSET_MS = 14 * 3_600_000;

/** Of reports with the same date and no known order, the one with the highest rank counts as the last. */
const KIND_RANK: Readonly<Record<TrackingStatusKind, number>> = { idle: 0, active: 1, final: 2 };

/**
 * The state of a parcel that follows from all reports, in whatever order they arrived, and from silence until `now`. The
 * status is that of the latest report by the carrier's date, so a report that arrives late downgrades nothing; a final status
 * is left only by an allowed transition. Two statuses follow from silence: `expired` when nothing has happened for 30 days,
 * and `transit_limit_exceeded` when a parcel has been on its way for too long; each is dated to the moment when it became
 * true, whenever it is computed.
 */
export function trackingState(
  reports: readonly StatusReport[],
  known: TrackingPeriod,
  now: number,
): TrackingState {
  const latest = known.now === undefined ? '9' : toStored(known.now + MAX_UTC_OFFSET_MS);
  const told = reports.filter(({ date }) => date <= latest);
  const telling = told.filter(hasStatus).toSorted(byDate);
  const changes: StatusChange[] = [];
  const silentAt = toMilliseconds(known.trackedSince) + EXPIRES_AFTER_DAYS * DAY;
  const limit = known.limitDays * DAY;
  let due: { readonly at: number; readonly status: TrackingStatus } | undefined = {
    at: silentAt,
    status: 'expired',
  };
  const pass = (at: number): void => {
    if (!due || at < due.at) return;
    changes.push({ status: due.status, at: toStored(due.at) });
    due = undefined;
  };
  for (const { date, status } of telling) {
    const at = toMilliseconds(date);
    pass(at);
    const before = changes.at(-1);
    if (before && !isAllowedTransition(status, before.status, at - toMilliseconds(before.at))) continue;
    changes.push({ status, at: reportedDate(date) });
    const kind = kindOf(status);
    if (kind === 'active') {
      if (due?.status !== 'transit_limit_exceeded')
        due = { at: at + limit, status: 'transit_limit_exceeded' };
    } else if (kind === 'final' || due?.status === 'expired') due = undefined;
  }
  pass(now);
  const last = changes.at(-1);
  const clocks = clocksOf(known.createdAt, [...changes, ...firstScan(told, changes)]);
  const waits = reports.filter((report) => !told.includes(report)).map(({ date }) => toMilliseconds(date));
  const nextLook = Math.min(due?.at ?? Infinity, ...waits.map((at) => at - MAX_UTC_OFFSET_MS));
  return {
    ...clocks,
    trackingStatus: last?.status ?? 'no_info',
    lastStatusUpdate: last?.at ?? null,
    shippedAt: clocks.transitStartedAt,
    // a delivery may be reported more than once
    deliveredAt: changes[changes.findLastIndex(({ status }) => status !== 'delivered') + 1]?.at ?? null,
    failedAttempts: changes.filter(({ status }) => status === 'unsuccessful_delivery').length,
    lastCheckpointAt: latestOf(told),
    sweepAt: nextLook === Infinity ? null : toStored(nextLook),
  };
}

function latestOf(reports: readonly StatusReport[]): string | null {
  let latest = '';
  for (const { date } of reports) if (date > latest) latest = date;
  return latest === '' ? null : reportedDate(latest);
}

type ReportWithStatus = StatusReport & { readonly status: TrackingStatus };

/** `no_info` is no status of its own. */
const hasStatus = (report: StatusReport): report is ReportWithStatus =>
  report.status !== null && report.status !== 'no_info';

function byDate(a: ReportWithStatus, b: ReportWithStatus): number {
  if (a.date !== b.date) return a.date < b.date ? -1 : 1;
  return statusRank(a) - statusRank(b);
}

/** Orders reports with the same date. */
export const statusRank = ({ status }: StatusReport): number =>
  status === null ? 0 : KIND_RANK[kindOf(status)];

/** A scan without a status, of a parcel that has moved, is a movement: carriers tell of some only at the end what they were. */
function firstScan(
  reports: readonly StatusReport[],
  changes: readonly StatusChange[],
): readonly StatusChange[] {
  const moved = changes.find(({ status }) => hasMoved(status));
  const [first] = reports
    .filter(({ isScan, date }) => isScan === true && moved !== undefined && date < moved.at)
    .map(({ date }) => reportedDate(date))
    .toSorted();
  return first === undefined ? [] : [{ status: 'in_transit', at: first }];
}
