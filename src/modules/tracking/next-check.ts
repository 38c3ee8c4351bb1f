import { kindOf, type TrackingStatus } from './tracking-statuses.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** Pause after an answer, by status; statuses that are not here have the default. */
const PAUSE_BY_STATUS: Readonly<Partial<Record<TrackingStatus, number>>> = {
  no_info: 6 * HOUR,
  pre_transit: 6 * HOUR,
  delivery_in_progress: HOUR,
};
const DEFAULT_PAUSE = 4 * HOUR;

/** A provider with which a parcel was just registered has its updates after some minutes. */
const PAUSE_AFTER_REGISTERING = 15 * MINUTE;

/** The pause after the first failure; it doubles with each further one. */
const MIN_RETRY_PAUSE = 5 * MINUTE;
const MAX_RETRY_PAUSE = 24 * HOUR;
/** The longest pause of all. */
export const MAX_PAUSE = MAX_RETRY_PAUSE;

/** No provider tracks the parcel: its carrier may be set later, or another provider be configured. */
const UNTRACKED_PAUSE = 24 * HOUR;

/** The outcome of checking a parcel; `failures` counts those in a row. */
export type CheckOutcome =
  | { readonly kind: 'answered' }
  | { readonly kind: 'failed'; readonly failures: number }
  | { readonly kind: 'just watched' }
  | { readonly kind: 'nobody tracks it' };

/** Milliseconds until the next check, spread at random, a day at most; null after a final status. */
export function pauseBeforeNextCheck(
  status: TrackingStatus,
  outcome: CheckOutcome,
  random = Math.random(),
): number | null {
  if (kindOf(status) === 'final') return null;
  const pause = basePause(status, outcome) * (0.875 + random / 4);
  return Math.min(Math.round(pause), MAX_RETRY_PAUSE);
}

function basePause(status: TrackingStatus, outcome: CheckOutcome): number {
  switch (outcome.kind) {
    case 'answered':
      return PAUSE_BY_STATUS[status] ?? DEFAULT_PAUSE;
    case 'failed':
      return Math.min(MIN_RETRY_PAUSE * 2 ** Math.min(outcome.failures - 1, 20), MAX_RETRY_PAUSE);
    case 'just watched':
      return PAUSE_AFTER_REGISTERING;
    case 'nobody tracks it':
      return UNTRACKED_PAUSE;
  }
}
