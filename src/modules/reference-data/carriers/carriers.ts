import { countryName } from '../countries/countries.js';
import type { Carrier } from './carrier.js';
import type { CarrierRow } from './catalogue/carrier-row.js';
import { CARRIER_ROWS } from './catalogue/catalogue.js';

export { TEST_CARRIER } from './catalogue/catalogue.js';

/** What a row leaves out follows from what it says. */
function carrierFrom(code: string, row: CarrierRow): Carrier {
  const { name, postOf, countries = postOf, site, tracking, aliases = [], aftership } = row;
  const url = site === undefined ? null : `https://${site}`;
  return {
    code,
    name,
    family: row.family ?? code,
    aliases: [...aliases, ...(aftership?.split(' ') ?? [])],
    phone: row.phone ?? null,
    url,
    image: null,
    countryIso2Codes: countries?.split(' ') ?? [],
    description: row.description ?? (postOf === undefined ? null : `National post: ${countryName(postOf)}.`),
    trackingUrlTemplate:
      tracking === undefined ? null : tracking.startsWith('http') ? tracking : `${url}${tracking}`,
  };
}

/** All carriers, in the order of the catalogue. */
export const CARRIERS: readonly Carrier[] = CARRIER_ROWS.map(([code, row]) => carrierFrom(code, row));

const byCode: ReadonlyMap<string, Carrier> = new Map(CARRIERS.map((carrier) => [carrier.code, carrier]));

/** The carrier with this code; codes are in small letters. */
export const carrierByCode = (code: string): Carrier | undefined => byCode.get(code);

/** The page on which a carrier shows a parcel; null when there is none. */
export function carrierTrackingUrl(carrierCode: string, trackingNumber: string): string | null {
  const template = carrierByCode(carrierCode)?.trackingUrlTemplate;
  return template ? template.replaceAll('{}', () => encodeURIComponent(trackingNumber)) : null;
}
