import { trackingNumberIn } from '../carriers/normal-tracking-number.js';
import type { Rule } from '../resource/resource.js';
import type { Shipment } from './shipment.entity.js';

/** A shipment's tracking number as its shop wrote it, while it is still that number. */
export const writtenNumber = ({
  trackingNumber,
  writtenNumber: written,
}: Pick<Shipment, 'trackingNumber' | 'writtenNumber'>): string | null =>
  written !== null && trackingNumberIn(written) === trackingNumber ? written : trackingNumber;

/** Another carrier that is chosen elsewhere takes the place of the shop's words for the one before. */
export const shopWordsGiveWay: Rule<Shipment> = ({ before, after, sent }) => {
  const isElsewhere =
    before?.trackingCarrier === after?.trackingCarrier &&
    before?.shippingProvider === after?.shippingProvider;
  if (before && after && sent.has('originCarrier') && isElsewhere) {
    if (before.originCarrier !== after.originCarrier)
      Object.assign(after, { shippingProvider: null, trackingCarrier: null, carrierTitle: null });
  }
  return [];
};
