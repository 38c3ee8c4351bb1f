import { isISO31661Alpha2 } from 'class-validator';
import { toMilliseconds } from '../../../core/metadata/datetime.js';
import { carrierTime, type Where } from '../carrier-time.js';
import type { CheckpointReport } from '../tracking-update.js';
import { hasMoved } from '../clocks.js';
import { oldestFirst } from '../equal-times.js';
import { isAllowedTransition } from '../status-transitions.js';
import { kindOf, type TrackingStatus } from '../tracking-statuses.js';

/** Of one parcel the newest so many checkpoints are taken. */
const MAX_CHECKPOINTS = 200;

/** Follows a path into JSON that may be anything. */
export function valueAt(value: unknown, ...path: readonly string[]): unknown {
  let at = value;
  for (const key of path) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, key)) return undefined;
    at = (at as Readonly<Record<string, unknown>>)[key];
  }
  return at;
}

export const arrayFrom = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? (value as unknown[]) : [];

/** Text as every database keeps it, cut to its longest; null when there is none. */
export function textFrom(value: unknown, longest: number): string | null {
  if (typeof value !== 'string') return null;
  const text = [...value.toWellFormed().replaceAll('\0', '').trim()].slice(0, longest).join('');
  return text === '' ? null : text;
}

/** A date and a time in two fields, `{"date": "2026-06-27", "time": "09:05 PM"}`, in stored form; the day alone will do. */
export const dateFrom = (date: unknown, time: unknown, where: Where): string | undefined =>
  (typeof date === 'string' && typeof time === 'string' && time !== ''
    ? carrierTime(`${date.trim()} ${time.trim()}`, where)
    : undefined) ?? carrierTime(date, where);

export const countryCodeFrom = (value: unknown): string | undefined =>
  typeof value === 'string' && isISO31661Alpha2(value.toUpperCase()) ? value.toUpperCase() : undefined;

/** Statuses that say more than the one status that a provider gives a parcel. */
const FINER_STATUSES: Readonly<Partial<Record<TrackingStatus, readonly TrackingStatus[]>>> = {
  in_transit: ['customs_clearance'],
  exception: ['customs_clearance', 'return_to_sender', 'cancelled'],
};

/**
 * The newest reports, with statuses that end in the status that the provider gives the parcel itself (`conclusion`). The last
 * report with that status decides: reports after it do not change the status. Where no report has it, the newest gets it.
 */
export function withFinalStatus(
  reports: readonly CheckpointReport[],
  conclusion: TrackingStatus | undefined,
): readonly CheckpointReport[] {
  const newest = oldestFirst(reports).toReversed().slice(0, MAX_CHECKPOINTS);
  const [last] = newest;
  if (!last || conclusion === undefined || conclusion === 'no_info') return newest;
  // a parcel that was scanned on its way is not waiting for the carrier
  if (kindOf(conclusion) === 'idle' && newest.some(hasMovedBy)) return newest;
  if (last.status !== null && FINER_STATUSES[conclusion]?.includes(last.status)) return newest;
  const verdict = expiredUnlessMoving(conclusion, newest);
  const at = Math.max(
    newest.findIndex(({ status }) => status === verdict),
    0,
  );
  const telling: DecisiveReport = { ...(newest[at] ?? last), status: verdict };
  const overruled = (report: CheckpointReport): CheckpointReport => ({
    ...report,
    status: null,
    isOverruled: true,
  });
  return [
    ...newest.slice(0, at).map((report) => (isAfterDecision(report, telling) ? overruled(report) : report)),
    telling,
    ...newest.slice(at + 1).map((report) => (isRevokedEnd(report, telling) ? overruled(report) : report)),
  ];
}

const hasMovedBy = ({ status }: CheckpointReport): boolean => status !== null && hasMoved(status);

type DecisiveReport = CheckpointReport & { readonly status: TrackingStatus };

const isEnd = (status: TrackingStatus): boolean => kindOf(status) === 'final';

/** A report after the one that decides. But the carrier that delivers knows of the end before the first carrier does. */
const isAfterDecision = ({ status, rel }: CheckpointReport, telling: DecisiveReport): boolean =>
  status !== null && !(isEnd(status) && !isEnd(telling.status) && rel !== telling.rel);

/** An end before the report that decides, which that could not follow: it was none. */
const isRevokedEnd = ({ status, date }: CheckpointReport, telling: DecisiveReport): boolean =>
  status !== null &&
  isEnd(status) &&
  !isAllowedTransition(telling.status, status, toMilliseconds(telling.date) - toMilliseconds(date));

/** A provider's `transit_limit_exceeded` is `expired` for a parcel that has not moved. */
const expiredUnlessMoving = (
  conclusion: TrackingStatus,
  reports: readonly CheckpointReport[],
): TrackingStatus =>
  conclusion === 'transit_limit_exceeded' &&
  reports.every(({ status }) => status === null || kindOf(status) === 'idle')
    ? 'expired'
    : conclusion;
