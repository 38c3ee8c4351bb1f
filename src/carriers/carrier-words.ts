import { foldValue } from '../resource/fold.js';
import { carrierByCode, CARRIERS } from './carriers.js';

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

const folded = (name: string): string => foldValue(name, 100).replace(/[^A-Z\d]+/g, '');

/** Of carriers with the same name the first of the catalogue. */
const byName = new Map(CARRIERS.map(({ name, code }): [string, string] => [folded(name), code]).toReversed());

/** The catalogue's code of the carrier that somebody names, by code or by name in any spelling: `Australia Post`. */
export const carrierNamed = (text: string): string | undefined =>
  carrierByCode(text.trim().toLowerCase())?.code ?? byName.get(folded(text)) ?? carrierOfWord(text);

/** The catalogue's code of the carrier that a shop means; undefined when nobody knows it. Capitals make no difference. */
export function carrierOfWord(word: string): string | undefined {
  const code = word.trim().toLowerCase();
  return carrierByCode(Object.hasOwn(WORDS, code) ? (WORDS[code] ?? '') : code)?.code;
}
