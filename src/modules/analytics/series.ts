import { eachBlock } from './blocks.js';
import { type CalendarInterval, intervalsBetween } from './intervals.js';
import { momentText } from './list-query.js';
import { fold, type Groups } from './fold.js';
import { linksOf, linksOfPeriods } from './metric-links.js';
import { type Metrics, metricsOf, Tally } from './metrics.js';
import type { Interval } from './question.dto.js';
import { scratch } from './scratch.js';
import type { Part, Subject } from './subject.js';

/** The figures of all shipments. */
export function summaryOf(subject: Subject): Metrics {
  const tally = new Tally();
  for (const part of subject.parts) for (const each of fold(part, part.rows(), subject)) tally.merge(each);
  return metricsOf(tally, linksOf(subject.list, subject));
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
  const { list, date, zone, from, to } = subject;
  const parts = foundOnce(subject.parts);
  const [first, last] = [
    from ?? extremeOf(parts, date, isBefore),
    to === undefined ? extremeOf(parts, date, isAfter) : to - 1,
  ];
  if (first === undefined || last === undefined) return [];
  const intervals = intervalsBetween(first, last, interval, zone);
  let tallies: readonly Tally[] | undefined;
  for (const part of parts) {
    const { rows, groups } = placed(part.rows(), part.facts.moment(date), intervals);
    const found = fold(part, rows, subject, groups);
    if (tallies) for (const [at, each] of found.entries()) tallies[at]?.merge(each);
    tallies ??= found;
  }
  const linksTo = linksOfPeriods(subject);
  return intervals.map(({ day, start, end }, at) => ({
    day,
    from: momentText(start),
    to: momentText(end),
    ...metricsOf(tallies?.[at] ?? new Tally(), linksTo(list.from(date, start).before(date, end))),
  }));
}

const HOUR = 3600;

/** The rows whose moment is in some interval, by interval. Each interval begins where the one before it ends. */
function placed(
  rows: Uint32Array,
  moments: Uint32Array,
  intervals: readonly CalendarInterval[],
): { readonly rows: Uint32Array; readonly groups: Groups } {
  const [within, of] = [scratch('within', rows.length), scratch('groups', rows.length)];
  let count = 0;
  const [first, last] = [intervals[0]?.start ?? 0, intervals.at(-1)?.end ?? 0];
  const ends = Float64Array.from(intervals, ({ end }) => end);
  // the interval that each hour begins in
  const ofHour = new Uint16Array(Math.ceil((last - first) / HOUR));
  for (let hour = 0, place = 0; hour < ofHour.length; hour++) {
    while (first + hour * HOUR >= (ends[place] as number)) place++;
    ofHour[hour] = place;
  }
  eachBlock(rows.length, (from, to) => {
    let written = count;
    // most rows are in the interval of the row before
    let [place, start, end] = [0, 0, 0];
    for (let at = from; at < to; at++) {
      const row = rows[at] as number;
      const moment = moments[row] as number;
      if (moment < start || moment >= end) {
        if (moment < first || moment >= last) continue;
        place = ofHour[Math.floor((moment - first) / HOUR)] as number;
        while (moment >= (ends[place] as number)) place++;
        start = place === 0 ? first : (ends[place - 1] as number);
        end = ends[place] as number;
      }
      within[written] = row;
      of[written++] = place;
    }
    count = written;
  });
  return { rows: within.subarray(0, count), groups: { of, isColumn: false, count: intervals.length } };
}

/** One part keeps its rows while its question is answered; of several the next takes the room of the one before. */
function foundOnce(parts: readonly Part[]): readonly Part[] {
  const [only] = parts;
  if (!only || parts.length > 1) return parts;
  let found: Uint32Array | undefined;
  return [{ ...only, rows: () => (found ??= only.rows()) }];
}

const isBefore = (one: number, other: number): boolean => one < other;
const isAfter = (one: number, other: number): boolean => one > other;

/** The date of the shipments that comes before, or after, all others; undefined without shipments. */
function extremeOf(
  parts: readonly Part[],
  date: Subject['date'],
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
