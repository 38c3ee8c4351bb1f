/**
 * How much a format says: `checked`: it has a check digit, which holds; `marked`: letters that the carrier's numbers
 * have; `shaped`: a length, or letters that numbers of others have as well.
 */
export const CERTAINTIES = ['checked', 'marked', 'shaped'] as const;
export type Certainty = (typeof CERTAINTIES)[number];

/** A form that a carrier's tracking numbers have, in normal form: capitals, no blanks and no dashes. */
export interface NumberFormatRow {
  readonly name: string;
  /** With `check`, the last group is the check digit, and the group before it what it checks. */
  readonly pattern: RegExp;
  /** Calculates the check digit. One number in ten passes by chance, so a check digit alone makes nothing certain. */
  readonly check?: (serial: string) => number | string;
  /** It says little more than a length, or has letters that numbers of others have as well. */
  readonly isVague?: true;
  /**
   * Nobody else issues such numbers: their prefix, issuer or service is the carrier's. One letter, or two digits, are not
   * enough for that.
   */
  readonly isExclusive?: true;
  /** It counts only where the number has no form that is another carrier's alone. */
  readonly unlessExclusive?: true;
  /** The bar code of the label may have 420 and the ZIP code of the destination before the number. */
  readonly mayFollowZipCode?: true;
  /** A number that has this form, check digit and all. */
  readonly example: string;
}

/** A form, as detection uses it. */
export interface NumberFormat {
  readonly name: string;
  /** The carrier's code. */
  readonly carrier: string;
  readonly certainty: Certainty;
  readonly isExclusive: boolean;
  readonly unlessExclusive: boolean;
  /** Whether a normal tracking number has this form, check digit and all. */
  readonly fits: (number: string) => boolean;
}

/**
 * The pattern of GS1's serial shipping container codes (SSCC) of one issuer: an extension digit, the company prefix of whoever
 * numbers the parcel, a serial number, a check digit; in a bar code `00` comes before it. Anybody may number parcels so: only
 * a prefix that is a carrier's own says who carries.
 */
export const sscc = (extensionAndPrefix: string): RegExp =>
  new RegExp(`^(?:00)?(?=[0-9]{18}$)(${extensionAndPrefix}[0-9]+)([0-9])$`);

/** The forms that a row stands for: the bare one, and one with a ZIP code before the number where that may be. */
export function numberFormats(carrier: string, row: NumberFormatRow): readonly NumberFormat[] {
  const bare: NumberFormat = {
    name: row.name,
    carrier,
    certainty: certaintyOf(row),
    isExclusive: row.isExclusive ?? false,
    unlessExclusive: row.unlessExclusive ?? false,
    fits: (number) => fits(row, number),
  };
  if (!row.mayFollowZipCode) return [bare];
  const withZipCode: NumberFormat = {
    ...bare,
    name: `${row.name}, with ZIP code`,
    isExclusive: true,
    fits: (number) => withoutZipCode(number).some(bare.fits),
  };
  return [bare, withZipCode];
}

const certaintyOf = ({ check, isVague }: NumberFormatRow): Certainty =>
  check ? 'checked' : isVague ? 'shaped' : 'marked';

function fits({ pattern, check }: NumberFormatRow, number: string): boolean {
  if (!check) return pattern.test(number);
  const [, serial = '', digit] = pattern.exec(number) ?? [];
  return digit !== undefined && String(check(serial)) === digit;
}

/** `420`, the ZIP code and perhaps its four digits more. */
const ZIP_CODE = 8;
const ZIP_PLUS_4 = 12;

/** Digits that may come after a ZIP code; four more would be those of the ZIP code. */
const AFTER_ZIP_CODE: readonly number[] = [20, 22, 26];
const AFTER_ZIP_PLUS_4: readonly number[] = [20, 22];

/** What the number may be without the ZIP code before it; nothing where there is none. */
function withoutZipCode(number: string): readonly string[] {
  if (!/^420[0-9]+$/.test(number)) return [];
  return [
    ...(AFTER_ZIP_CODE.includes(number.length - ZIP_CODE) ? [number.slice(ZIP_CODE)] : []),
    ...(AFTER_ZIP_PLUS_4.includes(number.length - ZIP_PLUS_4) ? [number.slice(ZIP_PLUS_4)] : []),
  ];
}
