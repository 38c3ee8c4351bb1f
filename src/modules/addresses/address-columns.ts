import type { Address } from './address.entity.js';

/** What an address has: all but what it is searched by. */
export type AddressPart = Exclude<keyof Address, `${string}Folded`>;

const PARTS = [
  'firstName',
  'lastName',
  'company',
  'addressLine1',
  'addressLine2',
  'city',
  'state',
  'postcode',
  'country',
  'countryIso2',
] as const satisfies readonly AddressPart[];

/** The parts of an address, as they are stored and as TrackMage's bodies have them. */
export type AddressColumns = Readonly<Record<AddressPart, string | null>>;

/** The parts of the address that is in a row's columns below `path`: `shippingAddress`. */
export const addressColumns = <P extends string>(
  row: Readonly<Record<`${P}.${AddressPart}`, string | null>>,
  path: P,
): AddressColumns =>
  Object.fromEntries(PARTS.map((part) => [part, row[`${path}.${part}`]])) as Record<AddressPart, null>;
