import { toMilliseconds, toStored } from '../resource/datetime.js';
import { clocksOf, type Clocks, type StatusChange } from './clocks.js';
import { kindOf, type TrackingStatus, type TrackingStatusKind } from './tracking-statuses.js';

const DAY = 86_400_000;

/** Days without any information after which a parcel is `expired`. */
export const SILENT_DAYS = 30;

/** What a carrier reported; the date is in stored form. */
export interface Report {
  readonly date: string;
  /** What it means; null when it means nothing for the status. */
  readonly status: TrackingStatus | null;
}

/** What is known of a parcel, apart from what its carrier reported. */
export interface Known {
  readonly createdAt: string;
  /** Since when it has had its tracking number. */
  readonly trackedSince: string;
  /** Days in transit after which its carrier's parcels are `transit_limit_exceeded`. */
  readonly limitDays: number;
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

/** Of reports with the same date the one that says most is the last. */
const RANK: Readonly<Record<TrackingStatusKind, number>> = { idle: 0, active: 1, final: 2 };

/**
 * Where a parcel stands, from everything that was reported, in whatever order it came; silence counts until `now`. The status is that of
 * the latest report by the carrier's date, so one that comes late downgrades nothing. Two statuses follow from silence:
 * `expired` when nothing has happened for 30 days, and `transit_limit_exceeded` when a parcel has been on its way for too
 * long; each is dated to the moment when it became true, whenever somebody looks.
 */
export function standingOf(reports: readonly Report[], known: Known, now: number): Standing {
  const telling = reports.filter(isTelling).toSorted(byDate);
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
    changes.push({ status, at: date });
    const kind = kindOf(status);
    if (kind === 'active') {
      if (due?.status !== 'transit_limit_exceeded')
        due = { at: at + limit, status: 'transit_limit_exceeded' };
    } else if (kind === 'final' || due?.status === 'expired') due = undefined;
  }
  pass(now);
  const last = changes.at(-1);
  const clocks = clocksOf(known.createdAt, changes);
  return {
    ...clocks,
    trackingStatus: last?.status ?? 'no_info',
    lastStatusUpdate: last?.at ?? null,
    shippedAt: clocks.transitStartedAt,
    sweepAt: due ? toStored(due.at) : null,
  };
}

type Telling = Report & { readonly status: TrackingStatus };

/** `no_info` says that there is nothing to say. */
const isTelling = (report: Report): report is Telling =>
  report.status !== null && report.status !== 'no_info';

function byDate(a: Telling, b: Telling): number {
  if (a.date !== b.date) return a.date < b.date ? -1 : 1;
  return RANK[kindOf(a.status)] - RANK[kindOf(b.status)];
}
