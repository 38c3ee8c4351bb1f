/** Seconds of a day. */
export const DAY_SECONDS = 86_400;

/** Days of the week on which nobody works, as bits: 1 is Monday, 64 Sunday. */
export type Weekend = number;

export const SATURDAY_AND_SUNDAY: Weekend = 96;

/** The first day from 1970-01-01 (a Thursday) on that is this one: 0 is Monday. */
export const firstOf = (weekday: number): number => (weekday + 4) % 7;

/**
 * Seconds of business days from 1970 until a local time, which is in seconds since 1970: days of the weekend are passed over.
 * The time between two moments is the difference. `core/query/business-time.ts` says the same in SQL.
 */
export function businessSeconds(local: number, weekend: Weekend): number {
  const day = Math.floor(local / DAY_SECONDS);
  let off = 0;
  for (let weekday = 0; weekday < 7; weekday++)
    if ((weekend >> weekday) & 1) off += Math.floor((day + 6 - firstOf(weekday)) / 7);
  const isOff = (weekend >> ((day + 3) % 7)) & 1;
  return (day - off) * DAY_SECONDS + (isOff ? 0 : local - day * DAY_SECONDS);
}
