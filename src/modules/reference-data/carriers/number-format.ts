/**
 * How much a format says: `checked`: it has a check digit, which holds; `marked`: letters that the carrier's numbers
 * have; `shaped`: a length, or letters that numbers of others have as well.
 */
export const CERTAINTIES = ['checked', 'marked', 'shaped'] as const;
export type Certainty = (typeof CERTAINTIES)[number];

/** A form that a carrier's tracking numbers have. */
export interface NumberFormat {
  readonly name: string;
  /** The carrier's code. */
  readonly carrier: string;
  readonly certainty: Certainty;
  /** Nobody else issues such numbers: their prefix, issuer or service is the carrier's. */
  readonly isExclusive: boolean;
  /** Whether a normal tracking number has this form, check digit and all. */
  fits(number: string): boolean;
}

/** A form that is told by its letters. */
export const marked = (name: string, carrier: string, pattern: RegExp): NumberFormat => ({
  name,
  carrier,
  certainty: 'marked',
  isExclusive: false,
  fits: (number) => pattern.test(number),
});

/** A form that is told by little more than its length. */
export const shaped = (name: string, carrier: string, pattern: RegExp): NumberFormat => ({
  ...marked(name, carrier, pattern),
  certainty: 'shaped',
});

/**
 * A form with a check digit. The pattern's last group is the check digit, the group before it what it checks.
 * `check` calculates it. One number in ten passes by chance, so a check digit alone makes nothing certain.
 */
export const checked = (
  name: string,
  carrier: string,
  pattern: RegExp,
  check: (serial: string) => number | string,
): NumberFormat => ({
  name,
  carrier,
  certainty: 'checked',
  isExclusive: false,
  fits: (number) => {
    const [, serial = '', digit] = pattern.exec(number) ?? [];
    return digit !== undefined && String(check(serial)) === digit;
  },
});

/** A form whose prefix, issuer or service is one carrier's own: who has such a number has it from this carrier. */
export const exclusive = (format: NumberFormat): NumberFormat => ({ ...format, isExclusive: true });
