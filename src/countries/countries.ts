import { iso31661, iso31662 } from 'iso-3166';
import type { Country } from './country.resource.js';
import type { State } from './state.resource.js';

/** Countries that address forms offer first. */
const PREFERRED: readonly string[] = ['US', 'CA', 'GB', 'AU'];

/** The country that a state's code begins with. */
const countryOf = ({ code }: State): string => code.slice(0, 2);

/** Every state, by country. */
export const STATES: readonly State[] = iso31662.map(({ code, name }) => ({ code, name }));

const stateful = new Set(STATES.map(countryOf));

export const statesOf = ({ code }: Country): readonly State[] =>
  STATES.filter((state) => countryOf(state) === code);

/** Every country, by code. */
export const COUNTRIES: readonly Country[] = iso31661.map(({ alpha2, name }) => ({
  code: alpha2,
  name,
  preferred: PREFERRED.includes(alpha2),
  stateful: stateful.has(alpha2),
}));

const codes = new Set(COUNTRIES.map(({ code }) => code));

/** Kosovo has no code of its own in ISO 3166, and ships under this one. */
const USED_EVERYWHERE = 'XK';

/** Whether parcels can be sent to a country with this code, in capitals. */
export const isCountryCode = (code: string): boolean => codes.has(code) || code === USED_EVERYWHERE;

const spoken = new Intl.DisplayNames('en', { type: 'region' });

/** What people call a country, by its ISO 3166 code: "United States". */
export const countryName = (code: string): string | undefined =>
  isCountryCode(code) ? spoken.of(code) : undefined;

/** A name as it is compared: capitals, accents and punctuation make no difference. */
const nameKey = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/[^\p{L}]+/gu, '')
    .toLowerCase();

/** What people write that neither ISO 3166 nor English calls a country. */
const ALSO_CALLED: Readonly<Record<string, string>> = {
  USA: 'US',
  'U.S.A.': 'US',
  'United States of America': 'US',
  UK: 'GB',
  'Great Britain': 'GB',
  England: 'GB',
  Scotland: 'GB',
  Wales: 'GB',
  'Northern Ireland': 'GB',
  Holland: 'NL',
  'Czech Republic': 'CZ',
  Russia: 'RU',
  'South Korea': 'KR',
  Vietnam: 'VN',
  Macedonia: 'MK',
  'Ivory Coast': 'CI',
  Swaziland: 'SZ',
  'Cape Verde': 'CV',
  Burma: 'MM',
};

const byName = new Map(
  [
    ...COUNTRIES.map(({ name, code }) => [name, code] as const),
    ...[...codes, USED_EVERYWHERE].map((code) => [spoken.of(code) ?? '', code] as const),
    ...Object.entries(ALSO_CALLED),
  ].map(([name, code]) => [nameKey(name), code]),
);

/** The ISO 3166 code of a country that is given by its code or its English name; undefined when nobody knows it. */
export function countryCode(text: string): string | undefined {
  const code = text.trim().toUpperCase();
  return isCountryCode(code) ? code : byName.get(nameKey(text));
}
