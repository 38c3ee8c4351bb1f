/** Whether a parcel comes by the carrier's date. `unknown`: the carrier has told none, or nothing is known of the parcel. */
export const ON_TIME = ['early', 'on_time', 'at_risk', 'late', 'unknown'] as const;
export type OnTime = (typeof ON_TIME)[number];

/** Probabilities of being after the carrier's date. */
const RISK = 0.3;
const LATE = 0.8;

/** `expected`: days from today. */
export function onTimeOf(days: Float64Array, expected: number): OnTime {
  if (expected < 0) return 'late';
  let before = 0;
  for (let at = 0; at < expected && at < days.length; at++) before += days[at] as number;
  const after = 1 - before - (days[expected] ?? 0);
  if (after >= LATE) return 'late';
  if (after >= RISK) return 'at_risk';
  return before >= LATE ? 'early' : 'on_time';
}
