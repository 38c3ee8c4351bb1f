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
