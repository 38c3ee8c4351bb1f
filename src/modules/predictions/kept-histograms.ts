import { type Counts, parseCounts } from './cells.js';
import { weighted, type WeightedCounts } from './history.js';

/** A month's counts as they are stored. */
export interface StoredMonth {
  readonly month: number;
  readonly text: string;
}

/** Characters of histograms that are kept at most. */
const MAX_LENGTH = 32_000_000;

interface Kept {
  readonly months: readonly StoredMonth[];
  readonly length: number;
  readonly counts: WeightedCounts | undefined;
}

/**
 * Histograms as they were read last, with what follows from them: a history changes with each delivery, most of its histograms do not.
 * What is stored is compared character by character, so a prediction is the same with it and without.
 */
export class KeptHistograms {
  private readonly kept = new Map<string, Kept>();
  private length = 0;

  /** @param name tells histograms of different workspaces apart. `now`: the month in which they count. */
  of(name: string, months: readonly StoredMonth[], now: number): WeightedCounts | undefined {
    const key = `${now} ${name}`;
    const known = this.kept.get(key);
    if (known) this.forget(key, known);
    const counts = known && areSame(known.months, months) ? known.counts : countsOf(months, now);
    const length = months.reduce((sum, { text }) => sum + text.length, key.length);
    this.kept.set(key, { months, length, counts });
    this.length += length;
    for (const [oldest, each] of this.kept) {
      if (this.length <= MAX_LENGTH) break;
      this.forget(oldest, each);
    }
    return counts;
  }

  private forget(key: string, { length }: Kept): void {
    this.kept.delete(key);
    this.length -= length;
  }
}

const areSame = (some: readonly StoredMonth[], others: readonly StoredMonth[]): boolean =>
  some.length === others.length &&
  some.every(({ month, text }, at) => others[at]?.month === month && others[at].text === text);

const countsOf = (months: readonly StoredMonth[], now: number): WeightedCounts | undefined =>
  weighted(
    months.map(({ month, text }): [number, Counts] => [month, parseCounts(text)]),
    now,
  );
