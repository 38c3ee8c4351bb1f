import type { CellCode, Counts } from './cells.js';

/** The histogram of a level as it counts today. */
export interface WeightedCounts {
  /** By cell; older months count less. */
  readonly weights: ReadonlyMap<CellCode, number>;
  /** What all cells weigh together. */
  readonly weight: number;
  /** Parcels. */
  readonly samples: number;
}

/** The histograms that predictions are made of, by key. Those of all workspaces of the team are asked for by `ofTeam`. */
export interface History {
  of(key: string): WeightedCounts | undefined;
  ofTeam(key: string): WeightedCounts | undefined;
}

/** Months before the current one that count. */
export const MAX_AGE_MONTHS = 12;

/** What a parcel of the month before last weighs, against one of this month or the last; each month more, so much less again. */
const MONTHLY = 0.85;

/** What a parcel that was delivered some months ago weighs. */
export const weightOf = (age: number): number =>
  age < 0 || age > MAX_AGE_MONTHS ? 0 : age <= 1 ? 1 : MONTHLY ** (age - 1);

/** The histograms of a key by month, as they count in a month. */
export function weighted(
  months: Iterable<readonly [month: number, counts: Counts]>,
  now: number,
): WeightedCounts | undefined {
  const weights = new Map<CellCode, number>();
  let weight = 0;
  let samples = 0;
  for (const [month, counts] of months) {
    const each = weightOf(now - month);
    if (each === 0) continue;
    for (const [code, count] of counts) {
      weights.set(code, (weights.get(code) ?? 0) + count * each);
      weight += count * each;
      samples += count;
    }
  }
  return samples === 0 ? undefined : { weights, weight, samples };
}
