import { cityMapping } from 'city-timezones';
import { STATES } from '../reference-data/countries/countries.js';
import { fold } from '../../core/metadata/fold.js';
import { clockOf, offsetAt } from '../../core/metadata/time-zone.js';
import { type Place, placesIn } from './places.js';

/** People by time zone. */
type PopulationByZone = ReadonlyMap<string, number>;
interface City {
  readonly country: string;
  /** Folded. */
  readonly province: string;
  readonly people: number;
  readonly zone: string;
}

/** A share of the people who live in a place: what so many have is what a carrier means. */
const MIN_POPULATION_SHARE = 0.95;

/** A city that is so many times as large as others of its name is the one that is meant. */
const MIN_CITY_RATIO = 10;

/** All of China, also its carriers, has the time of Beijing. */
const OFFICIAL_ZONES: Readonly<Record<string, string>> = {
  'Asia/Urumqi': 'Asia/Shanghai',
  'Asia/Kashgar': 'Asia/Shanghai',
};

const stateNames = new Map(STATES.map(({ code, name }) => [code, fold(name)]));

/** The cities of the world by name, and the zones of countries and states. Built when a bare time is first met. */
class Cities {
  private readonly byName = new Map<string, City[]>();
  private readonly zones = new Map<string, Map<string, number>>();

  constructor() {
    for (const { city, city_ascii, iso2, province, pop, timezone } of cityMapping) {
      if (typeof timezone !== 'string' || typeof iso2 !== 'string') continue;
      const zone = OFFICIAL_ZONES[timezone] ?? timezone;
      const people = Math.max(1, Number(pop) || 1);
      const entry = { country: iso2, province: fold(province ?? ''), people, zone };
      for (const name of new Set([fold(city), fold(city_ascii)]))
        this.byName.set(name, [...(this.byName.get(name) ?? []), entry]);
      for (const key of [iso2, `${iso2} ${entry.province}`]) this.add(key, zone, people);
    }
  }

  /** The zones in which a place may be: of its city, or else of its state or country; none when nobody knows. */
  zonesOf({ country, state, names }: Place): PopulationByZone | undefined {
    const province = state === undefined ? undefined : stateNames.get(state);
    for (const name of names) {
      const city = this.cityIn(name, country, province);
      if (city) return new Map([[city.zone, city.people]]);
    }
    if (country === undefined) return undefined;
    return (
      (province === undefined ? undefined : this.zones.get(`${country} ${province}`)) ??
      this.zones.get(country)
    );
  }

  /** Whether a place has a city that is known. */
  isCity = ({ country, state, names }: Place): boolean =>
    names.some((name) => this.cityIn(name, country, state === undefined ? undefined : stateNames.get(state)));

  /** `SHENZHEN PROCESSING CENTER` is in Shenzhen. */
  private cityIn(text: string, country?: string, province?: string): City | undefined {
    const words = text.split(' ');
    for (let count = Math.min(words.length, 4); count > 0; count--) {
      const name = words.slice(0, count).join(' ');
      if (name.length < 3 && count < words.length) break;
      const found = (this.byName.get(name) ?? [])
        .filter((city) => country === undefined || city.country === country)
        .filter((city) => province === undefined || city.province === province)
        .toSorted((a, b) => b.people - a.people);
      const [largest, next] = found;
      if (!largest) continue;
      const isClear = !next || next.zone === largest.zone || largest.people >= MIN_CITY_RATIO * next.people;
      return isClear ? largest : undefined;
    }
    return undefined;
  }

  private add(key: string, zone: string, people: number): void {
    const zones = this.zones.get(key) ?? new Map<string, number>();
    this.zones.set(key, zones.set(zone, (zones.get(zone) ?? 0) + people));
  }
}

/** A feed names few places, and their times have few offsets: what is worked out is remembered, up to so many. */
const MAX_CACHED_PLACES = 10_000;

function remembered<T>(known: Map<string, T>, key: string, find: () => T): T {
  const found = known.get(key);
  if (found !== undefined || known.has(key)) return found as T;
  if (known.size >= MAX_CACHED_PLACES) known.clear();
  const value = find();
  known.set(key, value);
  return value;
}

let cities: Cities | undefined;
const zonesByText = new Map<string, PopulationByZone | undefined>();

function zonesOf(place: string | Place): PopulationByZone | undefined {
  const known = (cities ??= new Cities());
  if (typeof place !== 'string') return known.zonesOf(place);
  return remembered(zonesByText, place, () => {
    const places = placesIn(place);
    const meant = places.find(known.isCity) ?? places.find(({ isGuess }) => isGuess !== true);
    return meant && known.zonesOf(meant);
  });
}

/**
 * The offset of a local time in a place, in milliseconds; undefined when the place is not known, or when its people do not
 * agree: `US` alone has many times, `ES` has one for nearly all. `local` is the local time as if it were UTC.
 */
export function offsetIn(place: string | Place, local: number): number | undefined {
  const { byOffset, all } = peopleByOffset(place, local);
  return [...byOffset].find(([, people]) => people >= MIN_POPULATION_SHARE * all)?.[0];
}

/** As `offsetIn`; where the people of a place do not agree, what most of them have. */
export const usualOffsetIn = (place: string | Place, local: number): number | undefined =>
  [...peopleByOffset(place, local).byOffset].toSorted((a, b) => b[1] - a[1])[0]?.[0];

function peopleByOffset(
  place: string | Place,
  local: number,
): { readonly byOffset: ReadonlyMap<number, number>; readonly all: number } {
  const byOffset = new Map<number, number>();
  let all = 0;
  for (const [zone, people] of zonesOf(place) ?? []) {
    const offset = offsetOf(zone, local);
    if (offset === undefined) continue;
    byOffset.set(offset, (byOffset.get(offset) ?? 0) + people);
    all += people;
  }
  return { byOffset, all };
}

/**
 * The time zone of a place, such as `Europe/Berlin`; undefined when the place is not known, or when its people have
 * several.
 */
export function zoneOf(place: string | Place): string | undefined {
  const zones = [...(zonesOf(place) ?? [])];
  const all = zones.reduce((sum, [, people]) => sum + people, 0);
  return zones.find(([, people]) => people >= MIN_POPULATION_SHARE * all)?.[0];
}

/** Clocks change at the quarter of an hour at most. */
const QUARTER = 15 * 60_000;
const offsets = new Map<string, number | undefined>();
const clocks = new Map<string, Intl.DateTimeFormat | undefined>();

/** The offset of a local time in a zone such as `Europe/Berlin`, in milliseconds; undefined when there is no such zone. */
export function offsetOf(zone: string, local: number): number | undefined {
  const name = zone.toUpperCase();
  return remembered(offsets, `${name} ${Math.floor(local / QUARTER)}`, () => {
    const clock = remembered(clocks, name, () => clockOf(zone));
    // twice: the offset of the moment is that of the local time, but for the hours around a change
    return clock && offsetAt(clock, local - offsetAt(clock, local));
  });
}
