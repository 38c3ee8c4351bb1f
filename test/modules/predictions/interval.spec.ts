import { describe, expect, it } from '@jest/globals';
import { Random } from '../../../src/demo/random.js';
import { normalized, quantile, sumOf } from '../../../src/modules/predictions/chances.js';
import { intervalOf } from '../../../src/modules/predictions/interval.js';

/** With that many samples the share of an interval is as good as 80 %. */
const MANY = 1_000_000;

const chances = (shares: Readonly<Record<number, number>>): Float64Array => {
  const days = new Float64Array(260);
  for (const [day, share] of Object.entries(shares)) days[Number(day)] = share;
  // a tail that hardly anybody is in
  for (let day = 20; day < days.length; day++) days[day] = 1e-5;
  return normalized(days);
};

describe('the interval of a prediction', () => {
  it('goes on past a day on which nothing is delivered', () => {
    expect(intervalOf(chances({ 3: 0.3, 5: 0.45, 6: 0.25 }), MANY)).toEqual([3, 5, 6]);
    expect(intervalOf(chances({ 2: 0.3, 3: 0.3, 6: 0.25, 7: 0.15 }), MANY)).toEqual([2, 3, 6]);
  });

  it('is the shortest one around the median that has the share', () => {
    const random = new Random(9);
    for (let round = 0; round < 60; round++) {
      const days = normalized(
        Float64Array.from({ length: 40 }, () => (random.chance(0.4) ? 0 : random.whole(1, 1000) ** 2)),
      );
      const [from, likely, to] = intervalOf(days, MANY);
      expect(likely).toBe(quantile(days, 0.5));
      const share = (first: number, last: number): number => sumOf(days.subarray(first, last + 1));
      expect(share(from, to)).toBeGreaterThanOrEqual(0.8 - 1e-9);
      for (let first = 0; first <= likely; first++)
        for (let last = likely; last < Math.min(days.length, first + to - from); last++)
          expect(share(first, last)).toBeLessThan(0.8001);
    }
  });
});
