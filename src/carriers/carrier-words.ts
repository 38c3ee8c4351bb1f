import { carrierByCode } from './carriers.js';

/** Carriers as shops call them, where that is not the catalogue's code: postage of others, and modules of their own. */
const WORDS: Readonly<Record<string, string>> = {
  auspost: 'auspost',
  'australia-post': 'auspost',
  canadapost: 'canada-post',
  endicia: 'usps',
  royalmail: 'royal-mail',
  upsready: 'ups',
  upsonline: 'ups',
  dhlint: 'dhl',
};

/** The catalogue's code of the carrier that a shop means; undefined when nobody knows it. Capitals make no difference. */
export function carrierOfWord(word: string): string | undefined {
  const code = word.trim().toLowerCase();
  return carrierByCode(Object.hasOwn(WORDS, code) ? (WORDS[code] ?? '') : code)?.code;
}
