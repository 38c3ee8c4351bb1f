import { toMilliseconds, wholeDays } from '../../core/metadata/datetime.js';
import { kindOf, type TrackingStatus } from './tracking-statuses.js';

/** A shipment entered a status; the moment is in stored form, `2026-01-02 10:01:00.000000`. */
export interface StatusChange {
  readonly status: TrackingStatus;
  readonly at: string;
}

/** What a shipment keeps of its clocks; `daysInTransit` and `daysInIdle` are derived from it and from now. */
export interface Clocks {
  /** Of the first real movement: an active status, or one that no parcel has without having moved; null before it. */
  readonly transitStartedAt: string | null;
  /** Whole days from there to the end; null while the parcel is on its way, or when it never was. */
  readonly transitDays: number | null;
  /** Whole days from creation to the first active or final status; null while there was none. */
  readonly idleDays: number | null;
}

/**
 * The clocks of a shipment after all its status changes, in any order. The end is the first of the final statuses that
 * close the history: what comes after one and is not final sets the parcel on its way again.
 */
export function clocksOf(createdAt: string, changes: readonly StatusChange[]): Clocks {
  const history = changes.toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  const started = history.find(({ status }) => hasMoved(status));
  const left = history.find(({ status }) => kindOf(status) !== 'idle');
  const lastOpen = history.findLastIndex(({ status }) => kindOf(status) !== 'final');
  const ended = history[lastOpen + 1];
  return {
    transitStartedAt: started?.at ?? null,
    transitDays: started && ended ? daysBetween(started.at, ended.at) : null,
    idleDays: left ? daysBetween(createdAt, left.at) : null,
  };
}

const MOVED: ReadonlySet<TrackingStatus> = new Set([
  'delivered',
  'return_to_sender',
  'transit_limit_exceeded',
]);

/** Whether a parcel with this status has moved, also when that is the first that is heard of it. */
export const hasMoved = (status: TrackingStatus): boolean => kindOf(status) === 'active' || MOVED.has(status);

const daysBetween = (from: string, to: string): number => wholeDays(toMilliseconds(from), toMilliseconds(to));
