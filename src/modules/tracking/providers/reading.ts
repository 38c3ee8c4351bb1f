import { isISO31661Alpha2 } from 'class-validator';
import { toMilliseconds } from '../../../core/metadata/datetime.js';
import { carrierTime, type Where } from '../carrier-time.js';
import type { CheckpointReport } from '../tracking-update.js';
import { hasMoved } from '../clocks.js';
import { oldestFirst } from '../equal-times.js';
import { mayFollow } from '../following.js';
import { kindOf, type TrackingStatus } from '../tracking-statuses.js';

/** Checkpoints of one parcel that are taken, the newest ones. */
const MOST_CHECKPOINTS = 200;

/** Follows a path into JSON that may be anything. */
export function inside(value: unknown, ...path: readonly string[]): unknown {
  let at = value;
  for (const key of path) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, key)) return undefined;
    at = (at as Readonly<Record<string, unknown>>)[key];
  }
  return at;
}

export const listIn = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? (value as unknown[]) : [];

/** Text as every database keeps it, cut to its longest; null when there is none. */
export function words(value: unknown, longest: number): string | null {
  if (typeof value !== 'string') return null;
  const text = [...value.toWellFormed().replaceAll('\0', '').trim()].slice(0, longest).join('');
  return text === '' ? null : text;
}

/** A date and a time in two fields, `{"date": "2026-06-27", "time": "09:05 PM"}`, in stored form; the day alone will do. */
export const timeOf = (date: unknown, time: unknown, where: Where): string | undefined =>
  (typeof date === 'string' && typeof time === 'string' && time !== ''
    ? carrierTime(`${date.trim()} ${time.trim()}`, where)
    : undefined) ?? carrierTime(date, where);

export const country = (value: unknown): string | undefined =>
  typeof value === 'string' && isISO31661Alpha2(value.toUpperCase()) ? value.toUpperCase() : undefined;

/** Statuses that are finer than what a provider calls a parcel by one word. */
const FINER: Readonly<Partial<Record<TrackingStatus, readonly TrackingStatus[]>>> = {
  in_transit: ['customs_clearance'],
  exception: ['customs_clearance', 'return_to_sender', 'cancelled'],
};

/**
 * The newest reports, as the provider's conclusion has it. The last one that says the same is the last that counts: what is
 * scanned after it says nothing for the status. Where none says so, the newest report means what is concluded.
 */
export function concluded(
  reports: readonly CheckpointReport[],
  conclusion: TrackingStatus | undefined,
): readonly CheckpointReport[] {
  const newest = oldestFirst(reports).toReversed().slice(0, MOST_CHECKPOINTS);
  const [last] = newest;
  if (!last || conclusion === undefined || conclusion === 'no_info') return newest;
  // a parcel that was scanned on its way is not waiting for the carrier
  if (kindOf(conclusion) === 'idle' && newest.some(hasMovedBy)) return newest;
  if (last.status !== null && FINER[conclusion]?.includes(last.status)) return newest;
  const verdict = silent(conclusion, newest);
  const at = Math.max(
    newest.findIndex(({ status }) => status === verdict),
    0,
  );
  const telling: Telling = { ...(newest[at] ?? last), status: verdict };
  const overruled = (report: CheckpointReport): CheckpointReport => ({
    ...report,
    status: null,
    isOverruled: true,
  });
  return [
    ...newest.slice(0, at).map((report) => (isStray(report, telling) ? overruled(report) : report)),
    telling,
    ...newest.slice(at + 1).map((report) => (isNoEnd(report, telling) ? overruled(report) : report)),
  ];
}

const hasMovedBy = ({ status }: CheckpointReport): boolean => status !== null && hasMoved(status);

type Telling = CheckpointReport & { readonly status: TrackingStatus };

const isEnd = (status: TrackingStatus): boolean => kindOf(status) === 'final';

/** What is scanned after the report that counts. But the carrier that delivers knows of the end before the one in front of it. */
const isStray = ({ status, rel }: CheckpointReport, telling: Telling): boolean =>
  status !== null && !(isEnd(status) && !isEnd(telling.status) && rel !== telling.rel);

/** An end before the report that counts, which that could not follow: it was none. */
const isNoEnd = ({ status, date }: CheckpointReport, telling: Telling): boolean =>
  status !== null &&
  isEnd(status) &&
  !mayFollow(telling.status, status, toMilliseconds(telling.date) - toMilliseconds(date));

/** A provider that hears nothing says only that: whether the parcel is on its way the reports tell. */
const silent = (conclusion: TrackingStatus, reports: readonly CheckpointReport[]): TrackingStatus =>
  conclusion === 'transit_limit_exceeded' &&
  reports.every(({ status }) => status === null || kindOf(status) === 'idle')
    ? 'expired'
    : conclusion;
