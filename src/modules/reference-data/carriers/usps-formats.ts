import { gs1 } from './check-digits.js';
import { checked, exclusive, type NumberFormat } from './number-format.js';

/** The 91 of the old labels counts also where it is left out. */
const with91 = (serial: string): number => gs1(serial.startsWith('91') ? serial : `91${serial}`);

/**
 * The mailer's id has nine digits and begins with 9, or has six and begins with another digit. Of 20 digits, `00` begins a
 * container code of anybody's.
 */
const BARE: readonly NumberFormat[] = [
  checked('USPS 20', 'usps', /^((?!00)[0-9]{19})([0-9])$/, gs1),
  checked('USPS legacy', 'usps', /^((?!00)[0-9]{19})([0-9])$/, with91),
  exclusive(checked('USPS legacy', 'usps', /^(91[0-9]{19})([0-9])$/, gs1)),
  exclusive(
    checked('USPS IMpb, online', 'usps', /^(94[0-9]{19}|94[0-9]{23}|94[0-9]{3}9[0-9]{23})([0-9])$/, gs1),
  ),
  exclusive(
    checked('USPS IMpb, commercial', 'usps', /^(92[0-9]{3}9[0-9]{15}|92[0-9]{3}9[0-9]{19})([0-9])$/, gs1),
  ),
  exclusive(
    checked(
      'USPS IMpb, commercial',
      'usps',
      /^(93[0-9]{3}[0-8][0-9]{15}|93[0-9]{3}[0-8][0-9]{19})([0-9])$/,
      gs1,
    ),
  ),
  exclusive(checked('USPS IMpb, retail', 'usps', /^(95[0-9]{19}|95[0-9]{23})([0-9])$/, gs1)),
];

/** What a label's bar code has before the number: 420 and the ZIP code, with or without its four digits more. */
const ROUTED = /^420[0-9]+$/;
const ZIP = 8;
const ZIP_PLUS_4 = 12;

/** Digits that may come after a ZIP code; four more would be those of the ZIP code. */
const AFTER_ZIP: readonly number[] = [20, 22, 26];
const AFTER_ZIP_PLUS_4: readonly number[] = [20, 22];

/** USPS numbers of all lengths, bare and with the ZIP code of the destination. FedEx SmartPost's parcels have such ones. */
export const USPS_FORMATS: readonly NumberFormat[] = [
  ...BARE,
  ...BARE.filter(({ name }) => name !== 'USPS 20').map((format) => ({
    ...exclusive(format),
    name: `${format.name}, with ZIP code`,
    fits: (number: string) =>
      ROUTED.test(number) &&
      ((AFTER_ZIP.includes(number.length - ZIP) && format.fits(number.slice(ZIP))) ||
        (AFTER_ZIP_PLUS_4.includes(number.length - ZIP_PLUS_4) && format.fits(number.slice(ZIP_PLUS_4)))),
  })),
];
