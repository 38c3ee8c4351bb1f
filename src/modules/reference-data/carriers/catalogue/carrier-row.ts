import type { NumberFormatRow } from '../number-format.js';

/** All that the project knows of a carrier. What is left out is not known. */
export interface CarrierRow {
  readonly name: string;
  /** The country whose national post it is: it issues the UPU S10 numbers that end with this ISO 3166 code. */
  readonly postOf?: string;
  /** It delivers items with UPU S10 numbers, but issues none. */
  readonly deliversPost?: true;
  /** ISO 3166 codes of the countries where it works, with blanks between; left out for the whole world. */
  readonly countries?: string;
  /** Its web site, without `https://`. */
  readonly site?: string;
  /** The page that shows a parcel, with `{}` for its number. What begins with `/` or `?` is a page of the site. */
  readonly tracking?: string;
  readonly description?: string;
  readonly phone?: string;
  /** Other names, of itself or of its services. Case, accents and punctuation make no difference. */
  readonly aliases?: readonly string[];
  /**
   * Shops write a service after its name: `USPS Priority Mail`, `Royal Mail Tracked 48`. Left out where the name begins with
   * a word of the language, as those of Echo and Global do.
   */
  readonly hasServices?: true;
  /**
   * The code of a carrier with which it hands parcels over or is one house: news of either may be of a parcel of the other.
   * The family has the code of one carrier in it, whose own row leaves this out.
   */
  readonly family?: string;
  /** Its key at 17TRACK. Source: res.17track.net/asset/carrier/info/apicarrier.all.json */
  readonly seventeenTrack?: number;
  /** Another carrier with the same key comes before it when 17TRACK's key is all that is known. */
  readonly isSecondAtSeventeenTrack?: true;
  /** Its `carrier_name` at Karrio. Source: `TrackingData.carrier_name` in Karrio's OpenAPI document. */
  readonly karrio?: string;
  /** Its slugs at AfterShip, with blanks between. They are names of it, too. */
  readonly aftership?: string;
  /** The forms of its tracking numbers, the most telling first. */
  readonly formats?: readonly NumberFormatRow[];
}

/** Carriers by code. */
export type CarrierTable = Readonly<Record<string, CarrierRow>>;
