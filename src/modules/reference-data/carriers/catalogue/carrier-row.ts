/**
 * A carrier in few words; an empty string is what we do not know. `countries`: ISO 3166 codes with blanks between, none
 * for the whole world. `site`: without `https://`. `tracking`: the page that shows a parcel, with `{}` for its number;
 * what begins with `/` or `?` or `#` is a page of the site.
 */
export type CarrierRow = readonly [
  name: string,
  countries?: string,
  site?: string,
  tracking?: string,
  description?: string,
  phone?: string,
];

/** Carriers by code. */
export type CarrierTable = Readonly<Record<string, CarrierRow>>;

/** A postal operator in few words, by the country that UPU S10 numbers end with. */
export type PostRow = readonly [code: string, name: string, site?: string, tracking?: string, phone?: string];
