/** Characters of a tracking number at most. */
export const MAX_TRACKING_NUMBER_LENGTH = 100;

/** What labels and pasted text have between the characters: blanks and invisible ones of any kind, dashes, dots, brackets. */
const IGNORED_CHARACTERS = /[\s\p{Cc}\p{Cf}\p{Pd}\u2212.\u00B7()]+/gu;

/** Letters, digits and signs in the width of Chinese characters. */
const FULL_WIDTH = /[\uFF01-\uFF5E]/g;

const halfWidth = (text: string): string =>
  text.replace(FULL_WIDTH, (character) => String.fromCharCode(character.charCodeAt(0) - 0xfee0));

/**
 * A tracking number as it is compared and kept, whatever way it is printed: `9361 2898-7772`, `(00)340434…` and full-width
 * digits lose what is between their characters, letters become capitals. Its first 100 characters.
 */
export const normalizeTrackingNumber = (text: string): string =>
  halfWidth(text).replace(IGNORED_CHARACTERS, '').toUpperCase().slice(0, MAX_TRACKING_NUMBER_LENGTH);

/** Whether a number in that form can be a shipment's. */
export const isTrackingNumber = (text: string): boolean => /^(?=.*\d)[A-Z\d]+$/.test(text);
