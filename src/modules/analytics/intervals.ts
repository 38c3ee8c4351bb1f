import { BadInput } from '../../core/metadata/errors.js';
import type { TimeZone } from '../../core/metadata/time-zone.js';
import type { Interval } from './question.dto.js';

/** A day, week or month of the calendar of a time zone; its edges are in seconds since 1970, the end is the next one's start. */
export interface CalendarInterval {
  /** Its first day: `2026-11-02`. */
  readonly day: string;
  readonly start: number;
  readonly end: number;
}

/** Intervals of one answer at most. */
export const MAX_INTERVALS = 1000;

/** The intervals in which the seconds from one to another are. @throws BadInput when they are too many. */
export function intervalsBetween(
  first: number,
  last: number,
  interval: Interval,
  zone: TimeZone,
): readonly CalendarInterval[] {
  const intervals: CalendarInterval[] = [];
  const startOf = (day: number): number => zone.startOf(day) / 1000;
  for (let day = firstDay(zone.dayOf(first * 1000), interval); startOf(day) <= last;) {
    const next = nextDay(day, interval);
    intervals.push({ day: dateOf(day), start: startOf(day), end: startOf(next) });
    day = next;
    if (intervals.length > MAX_INTERVALS)
      throw new BadInput(
        `The period has too many intervals. It should have ${MAX_INTERVALS} or less: shorten it, or take a longer interval.`,
      );
  }
  return intervals;
}

const DAY_MS = 86_400_000;

/** `2026-11-02` */
const dateOf = (day: number): string => new Date(day * DAY_MS).toISOString().slice(0, 10);

function firstDay(day: number, interval: Interval): number {
  if (interval === 'day') return day;
  // 1970-01-01 was a Thursday
  if (interval === 'week') return day - ((day + 3) % 7);
  const date = new Date(day * DAY_MS);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth()) / DAY_MS;
}

function nextDay(day: number, interval: Interval): number {
  if (interval === 'day') return day + 1;
  if (interval === 'week') return day + 7;
  const date = new Date(day * DAY_MS);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1) / DAY_MS;
}
