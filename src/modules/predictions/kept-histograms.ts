import { type Counts, parseCounts } from './cells.js';
import { weighted, type WeightedCounts } from './history.js';

/** A month's counts as they are stored. */
export interface StoredMonth {
  readonly month: number;
  readonly text: string;
}

/** Characters of histograms that are kept at most. */
const MAX_LENGTH = 32_000_000;

/** Milliseconds for which a version is believed: an older server in a rolling update counts without giving a new one. */
const BELIEVED_MS = 60_000;

interface Kept {
  readonly months: readonly StoredMonth[];
  readonly length: number;
  readonly counts: WeightedCounts | undefined;
  readonly version: string | undefined;
  readonly readAt: number;
}

/**
 * Histograms as they were read last, with what follows from them: a history changes with each delivery, most of its histograms do not.
 * One that was read in the current version of its workspaces is that which is stored. Others are read again and compared character by
 * character, so a prediction is the same with what is kept and without.
 */
export class KeptHistograms {
  private readonly places = new Map<string, Map<string, Kept>>();
  private length = 0;

  /**
   * What was read in a version; undefined when nothing was.
   * @param place whose histograms, and the month in which they count.
   */
  known(place: string, key: string, version: string): Pick<Kept, 'counts'> | undefined {
    const kept = this.places.get(place)?.get(key);
    const isCurrent = kept?.version === version && performance.now() - kept.readAt < BELIEVED_MS;
    return isCurrent ? kept : undefined;
  }

  /** What is stored in a version (undefined where there is none) as it counts in a month. */
  of(
    place: string,
    key: string,
    months: readonly StoredMonth[],
    now: number,
    version: string | undefined,
  ): WeightedCounts | undefined {
    const histograms = this.places.get(place) ?? new Map<string, Kept>();
    this.places.set(place, histograms);
    const known = histograms.get(key);
    this.forget(histograms, key);
    const counts = known && areSame(known.months, months) ? known.counts : countsOf(months, now);
    const length = months.reduce((sum, { text }) => sum + text.length, key.length);
    histograms.set(key, { months, length, counts, version, readAt: performance.now() });
    this.length += length;
    if (this.length > MAX_LENGTH) this.forgetOldest();
    return counts;
  }

  private forgetOldest(): void {
    for (const [place, histograms] of this.places) {
      for (const key of histograms.keys()) {
        if (this.length <= MAX_LENGTH) return;
        this.forget(histograms, key);
      }
      this.places.delete(place);
    }
  }

  private forget(histograms: Map<string, Kept>, key: string): void {
    this.length -= histograms.get(key)?.length ?? 0;
    histograms.delete(key);
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
