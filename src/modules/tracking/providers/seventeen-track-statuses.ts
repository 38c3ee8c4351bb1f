import type { TrackingStatus } from '../tracking-statuses.js';

/**
 * 17TRACK's main statuses, the sub-statuses that say something else, and the stages of events. Source: "Understanding
 * Tracking Status: Main Status & Substatus" at help.17track.net, and `milestone.key_stage` of its API v2.2. A status that
 * nobody has put here yet means nothing.
 */
const STATUSES: ReadonlyMap<string, TrackingStatus> = new Map<string, TrackingStatus>([
  ['NotFound', 'no_info'],
  ['InfoReceived', 'pre_transit'],
  ['InTransit', 'in_transit'],
  ['InTransit_CustomsProcessing', 'customs_clearance'],
  ['InTransit_CustomsRequiringInformation', 'customs_clearance'],
  ['Expired', 'transit_limit_exceeded'],
  ['AvailableForPickup', 'available_for_pickup'],
  ['OutForDelivery', 'delivery_in_progress'],
  ['DeliveryFailure', 'unsuccessful_delivery'],
  ['Delivered', 'delivered'],
  ['Exception', 'exception'],
  ['Exception_Returning', 'return_to_sender'],
  ['Exception_Returned', 'return_to_sender'],
  ['Exception_Cancel', 'cancelled'],
  ['PickedUp', 'in_transit'],
  ['Departure', 'in_transit'],
  ['Arrival', 'in_transit'],
  ['Returning', 'return_to_sender'],
  ['Returned', 'return_to_sender'],
]);

/** What the first known one of some words means: `Exception_Lost` is an `Exception` that is not listed by itself. */
export function statusOf(...words: readonly unknown[]): TrackingStatus | undefined {
  for (const word of words) {
    if (typeof word !== 'string') continue;
    const status = STATUSES.get(word) ?? STATUSES.get(word.split('_', 1)[0] ?? '');
    if (status) return status;
  }
  return undefined;
}
