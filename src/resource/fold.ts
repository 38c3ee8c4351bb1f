const MARKS = /\p{M}+/gu;
const BLANKS = /[\s\p{Cc}]+/gu;

/**
 * The form in which free text is compared: upper case, without accents, width and ligatures, blanks as one blank. Text is
 * stored in this form beside the original, so that equality, substring and order are the same on every database and
 * follow from bytes alone.
 */
export function fold(text: string): string {
  const letters = text.normalize('NFKD').replace(MARKS, '');
  // the capital ẞ becomes SS, as ß does, only by way of the small letter
  return letters.toLowerCase().toUpperCase().replace(BLANKS, ' ');
}

/** As `fold`, for a whole value: without blanks around it, cut to the column's length. */
export function foldValue(text: string, limit: number): string {
  const folded = fold(text).trim();
  return folded.length <= limit ? folded : [...folded].slice(0, limit).join('');
}
