import { resolveMerchantCarrier } from '../reference-data/carriers/carrier-names.js';
import { merchantTrackingNumbers } from '../reference-data/carriers/parse-tracking-numbers.js';
import type { BeforeWrite } from '../../core/metadata/resource.js';
import { effectiveTrackingNumber } from './effective-tracking-number.js';
import type { Shipment } from './shipment.entity.js';

/** The columns that say what a shop calls a parcel and its carrier. */
export type MerchantCarrier = Pick<
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
export function merchantCarrierCode(
  words: Omit<MerchantCarrier, 'trackingNumber' | 'writtenNumber' | 'sharedNumber'>,
): string | null {
  const { originCarrier, shippingProvider, trackingCarrier, carrierTitle } = words;
  if (trackingCarrier === null) return originCarrier;
  const said = [trackingCarrier, shippingProvider, carrierTitle].map((word) =>
    resolveMerchantCarrier(word ?? ''),
  );
  return said.find((code) => code !== undefined) ?? null;
}

/** A shipment's tracking number as its shop wrote it, while it is still that number. */
export function merchantTrackingNumber(
  shipment: Pick<MerchantCarrier, 'trackingNumber' | 'sharedNumber' | 'writtenNumber'>,
): string | null {
  const { writtenNumber: written } = shipment;
  const number = effectiveTrackingNumber(shipment);
  return written !== null && (merchantTrackingNumbers(written)?.[0] ?? null) === number ? written : number;
}

/** Another carrier that is chosen elsewhere takes the place of the shop's words for the one before. */
export const merchantCarrierIsReset: BeforeWrite<Shipment> = ({ before, after, sent }) => {
  if (!before || !sent.has('originCarrier') || before.originCarrier === after.originCarrier) return;
  const isElsewhere =
    before.trackingCarrier === after.trackingCarrier && before.shippingProvider === after.shippingProvider;
  if (isElsewhere)
    Object.assign(after, { shippingProvider: null, trackingCarrier: null, carrierTitle: null });
};
