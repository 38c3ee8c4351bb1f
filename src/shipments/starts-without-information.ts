import type { Rule } from '../resource/resource.js';
import type { Shipment } from './shipment.entity.js';

/** A new shipment with a tracking number waits for the carrier's first word. */
export const startsWithoutInformation: Rule<Shipment> = ({ kind, after }) => {
  if (kind === 'create' && after) after.trackingStatus = after.trackingNumber === null ? null : 'no_info';
  return [];
};
