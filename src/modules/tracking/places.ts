import { iso31661 } from 'iso-3166';
import { COUNTRIES, STATES } from '../reference-data/countries/countries.js';
import { fold } from '../../core/metadata/fold.js';

/** Where a checkpoint is, in as many words as are known; all folded. */
export interface Place {
  /** ISO 3166. */
  readonly country: string | undefined;
  /** ISO 3166-2: `US-CA`. */
  readonly state: string | undefined;
  /** What is left: the city, a street, what the carrier calls its depot. */
  readonly names: readonly string[];
  /** It is one only where there is such a city: `MEMPHIS TN`, but not `HUB IN`. */
  readonly isGuess?: boolean;
}

/** Languages in which carriers write the names of countries. */
const LANGUAGES = ['en', 'de', 'fr', 'es', 'it', 'nl', 'pl', 'pt'];

/** Names that nobody's list has. */
const SPOKEN: Readonly<Record<string, string>> = {
  USA: 'US',
  'U.S.A.': 'US',
  'U.S.': 'US',
  'UNITED STATES OF AMERICA': 'US',
  UK: 'GB',
  'GREAT BRITAIN': 'GB',
  ENGLAND: 'GB',
  SCOTLAND: 'GB',
  WALES: 'GB',
  'NORTHERN IRELAND': 'GB',
  HOLLAND: 'NL',
  'HONG KONG': 'HK',
  MACAU: 'MO',
  KOREA: 'KR',
  RUSSIA: 'RU',
  UAE: 'AE',
};

const countries = new Map<string, string>();
for (const language of LANGUAGES) {
  const names = new Intl.DisplayNames(language, { type: 'region' });
  for (const { code } of COUNTRIES) countries.set(fold(names.of(code) ?? code), code);
}
for (const { code, name } of COUNTRIES) countries.set(fold(name), code);
for (const [name, code] of Object.entries(SPOKEN)) countries.set(name, code);
for (const { alpha2, alpha3 } of iso31661) countries.set(alpha2, alpha2).set(alpha3, alpha2);

/** Countries whose addresses end with a state. */
const WITH_STATES = ['US', 'CA', 'AU', 'BR', 'MX', 'IN'];
const states = new Map<string, string>();
for (const { code, name } of STATES.toReversed()) {
  const country = code.slice(0, 2);
  states.set(`${country} ${fold(name)}`, code).set(`${country} ${code.slice(3)}`, code);
}

const stateIn = (country: string, part: string): string | undefined =>
  states.get(`${country} ${part}`) ?? states.get(`${country} ${part.replace(/ [\d -]+$/, '')}`);

/** The country of a folded name or code. */
export const countryIn = (part: string): string | undefined => countries.get(part);

/** The parts of a place as carriers write it, `GASQUET, CA, US` or `Paris (France)`, folded. */
const partsOf = (text: string): readonly string[] =>
  fold(text)
    .split(/[,;/|()[\]]| - /)
    .map((part) => part.trim())
    .filter((part) => part !== '');

/**
 * What a place may be, the likeliest first: `Los Angeles, CA` is in California or in Canada. Never none, but maybe with
 * nothing known.
 */
export function placesIn(text: string): readonly Place[] {
  const parts = partsOf(text);
  const last = parts.at(-1);
  if (last === undefined) return [{ country: undefined, state: undefined, names: [] }];
  const before = parts.slice(0, -1);
  const found: Place[] = [];
  const country = countries.get(last);
  if (country !== undefined) {
    const state = before.map((part) => stateIn(country, part)).findLast((each) => each !== undefined);
    const names = before.filter((part) => state === undefined || stateIn(country, part) !== state);
    // New York is a city, too
    found.push({ country, state, names: names.length > 0 ? names : before });
  }
  for (const within of before.length > 0 ? WITH_STATES : []) {
    const state = stateIn(within, last);
    if (state !== undefined) found.push({ country: within, state, names: before });
  }
  found.push(...unpunctuated(last, before));
  const first = parts[0];
  const inFront = country === undefined && first !== undefined ? countries.get(first) : undefined;
  if (inFront !== undefined) found.push({ country: inFront, state: undefined, names: parts.slice(1) });
  return [...found, { country: undefined, state: undefined, names: parts }];
}

/** `JERSEY CITY NJ US`, `PARIS FR`: a country or state that no comma sets apart. */
function unpunctuated(last: string, before: readonly string[]): readonly Place[] {
  const [, rest, end] = /^(.+) ([A-Z]{2,3})$/.exec(last) ?? [];
  if (rest === undefined || end === undefined) return [];
  const country = countries.get(end);
  const [, city, code] = /^(.*) ?\b([A-Z]{2,3})$/.exec(rest) ?? [];
  const state = country === undefined || code === undefined ? undefined : stateIn(country, code);
  const names = [...before, (state === undefined ? rest : (city ?? '')).trim()].filter((name) => name !== '');
  const inCountry = country === undefined ? [] : [{ country, state, names, isGuess: state === undefined }];
  const inStates = WITH_STATES.flatMap((within) => {
    const found = stateIn(within, end);
    return found === undefined
      ? []
      : [{ country: within, state: found, names: [...before, rest], isGuess: true }];
  });
  return [...inCountry, ...inStates];
}

/** A place of which a provider tells the parts. */
export function placeOf(parts: { country?: unknown; state?: unknown; city?: unknown }): Place | undefined {
  const [country = '', state = '', city = ''] = [parts.country, parts.state, parts.city].map((part) =>
    typeof part === 'string' ? fold(part).trim() : '',
  );
  const code = countries.get(country);
  if (code === undefined) return undefined;
  return { country: code, state: stateIn(code, state), names: city === '' ? [] : [city] };
}
