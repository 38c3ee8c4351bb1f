import { fold } from '../../../core/metadata/fold.js';
import { COUNTRIES, countryName, isCountryCode } from './countries.js';

/** Names that people and shops write, beside ISO's own and those of Unicode. */
const OTHER_NAMES: Readonly<Record<string, string>> = {
  USA: 'US',
  'Great Britain': 'GB',
  UK: 'GB',
  England: 'GB',
  Scotland: 'GB',
  Wales: 'GB',
  'Northern Ireland': 'GB',
  Holland: 'NL',
  'Czech Republic': 'CZ',
  Turkey: 'TR',
  'Hong Kong': 'HK',
  Macau: 'MO',
  'Ivory Coast': 'CI',
  Swaziland: 'SZ',
  Macedonia: 'MK',
  'Cape Verde': 'CV',
  Burma: 'MM',
  'Republic of Ireland': 'IE',
};

/** Capitals, accents, articles and ways to abbreviate make no difference. */
const comparable = (name: string): string =>
  fold(name)
    .replaceAll('&', ' AND ')
    .replace(/\bST\b/g, 'SAINT')
    .replace(/[^A-Z ]/g, '')
    .replace(/ +/g, ' ')
    .trim()
    .replace(/^THE /, '');

const codes = new Map<string, string>([
  ...[...COUNTRIES.map(({ code }) => code), 'XK'].map((code): [string, string] => [
    comparable(countryName(code) ?? ''),
    code,
  ]),
  ...COUNTRIES.map(({ code, name }): [string, string] => [comparable(name), code]),
  ...Object.entries(OTHER_NAMES).map(([name, code]): [string, string] => [comparable(name), code]),
]);

/** The ISO 3166 code of a country by its name, or by the code itself; undefined where nobody calls one so. */
export function countryCodeByName(name: string): string | undefined {
  const code = name.trim().toUpperCase();
  return isCountryCode(code) ? code : codes.get(comparable(name));
}
