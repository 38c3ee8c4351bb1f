import { DAY_SECONDS, type Weekend } from '../../core/metadata/business-time.js';
import type { TimeZone } from '../../core/metadata/time-zone.js';
import { TENTH, tenthOf } from './durations.js';

/** Seconds between two moments of a shipment that are in seconds since 1970; never below zero, for clocks differ. */
export type Elapsed = (from: number, to: number) => number;

export const calendarTime: Elapsed = (from, to) => (to > from ? to - from : 0);

/** Without the days of a weekend; days are those of a time zone. */
export function businessTime(zone: TimeZone, weekend: Weekend): Elapsed {
  // as `businessSeconds`, but for a number that is the same for both moments
  const isOff = WEEKDAYS.map((weekday) => ((weekend >> weekday) & 1) === 1);
  const before = WEEKDAYS.map((weekday) => isOff.slice(0, weekday).filter((off) => !off).length);
  const ofWeek = isOff.filter((off) => !off).length;
  const until = (moment: number): number => {
    const local = moment + zone.offsetAt(moment * 1000) / 1000;
    // weeks from Monday to Sunday: 1970-01-01 was a Thursday
    const day = Math.floor(local / DAY_SECONDS) + 3;
    const week = Math.floor(day / 7);
    const weekday = day - week * 7;
    const days = week * ofWeek + (before[weekday] ?? 0);
    return days * DAY_SECONDS + (isOff[weekday] ? 0 : local - (day - 3) * DAY_SECONDS);
  };
  return (from, to) => Math.max(0, until(to) - until(from));
}

const WEEKDAYS = [0, 1, 2, 3, 4, 5, 6];

const NO_TENTHS = new Uint32Array(0);
const MAX_TENTHS = 100_000;

/** Times of shipments, as far as their mean and quantiles need them: how many there are of each tenth of a day. */
export class Spans {
  /** @param tenths its own from now on. */
  constructor(
    private tenths: Uint32Array = NO_TENTHS,
    public count = 0,
    private sum = 0,
  ) {}

  add(seconds: number): void {
    this.count++;
    this.sum += seconds;
    const tenth = Math.min(tenthOf(seconds), MAX_TENTHS);
    if (tenth >= this.tenths.length) this.reserve(tenth + 1);
    this.tenths[tenth] = (this.tenths[tenth] ?? 0) + 1;
  }

  /** Adds all of another. */
  merge({ count, sum, tenths }: Spans): void {
    if (count === 0) return;
    this.count += count;
    this.sum += sum;
    if (tenths.length > this.tenths.length) this.reserve(tenths.length);
    for (let tenth = 0; tenth < tenths.length; tenth++)
      this.tenths[tenth] = (this.tenths[tenth] as number) + (tenths[tenth] as number);
  }

  private reserve(length: number): void {
    const larger = new Uint32Array(Math.max(128, length, this.tenths.length * 2));
    larger.set(this.tenths);
    this.tenths = larger;
  }

  /** Days with one decimal; null of nothing. */
  get mean(): number | null {
    return this.count === 0 ? null : Math.round(this.sum / this.count / TENTH) / 10;
  }

  /** The least time, in days with one decimal, that so large a share of the shipments had or was below. */
  quantile(share: number): number | null {
    if (this.count === 0) return null;
    let left = Math.ceil(share * this.count - 1e-9);
    for (let tenth = 0; ; tenth++) {
      left -= this.tenths[tenth] ?? 0;
      if (left <= 0) return tenth / 10;
    }
  }
}
