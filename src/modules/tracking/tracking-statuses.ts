/**
 * `idle`: nothing has moved yet; `active`: the parcel is on its way; `final`: nothing more is expected. An active status
 * starts the days in transit, a final one stops them, and either stops the days in idle.
 */
export type TrackingStatusKind = 'idle' | 'active' | 'final';

/** Every tracking status, from the label to the end. */
export const TRACKING_STATUSES = {
  no_info: 'idle',
  pre_transit: 'idle',
  in_transit: 'active',
  customs_clearance: 'active',
  exception: 'active',
  delivery_in_progress: 'active',
  unsuccessful_delivery: 'active',
  available_for_pickup: 'active',
  delivered: 'final',
  return_to_sender: 'final',
  cancelled: 'final',
  error: 'final',
  expired: 'final',
  transit_limit_exceeded: 'final',
} as const satisfies Readonly<Record<string, TrackingStatusKind>>;

export type TrackingStatus = keyof typeof TRACKING_STATUSES;

export const kindOf = (status: TrackingStatus): TrackingStatusKind => TRACKING_STATUSES[status];

export const isTrackingStatus = (code: string | null): code is TrackingStatus =>
  code !== null && Object.hasOwn(TRACKING_STATUSES, code);
