import { fold } from './fold.js';
import { compareKeys, type GroupKey, groupingOf } from './groupings.js';
import type { ListQuery } from './list-query.js';
import { linksOf } from './metric-links.js';
import { type Metrics, metricsOf, type Tally } from './metrics.js';
import type { BreakdownBy } from './question.dto.js';
import type { Subject } from './subject.js';

export type Group = GroupKey & Metrics;

/** The figures of each value, that with most shipments first. @throws BadInput. */
export function breakdownOf(subject: Subject, by: BreakdownBy): readonly Group[] {
  const groups = new Map<string, { readonly key: GroupKey; readonly tally: Tally; list: ListQuery }>();
  for (const part of subject.parts) {
    const { groupsOf, keyOf, narrow } = groupingOf(by, part.facts, subject);
    const rows = part.rows();
    for (const [number, tally] of fold(part, rows, subject, groupsOf(rows)).entries()) {
      if (tally.count === 0) continue;
      const key = keyOf(number);
      const known = groups.get(String(key.key));
      if (known) known.tally.merge(tally);
      else groups.set(String(key.key), { key, tally, list: narrow(subject.list, key) });
    }
  }
  return [...groups.values()]
    .sort((a, b) => b.tally.count - a.tally.count || compareKeys(a.key, b.key))
    .map(({ key, tally, list }) => ({ ...key, ...metricsOf(tally, linksOf(list, subject)) }));
}
