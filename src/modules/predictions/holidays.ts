import { createRequire } from 'node:module';
import { Worker } from 'node:worker_threads';
import { type Day, dayOf, yearOf } from './days.js';

/** Public holidays by country and year, as `DE 2026`. */
type Calendars = ReadonlyMap<string, readonly string[]>;

/**
 * The rules of the world take 40 MB and a fifth of a second to load, and are needed for some lines a year. A thread of its own
 * loads them, tells the dates that are asked for, and ends.
 */
const SCRIPT = `
const { parentPort, workerData } = require('node:worker_threads');
const loaded = require(workerData.path);
const Holidays = loaded.default ?? loaded;
parentPort.postMessage(
  workerData.years.map((key) => {
    const [country, year] = key.split(' ');
    const rules = new Holidays(country, { types: ['public'] });
    const dates = (rules.getHolidays(Number(year)) || []).flatMap(({ date, start, end }) => {
      const days = Math.max(1, Math.round((end - start) / 86400000));
      const first = Date.parse(date.slice(0, 10) + 'T00:00:00Z');
      return Array.from({ length: days }, (_, at) => new Date(first + at * 86400000).toISOString().slice(0, 10));
    });
    return [key, dates];
  }),
);
`;

function askThread(years: readonly string[]): Promise<Calendars> {
  return new Promise((resolve, reject) => {
    const path = createRequire(import.meta.url).resolve('date-holidays');
    const thread = new Worker(SCRIPT, { eval: true, workerData: { path, years }, execArgv: [] });
    thread.once('message', (entries: [string, string[]][]) => resolve(new Map(entries)));
    thread.once('error', reject);
    thread.once('exit', () => reject(new Error('The public holidays could not be read.')));
  });
}

const NONE: ReadonlySet<Day> = new Set();

/** Countries that there are holidays of are two letters. */
const isCountry = (country: string | null): country is string => /^[A-Z]{2}$/.test(country ?? '');

/** The public holidays of countries, those of all of a country and not of its parts; kept when they have been asked for once. */
class HolidayCalendars {
  private readonly years = new Map<string, Promise<unknown>>();
  private readonly days = new Map<string, Set<Day>>();

  /** Makes the holidays of some days known, with those of the days around. */
  async load(wanted: Iterable<readonly [country: string | null, day: Day]>): Promise<void> {
    const missing = new Set<string>();
    const waiting = new Set<Promise<unknown>>();
    for (const [country, day] of wanted) {
      if (!isCountry(country)) continue;
      for (const year of new Set([yearOf(day - AROUND), yearOf(day), yearOf(day + AROUND)])) {
        const key = `${country} ${year}`;
        const known = this.years.get(key);
        if (known) waiting.add(known);
        else if (year > 1970 && year < 2100) missing.add(key);
      }
    }
    if (missing.size > 0) waiting.add(this.ask([...missing]));
    await Promise.all(waiting);
  }

  /** Those that are known of a country. */
  of = (country: string | null): ReadonlySet<Day> => this.days.get(country ?? '') ?? NONE;

  private ask(keys: readonly string[]): Promise<void> {
    const asked = askThread(keys).then((found) => {
      for (const [key, dates] of found) {
        const country = key.slice(0, 2);
        const days = this.days.get(country) ?? new Set();
        for (const date of dates) days.add(dayOf(date));
        this.days.set(country, days);
      }
    });
    for (const key of keys) this.years.set(key, asked);
    // what has failed is asked for again the next time
    asked.catch(() => keys.forEach((key) => this.years.delete(key)));
    return asked;
  }
}

/** Days before and after one that its prediction may look at: most of a year would be loaded twice for nothing. */
const AROUND = 120;

/** One for the process: the calendar is the same for everybody. */
export const holidays = new HolidayCalendars();
