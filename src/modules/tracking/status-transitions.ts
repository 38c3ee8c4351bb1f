import { kindOf, type TrackingStatus } from './tracking-statuses.js';

const DAY = 86_400_000;

/** Statuses on the way, and statuses of the delivery itself. */
const ON_THE_WAY = ['in_transit', 'customs_clearance', 'delivery_in_progress'] as const;
const AT_THE_DOOR = ['exception', 'unsuccessful_delivery', 'available_for_pickup'] as const;

/**
 * The statuses that may follow a final one. Never the label (`pre_transit`), and never the statuses that follow from silence
 * (`expired`, `transit_limit_exceeded`) after an end that was reported.
 */
const ALLOWED_AFTER_FINAL: Readonly<Partial<Record<TrackingStatus, readonly TrackingStatus[]>>> = {
  // handed over to the wrong person, damaged, brought to a shop; and sent back
  delivered: [...ON_THE_WAY, ...AT_THE_DOOR, 'return_to_sender'],
  // scans on the way back say nothing new; but it may be delivered after all
  return_to_sender: ['delivered'],
  cancelled: [...ON_THE_WAY, ...AT_THE_DOOR, 'delivered', 'return_to_sender'],
  error: [
    ...ON_THE_WAY,
    ...AT_THE_DOOR,
    'delivered',
    'return_to_sender',
    'cancelled',
    'transit_limit_exceeded',
  ],
  expired: [
    ...ON_THE_WAY,
    ...AT_THE_DOOR,
    'delivered',
    'return_to_sender',
    'cancelled',
    'error',
    'transit_limit_exceeded',
  ],
  transit_limit_exceeded: [
    ...ON_THE_WAY,
    ...AT_THE_DOOR,
    'delivered',
    'return_to_sender',
    'cancelled',
    'error',
  ],
};

/** Scans that arrive late, such as those of a van in the evening, start no new journey of a delivered parcel. */
const LATE_SCAN_MS = DAY;

/** Whether a parcel that had one status gets another, so many milliseconds later by the carrier's dates. */
export function isAllowedTransition(status: TrackingStatus, before: TrackingStatus, after: number): boolean {
  if (kindOf(before) !== 'final' || status === before) return true;
  if (before === 'delivered' && isOnTheWay(status)) return after >= LATE_SCAN_MS;
  return ALLOWED_AFTER_FINAL[before]?.includes(status) ?? false;
}

const isOnTheWay = (status: TrackingStatus): boolean =>
  (ON_THE_WAY as readonly TrackingStatus[]).includes(status);
