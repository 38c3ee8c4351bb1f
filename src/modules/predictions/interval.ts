import { ENOUGH } from './basis.js';
import { quantile } from './chances.js';

/** The share of parcels that arrive from `earliest` to `latest`. */
export const CONFIDENCE = 0.8;

/** By how much an interval is wider where few parcels are known: a share that `ENOUGH` parcels halve. */
const DOUBT = 0.08;

/** The median, and the shortest run of days around it that has the share of `CONFIDENCE`. */
export function intervalOf(days: Float64Array, samples: number): [number, number, number] {
  const wanted = CONFIDENCE + (DOUBT * ENOUGH) / (ENOUGH + samples);
  const likely = quantile(days, 0.5);
  let from = likely;
  let to = likely;
  let sum = days[likely] as number;
  while (sum < wanted && (from > 0 || to < days.length - 1)) {
    const below = from > 0 ? (days[from - 1] as number) : -1;
    const above = to < days.length - 1 ? (days[to + 1] as number) : -1;
    if (above >= below) sum += Math.max(0, days[++to] as number);
    else sum += days[--from] as number;
  }
  // a closed day is nobody's earliest or latest
  while (from < likely && (days[from] as number) === 0) from++;
  while (to > likely && (days[to] as number) === 0) to--;
  return [from, likely, to];
}
