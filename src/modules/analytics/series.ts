import { type CalendarInterval, intervalsBetween, placeOf } from './intervals.js';
import { momentText } from './list-query.js';
import { fold, type Groups } from './fold.js';
import { type Metrics, metricsOf, Tally } from './metrics.js';
import type { Interval } from './question.dto.js';
import type { Subject } from './subject.js';

/** The figures of all shipments. */
export function summaryOf(subject: Subject): Metrics {
  const tally = new Tally();
  for (const part of subject.parts) for (const each of fold(part, part.rows(), subject)) tally.merge(each);
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
    const { rows, groups } = placed(part.rows(), part.facts.moment(date), intervals);
    for (const [at, each] of fold(part, rows, subject, groups).entries()) tallies[at]?.merge(each);
  }
  return intervals.map(({ day, start, end }, at) => ({
    day,
    from: momentText(start),
    to: momentText(end),
    ...metricsOf(tallies[at] as Tally, list.from(date, start).before(date, end), subject),
  }));
}

/** The rows whose moment is in some interval, by interval. */
function placed(
  rows: Uint32Array,
  moments: Uint32Array,
  intervals: readonly CalendarInterval[],
): { readonly rows: Uint32Array; readonly groups: Groups } {
  const [within, of] = [new Uint32Array(rows.length), new Uint32Array(rows.length)];
  let count = 0;
  // rows stand nearly in the order of their moments, so the next is mostly where the last one was
  let [start, end, place] = [0, 0, -1];
  for (const row of rows) {
    const moment = moments[row] as number;
    if (moment < start || moment >= end) {
      place = placeOf(moment, intervals);
      const found = intervals[place];
      [start, end] = found ? [found.start, found.end] : [0, 0];
      if (!found) continue;
    }
    within[count] = row;
    of[count++] = place;
  }
  return { rows: within.subarray(0, count), groups: { of, count: intervals.length } };
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
    for (const row of rows()) {
      const moment = moments[row] ?? 0;
      if (found === undefined || isFurther(moment, found)) found = moment;
    }
  }
  return found;
}
