/** Who carries parcels. */
export class Carrier {
  readonly code!: string;
  readonly name!: string;
  /** What it has in common with related carriers, which hand parcels to each other; its own code when it has none. */
  readonly family!: string;
  /** What others call it. */
  readonly aliases!: readonly string[];
  readonly phone!: string | null;
  readonly url!: string | null;
  readonly image!: string | null;
  /** Where it works; none: in the whole world, or nobody knows. */
  readonly countryIso2Codes!: readonly string[];
  readonly description!: string | null;
  /** The page that shows a parcel, with `{}` where its number belongs. */
  readonly trackingUrlTemplate!: string | null;
}
