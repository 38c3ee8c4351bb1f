import { type GroupKey, groupingOf } from './groupings.js';
import { type Metrics, metricsOf, reader, Tally } from './metrics.js';
import type { BreakdownBy } from './question.dto.js';
import type { Subject } from './subject.js';

export type Group = GroupKey & Metrics;

/** The figures of each value, that with most shipments first. @throws BadInput. */
export function breakdownOf(subject: Subject, by: BreakdownBy): readonly Group[] {
  const { facts, rows, list, linkTo, measure } = subject;
  const { numberOf, keyOf, narrow } = groupingOf(by, subject);
  const read = reader(facts, measure);
  const tallies = new Map<number, Tally>();
  for (const row of rows) {
    const group = numberOf(row);
    let tally = tallies.get(group);
    if (!tally) tallies.set(group, (tally = new Tally()));
    read(row, tally);
  }
  const groups = [...tallies].map(([group, tally]) => ({ key: keyOf(group), group, tally }));
  return groups
    .sort((a, b) => b.tally.count - a.tally.count || byKey(a.key, b.key))
    .map(({ key, group, tally }) => ({ ...key, ...metricsOf(tally, narrow(list, group), measure, linkTo) }));
}

function byKey({ key: one = '' }: GroupKey, { key: other = '' }: GroupKey): number {
  const [a, b] = [String(one ?? ''), String(other ?? '')];
  return a < b ? -1 : a > b ? 1 : 0;
}
