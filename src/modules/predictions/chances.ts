// Probabilities of days, the first of which is today

export const sumOf = (values: Float64Array): number => {
  let sum = 0;
  for (let at = 0; at < values.length; at++) sum += values[at] as number;
  return sum;
};

export function normalized(values: Float64Array): Float64Array {
  const sum = sumOf(values);
  if (sum > 0) for (let at = 0; at < values.length; at++) values[at] = (values[at] as number) / sum;
  return values;
}

export function quantile(days: Float64Array, share: number): number {
  let sum = 0;
  for (let at = 0; at < days.length; at++) {
    sum += days[at] as number;
    if (sum >= share - 1e-12) return at;
  }
  return days.length - 1;
}

/** The mean distance from the median, in days. */
export function spread(days: Float64Array): number {
  const middle = quantile(days, 0.5);
  let sum = 0;
  for (let at = 0; at < days.length; at++) sum += (days[at] as number) * Math.abs(at - middle);
  return sum;
}
