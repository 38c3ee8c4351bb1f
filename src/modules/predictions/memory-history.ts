import type { CellCode } from './cells.js';
import { type Day, monthOf } from './days.js';
import { type History, weighted, type WeightedCounts } from './history.js';
import { contributionsOf, type Sample } from './sample.js';

type Months = Map<number, Map<CellCode, number>>;

/** The histograms of a workspace in memory. */
export class MemoryHistograms {
  private readonly byKey = new Map<string, Months>();
  /** As they were on the day on which they were asked for first. */
  private readonly cached = new Map<
    string,
    { readonly day: Day; readonly counts: WeightedCounts | undefined }
  >();

  /** Counts a sample, or takes it back with -1. */
  add(sample: Sample, count = 1): void {
    for (const { key, month, code } of contributionsOf(sample)) {
      const months = this.byKey.get(key) ?? new Map<number, Map<CellCode, number>>();
      this.byKey.set(key, months);
      const cells = months.get(month) ?? new Map<CellCode, number>();
      months.set(month, cells);
      cells.set(code, (cells.get(code) ?? 0) + count);
    }
  }

  /** As it counts on a day; what is added later on the day counts from the next day on. */
  of(key: string, day: Day): WeightedCounts | undefined {
    const known = this.cached.get(key);
    if (known?.day === day) return known.counts;
    const counts = weighted(this.byKey.get(key) ?? [], monthOf(day));
    this.cached.set(key, { day, counts });
    return counts;
  }

  /** All histograms: key, month, cells. */
  *[Symbol.iterator](): Generator<
    readonly [key: string, month: number, cells: ReadonlyMap<CellCode, number>]
  > {
    for (const [key, months] of this.byKey) for (const [month, cells] of months) yield [key, month, cells];
  }
}

/** The history of one workspace, whose team has no other. */
export const historyOf = (histograms: MemoryHistograms, day: Day): History => ({
  of: (key) => histograms.of(key, day),
  ofTeam: (key) => histograms.of(key, day),
});
