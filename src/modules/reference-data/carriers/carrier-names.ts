import { foldValue } from '../../../core/metadata/fold.js';
import { aftershipSlug, carrierOfSlug } from './aftership.js';
import { carrierByCode, CARRIERS } from './carriers.js';
import { CARRIER_ROWS } from './catalogue/catalogue.js';

const wordsOf = (name: string): string[] =>
  foldValue(name, 100)
    .split(/[^A-Z\d]+/)
    .filter((word) => word !== '');

const folded = (name: string): string => wordsOf(name).join('');

/** Of carriers with the same name the first of the catalogue; a name is more than a word that another is called by. */
const byName: ReadonlyMap<string, string> = new Map(
  [
    ...CARRIERS.map(({ code }): [string, string] => [folded(code), code]),
    ...CARRIERS.flatMap(({ code, aliases }) =>
      aliases.map((alias): [string, string] => [folded(alias), code]),
    ),
    ...CARRIERS.map(({ name, code }): [string, string] => [folded(name), code]).toReversed(),
  ].filter(([name]) => name !== ''),
);

const withServices: ReadonlySet<string> = new Set(
  CARRIER_ROWS.filter(([, { hasServices }]) => hasServices).map(([code]) => code),
);

/** The catalogue's code of the carrier with this code or name, or that others call so, in any spelling: `bpost`. */
export const resolveCarrierName = (text: string): string | undefined =>
  carrierByCode(text.trim().toLowerCase())?.code ?? byName.get(folded(text));

/** As `carrierCalled`, also with a service of the carrier behind its name: `USPS Priority Mail`. */
export function resolveCarrierOrService(text: string): string | undefined {
  const whole = resolveCarrierName(text);
  if (whole !== undefined) return whole;
  const words = wordsOf(text);
  for (let length = words.length - 1; length > 0; length--) {
    const code = byName.get(words.slice(0, length).join(''));
    if (code !== undefined && withServices.has(code)) return code;
  }
  return undefined;
}

/** As `carrierNamed`; a slug of AfterShip comes first: `australia-post` is AusPost there, and Australia Post here. */
export const resolveMerchantCarrier = (word: string): string | undefined =>
  carrierOfSlug(word) ?? resolveCarrierOrService(word);

/** Whether a shop may call a carrier so: somebody in the catalogue, or one that AfterShip tracks. */
export const isMerchantCarrier = (word: string): boolean =>
  resolveMerchantCarrier(word) !== undefined || aftershipSlug(word) !== undefined;
