import { ENOUGH } from './basis.js';
import { quantile, sumOf } from './chances.js';

/** The share of parcels that arrive from `earliest` to `latest`. */
export const CONFIDENCE = 0.8;

/** By how much an interval is wider where few parcels are known: a share that `ENOUGH` parcels halve. */
const DOUBT = 0.08;

/** Sums of many small shares are not exact. */
const NEGLIGIBLE = 1e-9;

/** The median, and the shortest run of days around it that has the share of `CONFIDENCE`: of several the one with the largest share. */
export function intervalOf(days: Float64Array, samples: number): [number, number, number] {
  const wanted = CONFIDENCE + (DOUBT * ENOUGH) / (ENOUGH + samples) - NEGLIGIBLE;
  const likely = quantile(days, 0.5);
  let run = { from: 0, to: days.length - 1, share: 0 };
  let to = likely;
  let share = sumOf(days.subarray(0, likely + 1));
  for (let from = 0; from <= likely; from++) {
    while (share < wanted && to < days.length - 1) share += days[++to] as number;
    if (share < wanted) break;
    const longer = to - from - (run.to - run.from);
    if (longer < 0 || (longer === 0 && share > run.share)) run = { from, to, share };
    share -= days[from] as number;
  }
  // a closed day is nobody's earliest or latest
  while (run.from < likely && (days[run.from] as number) === 0) run.from++;
  while (run.to > likely && (days[run.to] as number) === 0) run.to--;
  return [run.from, likely, run.to];
}
