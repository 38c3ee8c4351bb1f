import { isISO31661Alpha2 } from 'class-validator';
import { carrierTime, type Where } from '../carrier-time.js';
import type { CheckpointReport } from '../tracking-update.js';
import type { TrackingStatus } from '../tracking-statuses.js';

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

/**
 * The newest reports, and what the provider concludes of them: where the last one does not say what the parcel's status
 * is, the conclusion becomes a report of its own at the same moment. So a report stays what it was when a newer one comes.
 */
export function concluded(
  reports: readonly CheckpointReport[],
  status: TrackingStatus | undefined,
): readonly CheckpointReport[] {
  const newest = reports.toSorted((a, b) => (a.date < b.date ? 1 : a.date > b.date ? -1 : 0));
  const [last] = newest;
  const kept = newest.slice(0, MOST_CHECKPOINTS);
  if (!last || status === undefined || last.status !== null) return kept;
  return [{ date: last.date, status, info: null, location: null, rel: last.rel }, ...kept];
}
