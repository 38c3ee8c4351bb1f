import { CARRIER_ROWS } from './catalogue/catalogue.js';
import { s10 } from './check-digits.js';

/** The code of the carrier that issues the UPU S10 numbers of a country. */
export const POSTAL_OPERATORS: ReadonlyMap<string, string> = new Map(
  CARRIER_ROWS.flatMap(([code, { postOf }]): [string, string][] =>
    postOf === undefined ? [] : [[postOf, code]],
  ),
);

const FORMAT = /^[A-Z]{2}([0-9]{8})([0-9])([A-Z]{2})$/;

/** The post that issued an item's number, as UPU S10 says: `RB123456785GB` is Royal Mail's. */
export interface PostalItem {
  readonly carrier: string;
  readonly countryIso2: string;
}

/** What a normal tracking number says as one of UPU S10; undefined when it is none. */
export function postalItem(number: string): PostalItem | undefined {
  const [, serial = '', digit, countryIso2 = ''] = FORMAT.exec(number) ?? [];
  if (digit === undefined || String(s10(serial)) !== digit) return undefined;
  const carrier = POSTAL_OPERATORS.get(countryIso2);
  return carrier === undefined ? undefined : { carrier, countryIso2 };
}
