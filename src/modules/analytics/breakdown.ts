import { compareKeys, type GroupKey, groupingOf } from './groupings.js';
import type { ListQuery } from './list-query.js';
import { type Metrics, metricsOf, reader, Tally } from './metrics.js';
import type { BreakdownBy } from './question.dto.js';
import type { Subject } from './subject.js';

export type Group = GroupKey & Metrics;

/** The figures of each value, that with most shipments first. @throws BadInput. */
export function breakdownOf(subject: Subject, by: BreakdownBy): readonly Group[] {
  const groups = new Map<string, { readonly key: GroupKey; readonly tally: Tally; list: ListQuery }>();
  for (const part of subject.parts) {
    const { numberOf, keyOf, narrow } = groupingOf(by, part.facts, subject);
    const read = reader(part, subject);
    const tallies = new Map<number, Tally>();
    for (const row of part.rows) {
      const number = numberOf(row);
      let tally = tallies.get(number);
      if (!tally) tallies.set(number, (tally = new Tally()));
      read(row, tally);
    }
    for (const [number, tally] of tallies) {
      const key = keyOf(number);
      const known = groups.get(String(key.key));
      if (known) known.tally.merge(tally);
      else groups.set(String(key.key), { key, tally, list: narrow(subject.list, key) });
    }
  }
  return [...groups.values()]
    .sort((a, b) => b.tally.count - a.tally.count || compareKeys(a.key, b.key))
    .map(({ key, tally, list }) => ({ ...key, ...metricsOf(tally, list, subject) }));
}
