import { type Day, weekdayOf } from './days.js';

/*
 * A cell of a histogram of transit times: on which weekday a parcel set out, how many days of the calendar later it was
 * delivered, how many public holidays lay between, and whether it was delivered on one. A cell says nothing of which days are
 * free of deliveries: what counts as a day of delivery is decided when it is read, by the whole history.
 */

/** Days of the calendar that are told apart; what takes longer counts as so long. */
export const MAX_DAYS = 120;
const MAX_HOLIDAYS = 3;

export interface Cell {
  /** On which it set out; 0 is Sunday. */
  readonly weekday: number;
  readonly days: number;
  /** Public holidays from Monday to Friday on which it was under way and not delivered. */
  readonly holidays: number;
  /** It was delivered on a public holiday. */
  readonly onHoliday: boolean;
}

/** A cell as a number. */
export type CellCode = number;

/** The cell of a parcel that set out on a day and was delivered on another; undefined when that was before. */
export function cellOf(from: Day, to: Day, holidays: ReadonlySet<Day>): CellCode | undefined {
  if (to < from) return undefined;
  let passed = 0;
  if (holidays.size > 0)
    for (let day = from + 1; day < to && passed < MAX_HOLIDAYS; day++)
      if (holidays.has(day) && isWeekday(day)) passed++;
  const onHoliday = to > from && holidays.has(to) && isWeekday(to);
  return (
    ((Math.min(to - from, MAX_DAYS) * 7 + weekdayOf(from)) * (MAX_HOLIDAYS + 1) + passed) * 2 +
    (onHoliday ? 1 : 0)
  );
}

const isWeekday = (day: Day): boolean => {
  const weekday = weekdayOf(day);
  return weekday !== 0 && weekday !== 6;
};

export function readCell(code: CellCode): Cell {
  const rest = code >> 1;
  const place = Math.floor(rest / (MAX_HOLIDAYS + 1));
  return {
    weekday: place % 7,
    days: Math.floor(place / 7),
    holidays: rest % (MAX_HOLIDAYS + 1),
    onHoliday: (code & 1) === 1,
  };
}

/** How many parcels are in each cell. */
export type Counts = ReadonlyMap<CellCode, number>;

/** `12:3 48:1`, the cells in their order. Cells without parcels are left out. */
export const countsText = (counts: Counts): string =>
  [...counts]
    .filter(([, count]) => count !== 0)
    .sort(([a], [b]) => a - b)
    .map(([code, count]) => `${code}:${count}`)
    .join(' ');

/** Reads what `countsText` has written. */
export function parseCounts(text: string): Map<CellCode, number> {
  const counts = new Map<CellCode, number>();
  let code = 0;
  let number = 0;
  for (let at = 0; at <= text.length; at++) {
    const char = at < text.length ? text.charCodeAt(at) : 32;
    if (char === 58) {
      code = number;
      number = 0;
    } else if (char === 32) {
      if (number > 0) counts.set(code, number);
      number = 0;
    } else number = number * 10 + (char - 48);
  }
  return counts;
}
