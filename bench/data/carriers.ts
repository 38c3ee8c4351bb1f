/** A carrier with the form of its tracking numbers; `*` stands for all digits of the parcel's own number. */
export interface Carrier {
  readonly name: string;
  readonly weight: number;
  readonly form: string;
  /** How many digits the parcel's own number has. */
  readonly digits: number;
}

export const CARRIERS: readonly Carrier[] = [
  { name: 'usps', weight: 26, form: '9400111899*', digits: 12 },
  { name: 'ups', weight: 18, form: '1ZW84E03*', digits: 10 },
  { name: 'china-post', weight: 16, form: 'LZ*CN', digits: 9 },
  { name: 'fedex', weight: 10, form: '78*', digits: 10 },
  { name: 'yunexpress', weight: 10, form: 'YT2*', digits: 15 },
  { name: 'dhl', weight: 9, form: '*', digits: 10 },
  { name: 'gls', weight: 6, form: 'ZL*', digits: 9 },
  { name: 'royal-mail', weight: 5, form: 'QB*GB', digits: 9 },
];

/** Has no divisor in common with a power of ten, so that no two parcels share a number. */
const STRIDE = 618_033_987n;

/** A tracking number that no other parcel of the data set has. */
export function trackingNumberOf(shipment: number, { form, digits }: Carrier): string {
  const size = 10n ** BigInt(digits);
  const own = ((BigInt(shipment) + 1n) * STRIDE ** 2n + 271_828_182n) % size;
  return form.replace('*', String(own).padStart(digits, '0'));
}

/** Where parcels start. */
export const ORIGINS = [
  { name: 'China', iso2: 'CN', depots: ['Shenzhen', 'Yiwu', 'Guangzhou'] },
  { name: 'United States', iso2: 'US', depots: ['Memphis, TN', 'Ontario, CA', 'Newark, NJ'] },
  { name: 'Germany', iso2: 'DE', depots: ['Köln', 'Leipzig'] },
  { name: 'United Kingdom', iso2: 'GB', depots: ['Birmingham', 'Bristol'] },
] as const;

/** To where, with the share of each country. */
export const MARKETS = {
  US: 46,
  CA: 9,
  GB: 11,
  DE: 10,
  FR: 7,
  PL: 3,
  ES: 3,
  NL: 3,
  AT: 2,
  IT: 2,
  SE: 1,
  AU: 2,
  JP: 1,
};
