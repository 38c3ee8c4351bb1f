import type { Schema } from '../../../core/openapi/types.js';
import { type AddressColumns, type AddressPart } from '../../../modules/addresses/address-columns.js';
import { countryName } from '../../../modules/reference-data/countries/countries.js';
import { countryCodeByName } from '../../../modules/reference-data/countries/country-names.js';

/** The parts of an address, each with BigCommerce's word for it and an example, in the order of its answers. */
const PARTS = {
  firstName: ['first_name', 'Jane'],
  lastName: ['last_name', 'Doe'],
  company: ['company', ''],
  addressLine1: ['street_1', '123 Main Street'],
  addressLine2: ['street_2', ''],
  city: ['city', 'Austin'],
  state: ['state', 'Texas'],
  postcode: ['zip', '78751'],
  country: ['country', 'United States'],
  countryIso2: ['country_iso2', 'US'],
} as const satisfies Record<AddressPart, readonly [word: string, example: string]>;

type Word = (typeof PARTS)[AddressPart][0];

/** Each part of an address with BigCommerce's word for it. */
export const ADDRESS_FIELDS = Object.entries(PARTS).map(
  ([part, [word]]) => [part as AddressPart, word] as const,
);

/** An address in BigCommerce's words, with '' for what nobody knows. */
export type PresentedAddress = Readonly<Record<Word | 'phone' | 'email', string>>;

/** The keys of an address in answers, in the OpenAPI document. */
export const ADDRESS_SCHEMAS: Readonly<Record<string, Schema>> = Object.fromEntries(
  [...Object.values(PARTS), ['phone', ''] as const, ['email', 'janedoe@example.com'] as const].map(
    ([word, example]) => [word, { type: 'string', examples: [example] }],
  ),
);

/** In BigCommerce's words. */
export function presentAddress(
  columns: AddressColumns,
  email: string | null,
  phone: string | null,
): PresentedAddress {
  const address = Object.fromEntries(
    ADDRESS_FIELDS.map(([part, word]) => [word, columns[part] ?? '']),
  ) as Record<Word, string>;
  const country = address.country || countryName(address.country_iso2) || '';
  const code = address.country_iso2 || countryCodeByName(country) || '';
  return { ...address, country, country_iso2: code, phone: phone ?? '', email: email ?? '' };
}
