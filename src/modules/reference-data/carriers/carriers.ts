import { countryName } from '../countries/countries.js';
import type { Carrier } from './carrier.js';
import { ALIASES } from './catalogue/aliases.js';
import { AMERICAS } from './catalogue/americas.js';
import { ASIA_PACIFIC } from './catalogue/asia-pacific.js';
import type { CarrierRow, CarrierTable, PostRow } from './catalogue/carrier-row.js';
import { CHINA } from './catalogue/china.js';
import { EUROPE } from './catalogue/europe.js';
import { FAMILY_OF } from './catalogue/families.js';
import { POSTS } from './catalogue/posts.js';
import { WORLDWIDE } from './catalogue/worldwide.js';

/** The carrier of test numbers, which answers at once with the status that the number asks for. */
export const TEST_CARRIER = 'tm-test';

const TEST: CarrierTable = {
  [TEST_CARRIER]: [
    'TM Test',
    '',
    '',
    '',
    'Answers with the status that the number asks for: TM200000000000001TM.',
  ],
};

const carrierFrom = ([code, row]: readonly [string, CarrierRow]): Carrier => {
  const [name, countries = '', site = '', tracking = '', description = '', phone = ''] = row;
  const url = site === '' ? null : `https://${site}`;
  return {
    code,
    name,
    family: FAMILY_OF.get(code) ?? code,
    aliases: ALIASES[code] ?? [],
    phone: phone || null,
    url,
    image: null,
    countryIso2Codes: countries === '' ? [] : countries.split(' '),
    description: description || null,
    trackingUrlTemplate:
      tracking === '' ? null : tracking.startsWith('http') ? tracking : `${url}${tracking}`,
  };
};

const postFrom = ([country, [code, name, site, tracking, phone]]: readonly [string, PostRow]): Carrier =>
  carrierFrom([code, [name, country, site, tracking, `National post: ${countryName(country)}.`, phone]]);

const fromTable = (table: CarrierTable): Carrier[] => Object.entries(table).map(carrierFrom);

/** All carriers: those of the whole world, the posts, then the others by region. */
export const CARRIERS: readonly Carrier[] = [
  ...fromTable(WORLDWIDE),
  ...Object.entries(POSTS).map(postFrom),
  ...fromTable(AMERICAS),
  ...fromTable(EUROPE),
  ...fromTable(ASIA_PACIFIC),
  ...fromTable(CHINA),
  ...fromTable(TEST),
];

const byCode: ReadonlyMap<string, Carrier> = new Map(CARRIERS.map((carrier) => [carrier.code, carrier]));

/** The carrier with this code; codes are in small letters. */
export const carrierByCode = (code: string): Carrier | undefined => byCode.get(code);

/** The page on which a carrier shows a parcel; null when there is none. */
export function trackingLink(carrierCode: string, trackingNumber: string): string | null {
  const template = carrierByCode(carrierCode)?.trackingUrlTemplate;
  return template ? template.replaceAll('{}', () => encodeURIComponent(trackingNumber)) : null;
}

const hostOf = (url: string): string => new URL(url).host.replace(/^www\./, '');

const hosts = new Set(
  CARRIERS.flatMap(({ url, trackingUrlTemplate }) => [url, trackingUrlTemplate])
    .filter((url) => url !== null)
    .map(hostOf),
);

/** Whether an http(s) address is on the site of a carrier of the catalogue, not on somebody's own. */
export const isCarriersPage = (address: string): boolean =>
  URL.canParse(address) && new URL(address).username === '' && hosts.has(hostOf(address));
