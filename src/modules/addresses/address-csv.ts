import { countryCodeByName } from '../reference-data/countries/country-names.js';
import type { CellReader } from '../../core/metadata/csv-hints.js';

/** `Ada M. Lovelace`: the last word is the last name. */
const fullName: CellReader = (cell) => {
  const words = cell.trim().split(/\s+/);
  return words.length === 1
    ? { firstName: words[0] }
    : { firstName: words.slice(0, -1).join(' '), lastName: words.at(-1) };
};

/** A country by its code or by its name. */
const country: CellReader = (cell) => {
  const code = countryCodeByName(cell);
  return {
    countryIso2: code,
    country: code === undefined || cell.trim().length > 2 ? cell.trim() : undefined,
  };
};

/** Names of an address's parts in exports, behind what each of them calls the address: `Shipping City`, `ship-city`. */
const PARTS: Readonly<Record<string, readonly string[]>> = {
  firstName: ['first name'],
  lastName: ['last name', 'surname'],
  company: ['company', 'company name'],
  addressLine1: ['address 1', 'address line 1', 'address1', 'street 1', 'street', 'address 1&2', 'address'],
  addressLine2: ['address 2', 'address line 2', 'street 2'],
  city: ['city', 'suburb', 'town'],
  state: ['state', 'province', 'state code', 'province name', 'region'],
  postcode: ['postcode', 'zip', 'postal code', 'zip code', 'post code'],
  countryIso2: ['country code', 'country iso2'],
};

/** `address` alone is our own object. */
const around = (prefixes: readonly string[], part: string): string[] =>
  prefixes
    .flatMap((prefix) => [`${prefix} ${part}`.trim(), `${part} ${prefix}`.trim()])
    .filter((name) => name !== 'address');

/** The columns of an address, for the hints of a resource: `field` of it, called one of `prefixes` elsewhere. */
export function addressNames(
  field: string,
  prefixes: readonly string[],
): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(
    Object.entries(PARTS).map(([part, names]) => [
      `${field}.${part}`,
      names.flatMap((name) => around(prefixes, name)),
    ]),
  );
}

/** Its cells that hold more than one part. */
export function addressCells(
  field: string,
  prefixes: readonly string[],
): Readonly<Record<string, { readonly field: string; readonly read: CellReader }>> {
  const named = (names: readonly string[], read: CellReader) =>
    names.flatMap((name) => around(prefixes, name)).map((name) => [name, { field, read }] as const);
  return Object.fromEntries([
    ...named(['name', 'full name'], fullName),
    ...named(['country', 'country name'], country),
  ]);
}
