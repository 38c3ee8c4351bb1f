const MARKS = /\p{M}+/gu;
/** Text in which there is nothing to look for: letters without accents, single blanks. */
const SIMPLE = /^(?:[!-~]| (?! ))*$/;

const BLANKS = /[\s\p{Cc}]+/gu;

/** Letters of the Latin script that Unicode takes apart into nothing simpler, and what people type who have none of them. */
// prettier-ignore
const PLAIN: Readonly<Record<string, string>> = {
  ł: 'l', ø: 'o', æ: 'ae', œ: 'oe', đ: 'd', ð: 'd', þ: 'th', ħ: 'h', ŧ: 't', ŋ: 'n', ĸ: 'q', ı: 'i', ȷ: 'j', ə: 'e', ǝ: 'e',
  ƀ: 'b', ɓ: 'b', ƃ: 'b', ȼ: 'c', ƈ: 'c', ɖ: 'd', ɗ: 'd', ƌ: 'd', ɇ: 'e', ɛ: 'e', ƒ: 'f', ǥ: 'g', ɠ: 'g', ɣ: 'g', ɨ: 'i',
  ɩ: 'i', ɉ: 'j', ƙ: 'k', ⱪ: 'k', ƚ: 'l', ɫ: 'l', ⱡ: 'l', ɬ: 'l', ɱ: 'm', ɲ: 'n', ƞ: 'n', ɵ: 'o', ɔ: 'o', ƥ: 'p', ᵽ: 'p',
  ɋ: 'q', ɍ: 'r', ɽ: 'r', ʂ: 's', ȿ: 's', ʈ: 't', ƭ: 't', ƫ: 't', ⱦ: 't', ʉ: 'u', ʊ: 'u', ʋ: 'v', ʌ: 'v', ⱳ: 'w', ƴ: 'y',
  ɏ: 'y', ƶ: 'z', ȥ: 'z', ʐ: 'z', ⱬ: 'z',
};

const UNPLAIN = new RegExp(`[${Object.keys(PLAIN).join('')}]`, 'gu');

/**
 * The form in which free text is searched: upper case, without accents, strokes, width and ligatures, blanks as one blank.
 * Text is stored in this form beside the original, so that equality, substring and order are the same on every database
 * and follow from bytes alone.
 */
export function fold(text: string): string {
  if (SIMPLE.test(text)) return text.toUpperCase();
  const letters = text.normalize('NFKD').replace(MARKS, '');
  // the capital ẞ becomes SS, as ß does, only by way of the small letter
  const plain = letters.toLowerCase().replace(UNPLAIN, (letter) => PLAIN[letter] ?? letter);
  return plain.toUpperCase().replace(BLANKS, ' ');
}

/** As `fold`, for a whole value: without blanks around it, cut to the column's length. */
export function foldValue(text: string, limit: number): string {
  const folded = fold(text).trim();
  return folded.length <= limit ? folded : [...folded].slice(0, limit).join('');
}
