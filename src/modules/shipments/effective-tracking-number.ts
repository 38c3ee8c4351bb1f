import type { Shipment } from './shipment.entity.js';

/** The number of the parcel that a shipment is in: its own, or one that it shares with a shipment of another order. */
export const effectiveTrackingNumber = ({
  trackingNumber,
  sharedNumber,
}: {
  readonly trackingNumber: Shipment['trackingNumber'];
  readonly sharedNumber?: Shipment['sharedNumber'] | undefined;
}): string | null => trackingNumber ?? sharedNumber ?? null;
