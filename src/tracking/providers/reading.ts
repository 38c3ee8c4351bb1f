import { isISO31661Alpha2 } from 'class-validator';
import { carrierTime, type Where } from '../carrier-time.js';
import type { CheckpointReport } from '../tracking-update.js';
import { oldestFirst } from '../equal-times.js';
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
  if (last.status !== null && FINER[conclusion]?.includes(last.status)) return newest;
  const verdict = silent(conclusion, newest);
  const at = newest.findIndex(({ status }) => status === verdict);
  if (at < 0) return [{ ...last, status: verdict }, ...newest.slice(1)];
  const isEnd = (status: TrackingStatus | null): boolean => status !== null && kindOf(status) === 'final';
  // the carrier that delivers knows of the end before the one that is asked for
  const stays = ({ status, rel }: CheckpointReport): boolean =>
    status === null || (isEnd(status) && !isEnd(verdict) && rel !== newest[at]?.rel);
  return newest.map((report, index) =>
    index >= at || stays(report) ? report : { ...report, status: null, isOverruled: true },
  );
}

/** A provider that hears nothing says only that: whether the parcel is on its way the reports tell. */
const silent = (conclusion: TrackingStatus, reports: readonly CheckpointReport[]): TrackingStatus =>
  conclusion === 'transit_limit_exceeded' &&
  reports.every(({ status }) => status === null || kindOf(status) === 'idle')
    ? 'expired'
    : conclusion;
