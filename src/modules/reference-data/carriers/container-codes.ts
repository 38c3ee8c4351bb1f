import { gs1 } from './check-digits.js';
import { checked, exclusive, type NumberFormat } from './number-format.js';

/**
 * GS1's serial shipping container code (SSCC): an extension digit, the company prefix of whoever numbers the parcel, a
 * serial number, a check digit; in a bar code `00` comes before it. Anybody may number parcels so: only a prefix that is
 * a carrier's own says who carries.
 */
const ISSUERS = [
  // the extension digit is always 3 there
  { name: 'DHL Paket, SSCC', carrier: 'dhl-germany', start: '34043' },
  { name: 'Poczta Polska, SSCC', carrier: 'poczta-polska', start: '[0-9]5900773' },
] as const;

/** Container codes by their issuers. */
export const CONTAINER_FORMATS: readonly NumberFormat[] = ISSUERS.map(({ name, carrier, start }) =>
  exclusive(checked(name, carrier, new RegExp(`^(?:00)?(?=[0-9]{18}$)(${start}[0-9]+)([0-9])$`), gs1)),
);

/** Of the form of a carrier whose own prefix nobody has told: what others have numbered is not its. */
export const unlessIssued = (format: NumberFormat): NumberFormat => ({
  ...format,
  fits: (number) => format.fits(number) && !CONTAINER_FORMATS.some((issued) => issued.fits(number)),
});
