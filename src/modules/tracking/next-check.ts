import { kindOf, type TrackingStatus } from './tracking-statuses.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** How long nobody is asked after an answer; other active statuses change as seldom as `in_transit`. */
const PAUSES: Readonly<Partial<Record<TrackingStatus, number>>> = {
  no_info: 6 * HOUR,
  pre_transit: 6 * HOUR,
  delivery_in_progress: HOUR,
};
const USUAL_PAUSE = 4 * HOUR;

/** A provider that has just been asked to watch a parcel knows of it after some minutes. */
const FIRST_PAUSE = 15 * MINUTE;

/** After the first failure; each further one doubles it. */
const SHORTEST_RETRY = 5 * MINUTE;
const LONGEST_RETRY = 24 * HOUR;
/** The longest that a parcel is left alone. */
export const LONGEST_PAUSE = LONGEST_RETRY;

/** A parcel of which nobody can tell: its carrier may be told later, or another provider configured. */
const UNTRACKED_PAUSE = 24 * HOUR;

/** What came of asking for a parcel: the last failures in a row, or why there is nothing to tell. */
export type Outcome =
  | { readonly kind: 'answered' }
  | { readonly kind: 'failed'; readonly failures: number }
  | { readonly kind: 'just watched' }
  | { readonly kind: 'nobody tracks it' };

/** Milliseconds until a parcel is asked for again, spread at random, a day at most; null after a final status. */
export function pauseAfter(status: TrackingStatus, outcome: Outcome, random = Math.random()): number | null {
  if (kindOf(status) === 'final') return null;
  const pause = usualPause(status, outcome) * (0.875 + random / 4);
  return Math.min(Math.round(pause), LONGEST_RETRY);
}

function usualPause(status: TrackingStatus, outcome: Outcome): number {
  switch (outcome.kind) {
    case 'answered':
      return PAUSES[status] ?? USUAL_PAUSE;
    case 'failed':
      return Math.min(SHORTEST_RETRY * 2 ** Math.min(outcome.failures - 1, 20), LONGEST_RETRY);
    case 'just watched':
      return FIRST_PAUSE;
    case 'nobody tracks it':
      return UNTRACKED_PAUSE;
  }
}
