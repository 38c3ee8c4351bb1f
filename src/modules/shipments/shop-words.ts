import { carrierOfWord } from '../reference-data/carriers/carrier-words.js';
import { shopNumbers } from '../reference-data/carriers/sent-tracking-numbers.js';
import type { BeforeWrite } from '../../core/metadata/resource.js';
import { heldNumber } from './held-number.js';
import type { Shipment } from './shipment.entity.js';

/** The columns that say what a shop calls a parcel and its carrier. */
export type ShopWords = Pick<
  Shipment,
  | 'trackingNumber'
  | 'writtenNumber'
  | 'sharedNumber'
  | 'originCarrier'
  | 'shippingProvider'
  | 'trackingCarrier'
  | 'carrierTitle'
>;

/**
 * The catalogue's code of the carrier that a shop means; of a shipment of which no shop has said anything, the one that is
 * known. What the number alone suggests is not told to the customers of a shop that has named another carrier, or none.
 */
export function namedCarrier(
  words: Omit<ShopWords, 'trackingNumber' | 'writtenNumber' | 'sharedNumber'>,
): string | null {
  const { originCarrier, shippingProvider, trackingCarrier, carrierTitle } = words;
  if (trackingCarrier === null) return originCarrier;
  const said = [trackingCarrier, shippingProvider, carrierTitle].map((word) => carrierOfWord(word ?? ''));
  return said.find((code) => code !== undefined) ?? null;
}

/** A shipment's tracking number as its shop wrote it, while it is still that number. */
export function writtenNumber(
  shipment: Pick<ShopWords, 'trackingNumber' | 'sharedNumber' | 'writtenNumber'>,
): string | null {
  const { writtenNumber: written } = shipment;
  const number = heldNumber(shipment);
  return written !== null && (shopNumbers(written)?.[0] ?? null) === number ? written : number;
}

/** Another carrier that is chosen elsewhere takes the place of the shop's words for the one before. */
export const shopWordsGiveWay: BeforeWrite<Shipment> = ({ before, after, sent }) => {
  if (!before || !sent.has('originCarrier') || before.originCarrier === after.originCarrier) return;
  const isElsewhere =
    before.trackingCarrier === after.trackingCarrier && before.shippingProvider === after.shippingProvider;
  if (isElsewhere)
    Object.assign(after, { shippingProvider: null, trackingCarrier: null, carrierTitle: null });
};
