import { detectCarriers } from './detect-carriers.js';
import { isTrackingNumber, normalizeTrackingNumber } from './normalize-tracking-number.js';
import { containsUrl, trackingNumbersInUrls } from './tracking-urls.js';

/** What somebody has written where a tracking number belongs. */
export type ParsedNumbers =
  /** In normal form, each once; nearly always one. */
  | { readonly kind: 'numbers'; readonly numbers: readonly [string, ...string[]] }
  /** A word or a sign that says there is no number: `N/A`, `-`, `pending`. */
  | { readonly kind: 'none' }
  /** What a spreadsheet has made of a number: `1.23457E+11`. */
  | { readonly kind: 'rounded' }
  /** The address of a page on which nobody's number is. */
  | { readonly kind: 'address' }
  /** Characters that no number has. */
  | { readonly kind: 'malformed' };

/** What a spreadsheet shows for a number of more than eleven digits. */
const ROUNDED = /^\d(?:[.,]\d+)?E\+\d{1,3}$|^\d[.,]\d+E\d{1,3}$/i;

/** What a spreadsheet shows for what it could not calculate. */
const SPREADSHEET_ERROR = /^#(?:N\/A|REF!|VALUE!|NAME\?|NUM!|NULL!|DIV\/0!|SPILL!|CALC!)$/i;

/** Between several numbers. */
const SEPARATORS = /[,;|/\\&+\r\n\t\u3001\uFF0C\uFF1B\uFF0F]+|\s(?:and|und|et|y)\s/i;

/** Shorter pieces are groups of one number's digits. */
const MIN_LENGTH_IN_LIST = 6;

/** Reads a field that should have a tracking number. */
export function parseTrackingNumbers(sent: string): ParsedNumbers {
  const text = sent.trim();
  if (ROUNDED.test(text)) return { kind: 'rounded' };
  if (containsUrl(text)) return found(trackingNumbersInUrls(text)) ?? { kind: 'address' };
  if (isNone(text)) return { kind: 'none' };
  const whole = normalizeTrackingNumber(text);
  const several = severalIn(text, whole);
  if (several) return { kind: 'numbers', numbers: several };
  return isTrackingNumber(whole) ? { kind: 'numbers', numbers: [whole] } : { kind: 'malformed' };
}

/** The one number in a field; undefined where there is none, or there are several. */
export function singleTrackingNumber(text: string): string | undefined {
  const sent = parseTrackingNumbers(text);
  return sent.kind === 'numbers' && sent.numbers.length === 1 ? sent.numbers[0] : undefined;
}

/** What somebody looks for: the one number in a field, else its text in the form of numbers, which may be a piece of one. */
export const searchedTrackingNumber = (text: string): string =>
  singleTrackingNumber(text) ?? normalizeTrackingNumber(text);

/** What people write, in capitals and without what is between the letters, where they have no number. */
// prettier-ignore
const NONE: ReadonlySet<string> = new Set([
  'NA', 'NONE', 'NULL', 'NIL', 'NAN', 'UNDEFINED', 'EMPTY', 'BLANK', 'NO', 'X', 'XX', 'XXX', 'XXXX', 'TBA', 'TBC', 'TBD',
  'TOBEADVISED', 'TOBECONFIRMED', 'TOBEANNOUNCED', 'TOFOLLOW', 'PENDING', 'UNKNOWN', 'UNAVAILABLE', 'NOTAVAILABLE',
  'NOTAPPLICABLE', 'NOTRACKING', 'NOTRACKINGNUMBER', 'NOTRACKINGAVAILABLE', 'WITHOUTTRACKING', 'UNTRACKED', 'NOTTRACKED', 'NONUMBER',
  'AWAITING', 'AWAITINGTRACKING', 'PICKUP', 'COLLECTION', 'LOCALPICKUP', 'HANDDELIVERED', 'KEINE', 'KEINER', 'OHNE', 'AUCUN',
  'NINGUNO', 'NESSUNO', 'GEEN', 'BRAK',
]);

/** A word for nothing, nothing but zeros, or signs alone: `N/A`, `0`, `-`. */
function isNone(text: string): boolean {
  const characters = normalizeTrackingNumber(text).replace(/[^\p{L}\p{N}]/gu, '');
  return SPREADSHEET_ERROR.test(text) || /^0*$/.test(characters) || NONE.has(characters);
}

const found = (numbers: readonly string[]): ParsedNumbers | undefined => {
  const [first, ...others] = new Set(numbers);
  return first === undefined ? undefined : { kind: 'numbers', numbers: [first, ...others] };
};

/** Numbers with a separator between them, or with a blank where each of them says whose it is. */
function severalIn(text: string, whole: string): readonly [string, ...string[]] | undefined {
  const parts = partsOf(text.split(SEPARATORS));
  const isSeveral = parts.length > 1 && parts.every(isOfSeveral) && !(isKnown(whole) && !parts.some(isKnown));
  const words = isSeveral ? parts : partsOf(text.split(/\s+/));
  const [first, ...others] = new Set(words);
  if (first === undefined || !(isSeveral || (words.length > 1 && words.every(isKnown)))) return undefined;
  return [first, ...others];
}

const partsOf = (pieces: readonly string[]): string[] =>
  pieces.filter((piece) => !isNone(piece.trim())).map(normalizeTrackingNumber);

const isOfSeveral = (part: string): boolean => part.length >= MIN_LENGTH_IN_LIST && isTrackingNumber(part);

const isKnown = (number: string): boolean => (detectCarriers(number)[0]?.confidence ?? 0) >= 0.9;

/** Why a field has no tracking number, or not the one that is wanted; undefined when it has one. */
export function trackingNumberProblem(text: string): string | undefined {
  const sent = parseTrackingNumbers(text);
  switch (sent.kind) {
    case 'numbers':
      return sent.numbers.length === 1
        ? undefined
        : `There are ${sent.numbers.length} tracking numbers in this value. Each belongs to a shipment of its own.`;
    case 'none':
      return 'This value says that there is no tracking number. Leave it empty until there is one.';
    case 'rounded':
      return 'A spreadsheet has rounded this tracking number. Send all of its digits: format the column as text.';
    case 'address':
      return 'There is no tracking number in this address. Send the number itself.';
    case 'malformed':
      return 'This value is not valid.';
  }
}

/**
 * The numbers in a field of a shop, where any text is welcome: none where it says so or has no digit, else the letters and digits of what
 * is no number of the usual form. Undefined where something is meant that cannot be found out.
 */
export function merchantTrackingNumbers(text: string): readonly string[] | undefined {
  const sent = parseTrackingNumbers(text);
  if (sent.kind === 'numbers') return sent.numbers;
  if (sent.kind === 'none') return [];
  const letters = normalizeTrackingNumber(text).replace(/[^A-Z\d]/g, '');
  if (sent.kind !== 'malformed') return undefined;
  return isTrackingNumber(letters) ? [letters] : [];
}
