import { language, locale } from '../i18n';

const numbers = new Map<string, Intl.NumberFormat>();
const dates = new Map<string, Intl.DateTimeFormat>();

function cached<T>(map: Map<string, T>, options: object, make: () => T): T {
  const key = JSON.stringify(options);
  const known = map.get(key);
  if (known) return known;
  const made = make();
  map.set(key, made);
  return made;
}

export const number = (value: number, options: Intl.NumberFormatOptions = {}): string =>
  cached(numbers, options, () => new Intl.NumberFormat(locale, options)).format(value);

/** 4 as 4.0: numbers below each other have their points below each other. */
export const decimal = (value: number): string =>
  number(value, { minimumFractionDigits: 1, maximumFractionDigits: 1 });

/** 0.934 as 93.4 %. */
export const percent = (share: number): string =>
  number(share, { style: 'percent', minimumFractionDigits: 1, maximumFractionDigits: 1 });

export const money = (value: number | string, currency: string | null): string =>
  currency && /^[A-Z]{3}$/.test(currency)
    ? number(Number(value), { style: 'currency', currency })
    : number(Number(value), { minimumFractionDigits: 2, maximumFractionDigits: 2 });

const format = (value: string | number | Date, options: Intl.DateTimeFormatOptions): string =>
  cached(dates, options, () => new Intl.DateTimeFormat(locale, options)).format(new Date(value));

/** 5 Mar 2026, 14:07 in the zone of the browser. */
export const exactTime = (value: string): string =>
  format(value, { dateStyle: 'medium', timeStyle: 'short' });

/** With the name of the zone, for whoever compares. */
export const zonedTime = (value: string): string =>
  format(value, {
    weekday: 'short',
    year: 'numeric',
    month: 'short',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    timeZoneName: 'short',
  });

export const day = (value: string): string =>
  format(value, { day: 'numeric', month: 'short', year: 'numeric' });
export const shortDay = (value: string): string => format(value, { day: 'numeric', month: 'short' });
export const clockTime = (value: string): string => format(value, { hour: '2-digit', minute: '2-digit' });
/** A day of a calendar, which is the same everywhere: `2026-12-01` as 1 Dec. */
const noon = (date: string): Date => new Date(`${date}T12:00:00`);
export const calendarDay = (date: string): string => format(noon(date), { day: 'numeric', month: 'short' });

let ranges: Intl.DateTimeFormat | undefined;
/** Parcels on their way share a few days, and a range takes long to write. */
const writtenRanges = new Map<string, string>();

/** Two of them as 1 – 4 Dec, also over the turn of a year; one where they are the same. */
export function dayRange(from: string, to: string): string {
  const known = writtenRanges.get(from + to);
  if (known !== undefined) return known;
  ranges ??= new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short' });
  const isOfOneYear = from.slice(0, 4) === to.slice(0, 4);
  const written = isOfOneYear
    ? ranges.formatRange(noon(from), noon(to))
    : `${calendarDay(from)} – ${calendarDay(to)}`;
  writtenRanges.set(from + to, written);
  return written;
}
export const weekday = (value: string): string =>
  format(value, { weekday: 'long', day: 'numeric', month: 'long' });

/** Days are counted for long: whoever looks for late parcels compares them. */
const STEPS: readonly (readonly [Intl.RelativeTimeFormatUnit, number, from: number])[] = [
  ['year', 365 * 86_400, 365 * 86_400],
  ['month', 30 * 86_400, 90 * 86_400],
  ['day', 86_400, 86_400],
  ['hour', 3600, 3600],
  ['minute', 60, 60],
];

let relativeFormat: Intl.RelativeTimeFormat | undefined;

/** 3 days ago, in 2 hours. */
export function relativeTime(value: string, now = Date.now()): string {
  const seconds = (Date.parse(value) - now) / 1000;
  relativeFormat ??= new Intl.RelativeTimeFormat(locale, { numeric: 'auto', style: 'short' });
  for (const [unit, length, from] of STEPS)
    if (Math.abs(seconds) >= from) return relativeFormat.format(Math.trunc(seconds / length), unit);
  return relativeFormat.format(Math.trunc(seconds), 'second');
}

let regions: Intl.DisplayNames | undefined;
const countries = new Map<string, string>();

/** DE as Germany, in the language of the page. */
export function countryName(code: string | null | undefined): string {
  if (!code) return '';
  const known = countries.get(code);
  if (known !== undefined) return known;
  const name = regionName(code);
  countries.set(code, name);
  return name;
}

function regionName(code: string): string {
  regions ??= new Intl.DisplayNames([language], { type: 'region', fallback: 'code' });
  try {
    return regions.of(code.toUpperCase()) ?? code;
  } catch {
    return code;
  }
}
