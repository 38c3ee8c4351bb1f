import type { PublicShipment } from './public-page.js';

/** What a page does to a shipment before it is shown. */
export type Dropshipper = (shipment: PublicShipment) => PublicShipment;

/** What of `dropshipperSettings` is understood; everything else in it is the client's own. */
interface Settings {
  readonly enabled?: unknown;
  readonly blacklistCarriers?: unknown;
  readonly originCountryReplacement?: unknown;
  readonly stopWords?: unknown;
  readonly hideHieroglyphs?: unknown;
}

const asIs: Dropshipper = (shipment) => shipment;

/**
 * What shops hide that send from far away: carriers, the country of origin, and checkpoints with certain words (separated
 * by commas or lines) or in Chinese, Japanese or Korean characters.
 * @param settings `dropshipperSettings` of a page as JSON
 */
export function dropshipperFrom(settings: string | null): Dropshipper {
  const sent = JSON.parse(settings ?? '{}') as Settings;
  if (sent.enabled !== true) return asIs;
  const carriers = new Set(
    Array.isArray(sent.blacklistCarriers) ? (sent.blacklistCarriers as unknown[]) : [],
  );
  const words = textsIn(sent.stopWords);
  const isHidden = (text: string | null): boolean =>
    text !== null &&
    (words.some((word) => text.toLowerCase().includes(word)) ||
      (sent.hideHieroglyphs === true &&
        /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}]/u.test(text)));
  const { originCountryReplacement: country } = sent;
  return (shipment) => ({
    ...shipment,
    originCarrier: carriers.has(shipment.originCarrier?.code) ? null : shipment.originCarrier,
    destinationCarrier: carriers.has(shipment.destinationCarrier?.code) ? null : shipment.destinationCarrier,
    originCountryIso2:
      typeof country === 'string' && country !== ''
        ? country.slice(0, 2).toUpperCase()
        : shipment.originCountryIso2,
    checkpoints: shipment.checkpoints.filter(({ info, location }) => !isHidden(info) && !isHidden(location)),
  });
}

const textsIn = (text: unknown): string[] =>
  typeof text === 'string'
    ? text
        .toLowerCase()
        .split(/[,\r\n]+/)
        .map((word) => word.trim())
        .filter(Boolean)
    : [];
