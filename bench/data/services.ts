import type { Random } from '../../src/demo/random.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** How a carrier works. */
export interface Service {
  /** Weekdays on which it collects and delivers; 0 is Sunday. */
  readonly weekdays: readonly number[];
  readonly onHolidays: boolean;
  /** Days of work that a parcel takes, usually. */
  readonly home: number;
  readonly abroad: number;
  /** How much that varies: sigma of a log-normal. */
  readonly spread: number;
  /** What it says beforehand against what it takes usually; undefined: it says nothing. */
  readonly promise: number | undefined;
  /** Where its parcels start. */
  readonly origins: Readonly<Record<string, number>>;
}

const MON_FRI = [1, 2, 3, 4, 5];
const MON_SAT = [...MON_FRI, 6];
const DAILY = [0, ...MON_SAT];

export const SERVICES: Readonly<Record<string, Service>> = {
  usps: { weekdays: MON_SAT, onHolidays: false, home: 3, abroad: 11, spread: 0.28, promise: 1.1, origins: { US: 1 } },
  ups: { weekdays: MON_FRI, onHolidays: false, home: 2, abroad: 5, spread: 0.16, promise: 1, origins: { US: 7, DE: 2, GB: 1 } },
  'china-post': { weekdays: MON_SAT, onHolidays: true, home: 4, abroad: 24, spread: 0.32, promise: undefined, origins: { CN: 1 } },
  fedex: { weekdays: DAILY, onHolidays: true, home: 2, abroad: 5, spread: 0.2, promise: 1.15, origins: { US: 8, CN: 2 } },
  yunexpress: { weekdays: MON_FRI, onHolidays: true, home: 3, abroad: 14, spread: 0.25, promise: 0.85, origins: { CN: 1 } },
  dhl: { weekdays: MON_SAT, onHolidays: false, home: 1, abroad: 5, spread: 0.2, promise: 1, origins: { DE: 6, CN: 2, GB: 2 } },
  gls: { weekdays: MON_FRI, onHolidays: false, home: 1, abroad: 4, spread: 0.22, promise: 1.2, origins: { DE: 1 } },
  'royal-mail': { weekdays: MON_SAT, onHolidays: false, home: 2, abroad: 9, spread: 0.34, promise: undefined, origins: { GB: 1 } },
}; // prettier-ignore

/** Hours ahead of UTC. */
const OFFSETS: Readonly<Record<string, number>> = {
  US: -6, CA: -5, GB: 0, DE: 1, FR: 1, PL: 1, ES: 1, NL: 1, AT: 1, IT: 1, SE: 1, AU: 10, JP: 9, CN: 8,
}; // prettier-ignore

/** Days of the year on which a country rests, `MM-DD`. */
const HOLIDAYS: Readonly<Record<string, readonly string[]>> = {
  US: ['01-01', '07-04', '12-25'],
  CA: ['01-01', '07-01', '12-25', '12-26'],
  GB: ['01-01', '12-25', '12-26'],
  DE: ['01-01', '05-01', '10-03', '12-25', '12-26'],
  FR: ['01-01', '05-01', '05-08', '07-14', '08-15', '11-01', '11-11', '12-25'],
  PL: ['01-01', '01-06', '05-01', '05-03', '08-15', '11-01', '11-11', '12-25', '12-26'],
  ES: ['01-01', '01-06', '05-01', '08-15', '10-12', '11-01', '12-06', '12-08', '12-25'],
  NL: ['01-01', '04-27', '12-25', '12-26'],
  AT: ['01-01', '01-06', '05-01', '08-15', '10-26', '11-01', '12-08', '12-25', '12-26'],
  IT: ['01-01', '01-06', '04-25', '05-01', '06-02', '08-15', '11-01', '12-08', '12-25', '12-26'],
  SE: ['01-01', '01-06', '05-01', '06-06', '12-25', '12-26'],
  AU: ['01-01', '01-26', '04-25', '12-25', '12-26'],
  JP: ['01-01', '02-11', '02-23', '04-29', '05-03', '05-04', '05-05', '11-03', '11-23'],
};

export interface Lane {
  readonly carrier: string;
  /** ISO codes of countries. */
  readonly from: string;
  readonly to: string;
  readonly postcode: string;
}

/** A number from 0 to below 1 that follows from a text. */
function chanceOf(text: string): number {
  let hash = 2166136261;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 16777619);
  hash = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b);
  return ((hash ^ (hash >>> 13)) >>> 0) / 2 ** 32;
}

const between = (share: number, low: number, high: number): number => low + share * (high - low);

const local = (moment: number, country: string): Date => new Date(moment + (OFFSETS[country] ?? 0) * HOUR);

function works({ weekdays, onHolidays }: Service, moment: number, country: string): boolean {
  const date = local(moment, country);
  if (!weekdays.includes(date.getUTCDay())) return false;
  return onHolidays || !(HOLIDAYS[country] ?? []).includes(date.toISOString().slice(5, 10));
}

/** Midnight of the next day in a country. */
function nextDay(moment: number, country: string): number {
  const date = local(moment, country);
  return moment + DAY - (date.getTime() % DAY);
}

/** The day of work in a country that a moment is on, or else the next, at some hours of it. */
export function dayOfWork(
  service: Service,
  moment: number,
  country: string,
  [from, to]: readonly [number, number],
  random: Random,
): number {
  let at = moment;
  while (!works(service, at, country)) at = nextDay(at, country);
  const midnight = nextDay(at, country) - DAY;
  return midnight + between(random.next(), from, to) * HOUR;
}

/** So many days of work later. */
export function later(service: Service, moment: number, days: number, country: string): number {
  let at = moment;
  let left = days * DAY;
  for (;;) {
    const next = nextDay(at, country);
    if (works(service, at, country)) {
      if (left <= next - at) return at + left;
      left -= next - at;
    }
    at = next;
  }
}

/** What the lane takes usually, in days of work. */
export function usualDays({ carrier, from, to }: Lane): number {
  const { home, abroad } = SERVICES[carrier] as Service;
  return from === to ? home : abroad * between(chanceOf(`${from}-${to}`), 0.75, 1.35);
}

/** What a parcel that sets out at a moment takes, in days of work. */
export function workOf(lane: Lane, start: number, random: Random): number {
  const { spread } = SERVICES[lane.carrier] as Service;
  const area = between(chanceOf(`${lane.to} ${lane.postcode.slice(0, 2)}`), 0.9, 1.2);
  const date = new Date(start);
  const day = date.toISOString().slice(5, 10);
  // from Black Friday to Christmas everything is slow
  const season = day >= '11-20' && day <= '12-24' ? 1.3 : 1;
  // now and then a week in which nothing goes right in a country
  const week = Math.floor(start / (7 * DAY));
  const storm = chanceOf(`${lane.to} in week ${week}`) < 0.06 ? between(random.next(), 1, 3) : 0;
  const mishap = random.chance(0.06) ? between(random.next(), 2, 8) : 0;
  const normal = Math.sqrt(-2 * Math.log(1 - random.next())) * Math.cos(2 * Math.PI * random.next());
  return Math.max(0.4, usualDays(lane) * area * season * Math.exp(spread * normal)) + storm + mishap;
}

/** The day that a carrier tells at the first scan, at midnight; undefined where it tells none. */
export function promisedDay(lane: Lane, shippedAt: number): number | undefined {
  const service = SERVICES[lane.carrier] as Service;
  if (service.promise === undefined) return undefined;
  const days = Math.max(1, Math.round(usualDays(lane) * service.promise));
  const moment = later(service, shippedAt, days, lane.to);
  const date = local(moment, lane.to);
  return date.getTime() - (date.getTime() % DAY);
}
