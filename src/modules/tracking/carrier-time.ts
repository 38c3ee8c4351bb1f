import { toStored } from '../../core/metadata/datetime.js';
import { offsetIn, offsetOf } from './place-zones.js';
import type { Place } from './places.js';

/** What says where a clock without an offset stands. */
export interface Where {
  /** An offset or a zone that stands beside the time: `-05:00`, `UTC+8`, `Europe/Berlin`. */
  readonly zone?: unknown;
  /** Where it happened. */
  readonly place?: string | Place | null | undefined;
}

/** Before and after that nobody tracks parcels: `0001-01-01`, `1970-01-01`, `1999-11-30`, `9999-12-31` say "none". */
const EARLIEST = Date.UTC(2000, 0, 2);
const LATEST = Date.UTC(2100, 0, 1);

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

const MONTHS = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];
const MONTH = String.raw`(?<name>JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)[A-Z]*\.?`;

/** Dates as carriers write them, at the beginning of a text. With points the day comes first. */
const DATES: readonly RegExp[] = [
  /^(?<year>\d{4})([-/.])(?<month>\d{1,2})\2(?<day>\d{1,2})(?!\d)/,
  /^(?<year>\d{4})(?<month>\d{2})(?<day>\d{2})(?=$|[T \d])/,
  /^(?<day>\d{1,2})\.(?<month>\d{1,2})\.(?<year>\d{4})(?!\d)/,
  /^(?<one>\d{1,2})([-/])(?<other>\d{1,2})\2(?<year>\d{4})(?!\d)/,
  new RegExp(String.raw`^(?<day>\d{1,2})[ -]${MONTH}[ -](?<year>\d{4})(?!\d)`),
  new RegExp(String.raw`^${MONTH} (?<day>\d{1,2})(?:ST|ND|RD|TH)?,? (?<year>\d{4})(?!\d)`),
];

const WEEKDAY = /^(?:MON|TUE|WED|THU|FRI|SAT|SUN)[A-Z]*\.?,? /;
const TIME =
  /^(?:T|,? (?:AT )?)? ?(?<hour>\d{1,2})(?:[:.]?(?<minute>\d{2})(?:[:.]?(?<second>\d{2})(?:[.,:](?<fraction>\d{1,9}))?)?)?(?: ?(?<half>[AP])\.? ?M\.?)?(?=$|[^\d:])/;

/** Zones by the abbreviations that mean one thing only; in hours. */
const ABBREVIATIONS: Readonly<Record<string, number>> = {
  Z: 0, UTC: 0, GMT: 0, WET: 0, CET: 1, CEST: 2, EET: 2, EEST: 3, MSK: 3,
  EST: -5, EDT: -4, CDT: -5, MST: -7, MDT: -6, PST: -8, PDT: -7, AKST: -9, AKDT: -8, HST: -10,
  HKT: 8, SGT: 8, JST: 9, KST: 9, AEST: 10, AEDT: 11, NZST: 12, NZDT: 13,
}; // prettier-ignore

/** What a text says of a time. */
interface Read {
  /** The local time as if it were UTC. */
  readonly local: number;
  readonly isDay: boolean;
  /** What comes after it. */
  readonly rest: string;
}

/**
 * A moment as carriers and providers tell it, in stored form with milliseconds: ISO 8601 in every form, 12-hour clocks,
 * names of months, Unix seconds and milliseconds. A time without an offset is in the zone that stands beside it, in the zone
 * of its place, or else UTC; a day alone stays that day. Undefined when it is no date, as `20/11/26` or `0001-01-01`.
 */
export function carrierTime(value: unknown, where: Where = {}): string | undefined {
  const moment = momentOf(value, where);
  return moment !== undefined && moment >= EARLIEST && moment < LATEST ? toStored(moment) : undefined;
}

/** Whether it is written as a date, but says that there is none: `0001-01-01T00:00:00`. */
export const saysNone = (value: unknown): boolean =>
  momentOf(value, {}) !== undefined && carrierTime(value) === undefined;

/** In milliseconds since 1970, whether or not anybody means it. */
function momentOf(value: unknown, where: Where): number | undefined {
  const text = (typeof value === 'number' ? String(value) : typeof value === 'string' ? value : '')
    .normalize('NFKC')
    .replaceAll('−', '-')
    .replace(/\s+/g, ' ')
    .trim()
    .toUpperCase();
  const unix = unixTime(text);
  if (unix !== undefined) return unix;
  const read = readLocal(text.replace(WEEKDAY, ''));
  if (!read) return undefined;
  const { local, isDay, rest } = read;
  if (rest !== '') {
    // a + that arrived as a blank
    const offset = namedOffset(rest.replace(/^(?=\d{2}:?\d{2}$)/, '+'), local);
    return offset === undefined ? undefined : local - offset;
  }
  if (isDay) return local;
  return (
    local - (namedOffset(where.zone, local) ?? (where.place ? offsetIn(where.place, local) : undefined) ?? 0)
  );
}

/** `1700000000`, `1700000000.5`, `1700000000000`; `0` says that there is none. */
function unixTime(text: string): number | undefined {
  if (text === '0') return 0;
  if (/^\d{9,10}(?:\.\d+)?$/.test(text)) return Math.trunc(Number(text) * 1000);
  if (/^\d{13}$/.test(text)) return Number(text);
  return /^\d{16}$/.test(text) ? Math.trunc(Number(text) / 1000) : undefined;
}

function readLocal(text: string): Read | undefined {
  for (const pattern of DATES) {
    const match = pattern.exec(text);
    if (!match) continue;
    const day = dayOf(match.groups ?? {});
    const rest = text.slice(match[0].length);
    const time = TIME.exec(rest);
    if (day === undefined) return undefined;
    if (!time) return { local: day, isDay: true, rest: rest.trim() };
    const since = sinceMidnight(time.groups ?? {});
    return since === undefined
      ? undefined
      : { local: day + since, isDay: false, rest: rest.slice(time[0].length).trim() };
  }
  return undefined;
}

type Groups = Readonly<Record<string, string | undefined>>;

/** Undefined when there is no such day, and when nobody can tell the day from the month: `03/04/2026`. */
function dayOf({ year, month, day, name, one, other }: Groups): number | undefined {
  const months = name === undefined ? month : String(MONTHS.indexOf(name) + 1);
  let [m, d] = [Number(months), Number(day)];
  if (one !== undefined && other !== undefined) {
    const [first, second] = [Number(one), Number(other)];
    if (first <= 12 && second <= 12 && first !== second) return undefined;
    [m, d] = first > 12 ? [second, first] : [first, second];
  }
  const date = new Date(0);
  date.setUTCFullYear(Number(year), m - 1, d);
  return date.getUTCMonth() === m - 1 && date.getUTCDate() === d ? date.getTime() : undefined;
}

/** Midnight is `24:00` as well, and `12:00 AM`; a leap second is the one before it. */
function sinceMidnight({
  hour,
  minute = '0',
  second = '0',
  fraction = '',
  half,
}: Groups): number | undefined {
  const [hours, minutes, seconds] = [Number(hour), Number(minute), Math.min(Number(second), 59)];
  const milliseconds = Number(fraction.padEnd(3, '0').slice(0, 3));
  if (minutes > 59 || Number(second) > 60 || hours > 24) return undefined;
  if (hours === 24 && (minutes > 0 || seconds > 0 || half !== undefined)) return undefined;
  const since = half === undefined || hours > 12 ? hours : (hours % 12) + (half === 'P' ? 12 : 0);
  return since * HOUR + minutes * MINUTE + seconds * 1000 + milliseconds;
}

/** The offset that a text names, in milliseconds: `+0530`, `-05`, `UTC+8`, `EST`, `Europe/Berlin`, `8`. */
function namedOffset(zone: unknown, local: number): number | undefined {
  if (typeof zone === 'number') return Math.abs(zone) <= 14 ? zone * HOUR : undefined;
  if (typeof zone !== 'string') return undefined;
  const text = zone
    .trim()
    .replace(/^\[(.*)\]$/, '$1')
    .replace(/^\((.*)\)$/, '$1');
  const known = ABBREVIATIONS[text.toUpperCase()];
  if (known !== undefined) return known * HOUR;
  const match = /^(?:UTC|GMT)? ?([+-])(\d{1,2})(?::?(\d{2}))?(?: ?\[.*\])?$/i.exec(text);
  if (!match) return text.includes('/') ? offsetOf(text, local) : undefined;
  const [, sign, hours, minutes = '0'] = match;
  if (Number(hours) > 14 || Number(minutes) > 59) return undefined;
  return (sign === '-' ? -1 : 1) * (Number(hours) * HOUR + Number(minutes) * MINUTE);
}
