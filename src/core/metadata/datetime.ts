const ISO =
  /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?)?\s*(Z|z|([+\- ])(\d{2}):?(\d{2}))?$/;

/** Milliseconds since 1970 as a datetime column keeps them: `2026-01-02 10:01:00.000000`, UTC. */
export function toStored(milliseconds: number): string {
  const iso = new Date(milliseconds).toISOString();
  return `${iso.slice(0, 10)} ${iso.slice(11, 23)}000`;
}

/** A stored datetime in milliseconds since 1970. */
export const toMilliseconds = (stored: string): number =>
  Date.parse(`${stored.slice(0, 10)}T${stored.slice(11, 23)}Z`);

const DAY = 86_400_000;

/** Whole days between two moments in milliseconds, rounded down; a carrier's clock may be ahead, so never below zero. */
export const wholeDays = (from: number, to: number): number => Math.max(0, Math.floor((to - from) / DAY));

/** A stored datetime as answers show it: `2026-01-02T10:01:00+00:00`. */
export const toWire = (stored: string): string => `${stored.slice(0, 10)}T${stored.slice(11, 19)}+00:00`;

/**
 * An ISO 8601 date, with or without time and offset (UTC where none is given; a `+` that arrived as a blank counts), in
 * stored form. Undefined when it is no date of the calendar.
 */
export function parseDatetime(text: string): string | undefined {
  const match = ISO.exec(text.trim());
  if (!match) return undefined;
  const [, year, month, day, hour = '0', minute = '0', second = '0', fraction = ''] = match;
  const [years, months, days, hours, minutes, seconds] = [year, month, day, hour, minute, second].map(
    Number,
  ) as [number, number, number, number, number, number];
  const utc = new Date(Date.UTC(years, months - 1, days, hours, minutes, seconds));
  utc.setUTCFullYear(years);
  const exists =
    utc.getUTCMonth() === months - 1 &&
    utc.getUTCDate() === days &&
    hours < 24 &&
    minutes < 60 &&
    seconds < 60 &&
    Number(match[10] ?? 0) < 24 &&
    Number(match[11] ?? 0) < 60;
  if (!exists || years === 0) return undefined;
  const offset = match[9] ? (Number(match[10]) * 60 + Number(match[11])) * 60_000 : 0;
  const moment = utc.getTime() + (match[9] === '-' ? offset : -offset);
  const within = new Date(moment);
  if (within.getUTCFullYear() < 1 || within.getUTCFullYear() > 9999) return undefined;
  return `${toStored(moment).slice(0, 20)}${fraction.padEnd(6, '0').slice(0, 6)}`;
}

/** Seconds since 1970; thirteen digits are milliseconds. Fewer than nine are no moment of a parcel, but a year or a date. */
const UNIX = /^(\d{9,12}(?:\.\d{1,9})?|\d{13})$/;

/** A moment that is asked for, in stored form: ISO 8601 as above, or Unix time. Undefined when it is neither. */
export function parseMoment(text: string): string | undefined {
  const [unix] = UNIX.exec(text.trim()) ?? [];
  if (unix === undefined) return parseDatetime(text);
  const milliseconds = unix.length === 13 && !unix.includes('.') ? Number(unix) : Number(unix) * 1000;
  return milliseconds < END_OF_CALENDAR ? toStored(milliseconds) : undefined;
}

/** Columns end with the year 9999. */
const END_OF_CALENDAR = Date.UTC(10_000, 0);
