import { MAX_DAYS, readCell } from './cells.js';
import { type Day, weekdayOf } from './days.js';
import type { History, WeightedCounts } from './history.js';
import { histogramsOf, type Route } from './levels.js';

/** The days on which nothing is delivered. */
export interface ClosedDays {
  /** A bit for each weekday, from Sunday on. */
  readonly weekdays: number;
  readonly holidays: boolean;
}

export const NONE_CLOSED: ClosedDays = { weekdays: 0, holidays: false };

/** A day is closed when so small a share of the parcels that wait for it is delivered on it, against other days. */
const CLOSED_BELOW = 0.2;

/** Parcels that must have met a weekday, or a holiday, before anything is said of it. */
const MET_WEEKDAYS = 20;
const MET_HOLIDAYS = 8;

/** Which days the history of a route shows as closed: that of its carrier in the country, or else a more general one. */
export function closedDaysOf(route: Route, history: History): ClosedDays {
  for (const { level, key } of histogramsOf('transit', route)) {
    if (level === 'carrier+lane+postcode' || level === 'carrier+lane' || level === 'lane') continue;
    const found = history.of(key);
    if (found && found.samples >= MIN_SAMPLES) return closedIn(found);
  }
  const [team] = histogramsOf('transit', route).slice(-1);
  const found = team && history.ofTeam(team.key);
  return found && found.samples >= MIN_SAMPLES ? closedIn(found) : NONE_CLOSED;
}

/** Below that many parcels a week has no shape. */
const MIN_SAMPLES = 100;

const remembered = new WeakMap<WeightedCounts, ClosedDays>();

/**
 * A parcel meets a day when it might arrive on it: it is under way for as long as the quickest tenth, and it is not delivered
 * before. The share of a weekday is how many of those that met it were delivered on it.
 */
export function closedIn(counts: WeightedCounts): ClosedDays {
  const known = remembered.get(counts);
  if (known) return known;
  const from = quickest(counts);
  const delivered = new Array<number>(7).fill(0);
  const met = new Array<number>(7).fill(0);
  let holidaysMet = 0;
  let onHolidays = 0;
  for (const [code, weight] of counts.weights) {
    const { weekday, days, holidays, onHoliday } = readCell(code);
    if (days >= MAX_DAYS || days < from) continue;
    for (let day = from; day <= days; day++) {
      const at = (weekday + day) % 7;
      met[at] = (met[at] as number) + weight;
    }
    const at = (weekday + days) % 7;
    delivered[at] = (delivered[at] as number) + weight;
    holidaysMet += (holidays + (onHoliday ? 1 : 0)) * weight;
    onHolidays += onHoliday ? weight : 0;
  }
  const shares = met.map((each, weekday) =>
    each < MET_WEEKDAYS ? undefined : (delivered[weekday] as number) / each,
  );
  const highest = Math.max(0, ...shares.map((share) => share ?? 0));
  const isClosed = (share: number): boolean => share < CLOSED_BELOW * highest;
  let weekdays = 0;
  shares.forEach((share, weekday) => {
    if (share !== undefined && isClosed(share)) weekdays |= 1 << weekday;
  });
  // a week without any open day is no week
  if (weekdays === 0b1111111) weekdays = 0;
  const sundayIsClosed = (weekdays & 1) === 1;
  const holidays = holidaysMet < MET_HOLIDAYS ? sundayIsClosed : isClosed(onHolidays / holidaysMet);
  const closed = { weekdays, holidays };
  remembered.set(counts, closed);
  return closed;
}

/** Days within which a tenth of all arrives, at least one. */
function quickest({ weights, weight }: WeightedCounts): number {
  const byDays = new Array<number>(MAX_DAYS + 1).fill(0);
  for (const [code, each] of weights) {
    const { days } = readCell(code);
    byDays[days] = (byDays[days] as number) + each;
  }
  let sum = 0;
  for (let days = 0; days <= MAX_DAYS; days++) {
    sum += byDays[days] as number;
    if (sum >= weight / 10) return Math.max(1, days);
  }
  return 1;
}

/** Whether something may be delivered on a day. */
export function isOpen(day: Day, closed: ClosedDays, holidays: ReadonlySet<Day>): boolean {
  if ((closed.weekdays >> weekdayOf(day)) & 1) return false;
  return !(closed.holidays && holidays.has(day));
}

/** Open weekdays of the `days` days after one with this weekday, by the closed weekdays. */
const openDays = new Map<number, Uint8Array>();

/** How many of the days after one that has a weekday are open, holidays aside. */
export function openDaysAfter(weekday: number, days: number, weekdays: number): number {
  let table = openDays.get(weekdays);
  if (!table) {
    table = new Uint8Array(7 * (MAX_DAYS + 1));
    for (let from = 0; from < 7; from++)
      for (let count = 1; count <= MAX_DAYS; count++) {
        const isOpenDay = ((weekdays >> ((from + count) % 7)) & 1) === 0;
        table[from * (MAX_DAYS + 1) + count] =
          (table[from * (MAX_DAYS + 1) + count - 1] as number) + (isOpenDay ? 1 : 0);
      }
    openDays.set(weekdays, table);
  }
  return table[weekday * (MAX_DAYS + 1) + days] as number;
}
