import { toMilliseconds, toStored } from '../../core/metadata/datetime.js';
import { clocksOf, type Clocks, hasMoved, type StatusChange } from './clocks.js';
import { reportedDate } from './equal-times.js';
import { mayFollow } from './following.js';
import { kindOf, type TrackingStatus, type TrackingStatusKind } from './tracking-statuses.js';

const DAY = 86_400_000;

/** Days without any information after which a parcel is `expired`. */
export const SILENT_DAYS = 30;

/** What a carrier reported; the date is in stored form. */
export interface Report {
  readonly date: string;
  /** What it means; null when it means nothing for the status. */
  readonly status: TrackingStatus | null;
  /** Somebody has seen the parcel somewhere, whatever that means. */
  readonly isScan?: boolean;
}

/** What is known of a parcel, apart from what its carrier reported. */
export interface Known {
  readonly createdAt: string;
  /** Since when it has had its tracking number. */
  readonly trackedSince: string;
  /** Days in transit after which its carrier's parcels are `transit_limit_exceeded`. */
  readonly limitDays: number;
  /** Reports that are dated later wait until then; none when it is left out. */
  readonly now?: number;
}

/** What a shipment keeps of its history; moments in stored form. */
export interface Standing extends Clocks {
  readonly trackingStatus: TrackingStatus;
  /** The carrier's date of the last change. */
  readonly lastStatusUpdate: string | null;
  readonly shippedAt: string | null;
  /** When the status changes though nothing is reported: the sweep looks again then. */
  readonly sweepAt: string | null;
}

/** Set because nothing was reported. */
export const isOfSilence = (status: string | null): boolean =>
  status === 'expired' || status === 'transit_limit_exceeded';

/** The clock of a place may be ahead of UTC by so much, and its date be told without an offset. */
const FARTHEST_ZONE = 14 * 3_600_000;

/** Where nobody knows the order of reports with the same date, the one that says most is the last. */
const RANK: Readonly<Record<TrackingStatusKind, number>> = { idle: 0, active: 1, final: 2 };

/**
 * Where a parcel stands, from everything that was reported, in whatever order it came; silence counts until `now`. The status is that of
 * the latest report by the carrier's date, so one that comes late downgrades nothing; a final status is left only by what can
 * follow it. Two statuses follow from silence:
 * `expired` when nothing has happened for 30 days, and `transit_limit_exceeded` when a parcel has been on its way for too
 * long; each is dated to the moment when it became true, whenever somebody looks.
 */
export function standingOf(reports: readonly Report[], known: Known, now: number): Standing {
  const latest = known.now === undefined ? '9' : toStored(known.now + FARTHEST_ZONE);
  const told = reports.filter(({ date }) => date <= latest);
  const telling = told.filter(isTelling).toSorted(byDate);
  const changes: StatusChange[] = [];
  const silentAt = toMilliseconds(known.trackedSince) + SILENT_DAYS * DAY;
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
    if (before && !mayFollow(status, before.status, at - toMilliseconds(before.at))) continue;
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
  const nextLook = Math.min(due?.at ?? Infinity, ...waits.map((at) => at - FARTHEST_ZONE));
  return {
    ...clocks,
    trackingStatus: last?.status ?? 'no_info',
    lastStatusUpdate: last?.at ?? null,
    shippedAt: clocks.transitStartedAt,
    sweepAt: nextLook === Infinity ? null : toStored(nextLook),
  };
}

type Telling = Report & { readonly status: TrackingStatus };

/** `no_info` says that there is nothing to say. */
const isTelling = (report: Report): report is Telling =>
  report.status !== null && report.status !== 'no_info';

function byDate(a: Telling, b: Telling): number {
  if (a.date !== b.date) return a.date < b.date ? -1 : 1;
  return rankOf(a) - rankOf(b);
}

/** The place of a report among those with the same date, where nobody knows their order. */
export const rankOf = ({ status }: Report): number => (status === null ? 0 : RANK[kindOf(status)]);

/** A scan without a status, of a parcel that has moved, is a movement: carriers tell of some only at the end what they were. */
function firstScan(reports: readonly Report[], changes: readonly StatusChange[]): readonly StatusChange[] {
  const moved = changes.find(({ status }) => hasMoved(status));
  const [first] = reports
    .filter(({ isScan, date }) => isScan === true && moved !== undefined && date < moved.at)
    .map(({ date }) => reportedDate(date))
    .toSorted();
  return first === undefined ? [] : [{ status: 'in_transit', at: first }];
}
