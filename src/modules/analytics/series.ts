import { intervalsBetween, placeOf } from './intervals.js';
import { momentText } from './list-query.js';
import { type Metrics, metricsOf, reader, Tally } from './metrics.js';
import type { Interval } from './question.dto.js';
import type { Subject } from './subject.js';

/** The figures of all shipments. */
export function summaryOf(subject: Subject): Metrics {
  const tally = new Tally();
  for (const part of subject.parts) {
    const read = reader(part, subject);
    for (const row of part.rows) read(row, tally);
  }
  return metricsOf(tally, subject.list, subject);
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
  const { parts, list, date, zone, from, to } = subject;
  const [first, last] = [from ?? earliest(subject), to === undefined ? latest(subject) : to - 1];
  if (first === undefined || last === undefined) return [];
  const intervals = intervalsBetween(first, last, interval, zone);
  const tallies = intervals.map(() => new Tally());
  for (const part of parts) {
    const moments = part.facts.moment(date);
    const read = reader(part, subject);
    for (const row of part.rows) {
      const tally = tallies[placeOf(moments[row] ?? 0, intervals)];
      if (tally) read(row, tally);
    }
  }
  return intervals.map(({ day, start, end }, at) => ({
    day,
    from: momentText(start),
    to: momentText(end),
    ...metricsOf(tallies[at] as Tally, list.from(date, start).before(date, end), subject),
  }));
}

const earliest = (subject: Subject): number | undefined => extremeOf(subject, (one, other) => one < other);
const latest = (subject: Subject): number | undefined => extremeOf(subject, (one, other) => one > other);

/** The date of the shipments that comes before, or after, all others; undefined without shipments. */
function extremeOf(
  { parts, date }: Subject,
  isFurther: (one: number, other: number) => boolean,
): number | undefined {
  let found: number | undefined;
  for (const { facts, rows } of parts) {
    const moments = facts.moment(date);
    for (const row of rows) {
      const moment = moments[row] ?? 0;
      if (found === undefined || isFurther(moment, found)) found = moment;
    }
  }
  return found;
}
