import { intervalsBetween, placeOf } from './intervals.js';
import { momentText } from './list-query.js';
import { type Metrics, metricsOf, reader, Tally } from './metrics.js';
import type { Interval } from './question.dto.js';
import type { Subject } from './subject.js';

/** The figures of all shipments. */
export function summaryOf({ facts, rows, list, linkTo, measure }: Subject): Metrics {
  const tally = new Tally();
  const read = reader(facts, measure);
  for (const row of rows) read(row, tally);
  return metricsOf(tally, list, measure, linkTo);
}

export interface IntervalMetrics extends Metrics {
  /** The first day: `2026-11-02`. */
  readonly day: string;
  readonly from: string;
  /** The first moment after it. */
  readonly to: string;
}

/** The figures of each day, week or month from the first to the last; one without shipments has zeros. @throws BadInput. */
export function seriesOf(subject: Subject, interval: Interval): readonly IntervalMetrics[] {
  const { facts, rows, list, linkTo, measure, date, zone, from, to } = subject;
  const moments = facts.moment(date);
  const all = [...rows];
  let [first, last] = [Infinity, -Infinity];
  for (const row of all) {
    const moment = moments[row] ?? 0;
    if (moment < first) first = moment;
    if (moment > last) last = moment;
  }
  first = from ?? first;
  last = to === undefined ? last : to - 1;
  if (!Number.isFinite(first) || !Number.isFinite(last)) return [];
  const intervals = intervalsBetween(first, last, interval, zone);
  const tallies = intervals.map(() => new Tally());
  const read = reader(facts, measure);
  for (const row of all) {
    const tally = tallies[placeOf(moments[row] ?? 0, intervals)];
    if (tally) read(row, tally);
  }
  return intervals.map(({ day, start, end }, at) => ({
    day,
    from: momentText(start),
    to: momentText(end),
    ...metricsOf(tallies[at] as Tally, list.from(date, start).before(date, end), measure, linkTo),
  }));
}
