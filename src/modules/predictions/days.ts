/** A day of the calendar: whole days since 1 January 1970. */
export type Day = number;

export const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;

/**
 * Hours that the clocks of a country are ahead of UTC in winter, where most of its people live. A day of delivery is a day at
 * the recipient's; an hour of summer time moves next to no delivery over midnight.
 */
const OFFSETS: Readonly<Record<string, number>> = {
  US: -6, CA: -5, MX: -6, GT: -6, CR: -6, SV: -6, HN: -6, PA: -5, CO: -5, PE: -5, EC: -5, JM: -5, CU: -5, DO: -4, PR: -4,
  VE: -4, BO: -4, CL: -4, PY: -4, BR: -3, AR: -3, UY: -3, GL: -2,
  NO: 1, SE: 1, DK: 1, DE: 1, NL: 1, BE: 1, LU: 1, FR: 1, ES: 1, IT: 1, CH: 1, AT: 1, PL: 1, CZ: 1, SK: 1, HU: 1, SI: 1,
  HR: 1, BA: 1, RS: 1, ME: 1, MK: 1, AL: 1, MT: 1, XK: 1, LI: 1, MC: 1, AD: 1, SM: 1, VA: 1, MA: 1, DZ: 1, TN: 1, NG: 1,
  CM: 1, AO: 1, FI: 2, EE: 2, LV: 2, LT: 2, UA: 2, MD: 2, RO: 2, BG: 2, GR: 2, CY: 2, EG: 2, IL: 2, LB: 2, LY: 2, ZA: 2,
  ZM: 2, ZW: 2, MZ: 2, BW: 2, NA: 2, RU: 3, BY: 3, TR: 3, SA: 3, IQ: 3, KW: 3, QA: 3, BH: 3, JO: 3, SY: 3, YE: 3, KE: 3,
  ET: 3, TZ: 3, UG: 3, MG: 3, IR: 3, AE: 4, OM: 4, AZ: 4, GE: 4, AM: 4, MU: 4, RE: 4, AF: 4, PK: 5, UZ: 5, KZ: 5, TM: 5,
  MV: 5, IN: 5, LK: 5, NP: 6, BD: 6, BT: 6, MM: 6, TH: 7, VN: 7, KH: 7, LA: 7, ID: 7, CN: 8, HK: 8, MO: 8, TW: 8, SG: 8,
  MY: 8, PH: 8, BN: 8, MN: 8, JP: 9, KR: 9, KP: 9, AU: 10, PG: 10, GU: 10, NC: 11, NZ: 12, FJ: 12,
}; // prettier-ignore

const offsetOf = (country: string | null): number => OFFSETS[country ?? ''] ?? 0;

/** The day of a moment, in milliseconds since 1970, in a country; that of UTC where the country is not known. */
export const dayIn = (country: string | null, moment: number): Day =>
  Math.floor((moment + offsetOf(country) * HOUR_MS) / DAY_MS);

/** How far the day of a moment has come in a country: 0 at midnight, below 1. */
export const timeOfDay = (country: string | null, moment: number): number =>
  (moment + offsetOf(country) * HOUR_MS) / DAY_MS - dayIn(country, moment);

/** The first moment of a day in a country, in milliseconds since 1970. */
export const startOfDay = (country: string | null, day: Day): number =>
  day * DAY_MS - offsetOf(country) * HOUR_MS;

/** Days as they are written: those of a list of parcels are a few dozen. */
const dates = new Map<Day, string>();
const MAX_DATES = 5000;

/** `2026-11-28` */
export function toDate(day: Day): string {
  const known = dates.get(day);
  if (known !== undefined) return known;
  if (dates.size >= MAX_DATES) dates.clear();
  const date = new Date(day * DAY_MS).toISOString().slice(0, 10);
  dates.set(day, date);
  return date;
}

/** The day of `2026-11-28`, or of what begins so. */
export const dayOf = (date: string): Day => Math.floor(Date.parse(`${date.slice(0, 10)}T00:00:00Z`) / DAY_MS);

/**
 * The day that a carrier's expected date names: a date without a time is that day wherever the parcel goes, one with a time is
 * a moment. `stored`: `2026-11-28 00:00:00.000000`.
 */
export const expectedDay = (country: string | null, stored: string): Day =>
  stored.slice(11, 19) === '00:00:00'
    ? dayOf(stored)
    : dayIn(country, Date.parse(`${stored.slice(0, 10)}T${stored.slice(11, 23)}Z`));

/** 0 is Sunday. */
export const weekdayOf = (day: Day): number => (((day + 4) % 7) + 7) % 7;

/** The month of a day, counted from January of the year 0. */
export function monthOf(day: Day): number {
  const date = new Date(day * DAY_MS);
  return date.getUTCFullYear() * 12 + date.getUTCMonth();
}

/** The year of a day. */
export const yearOf = (day: Day): number => new Date(day * DAY_MS).getUTCFullYear();
