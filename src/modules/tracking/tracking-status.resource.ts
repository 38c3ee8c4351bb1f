import type { Resource } from '../../core/metadata/resource.js';
import { READ } from '../../core/metadata/field.js';
import { unsearchableText } from '../../core/metadata/fields/text.js';
import { defineStatic } from '../../core/static-lists/static-list.js';
import { TRACKING_STATUSES, type TrackingStatus } from './tracking-statuses.js';

/** A tracking status as clients show it. */
export class ShownStatus {
  readonly code!: TrackingStatus;
  readonly title!: string;
  readonly description!: string | null;
}

/** How the statuses relate to the shorter list of TrackMage's older text. */
export const FINER_THAN_ERROR =
  "TrackMage's older text files customs holds and exceptions under `error`. Here `customs_clearance` and `exception` say that of a parcel that still moves, and `error` that it could not be tracked; filters tell the three apart.";

export const trackingStatusResource: Resource<ShownStatus> = defineStatic(ShownStatus, {
  name: 'TrackingStatus',
  path: 'public/tracking_statuses',
  description: 'Where a parcel can be on its way.',
  nameField: 'title',
  fields: {
    code: unsearchableText({
      groups: READ,
      nullable: false,
      example: 'in_transit',
      description: FINER_THAN_ERROR,
    }),
    title: unsearchableText({ groups: READ, nullable: false, example: 'In transit' }),
    description: unsearchableText({ groups: READ, example: 'The carrier has the parcel and moves it.' }),
  },
});

const TEXTS: Readonly<Record<TrackingStatus, readonly [title: string, description: string]>> = {
  no_info: ['No info', 'The carrier has not told anything yet.'],
  pre_transit: ['Pre transit', 'The carrier knows of the parcel and does not have it yet.'],
  in_transit: ['In transit', 'The carrier has the parcel and moves it.'],
  customs_clearance: ['Customs clearance', 'The parcel is at customs.'],
  exception: ['Exception', 'Something holds the parcel up.'],
  delivery_in_progress: ['Delivery in progress', 'The parcel is out for delivery.'],
  unsuccessful_delivery: ['Unsuccessful delivery', 'The carrier could not hand the parcel over.'],
  available_for_pickup: ['Available for pickup', 'The parcel waits for its recipient to fetch it.'],
  delivered: ['Delivered', 'The recipient has the parcel.'],
  return_to_sender: ['Return to sender', 'The parcel goes back to who sent it.'],
  cancelled: ['Cancelled', 'The parcel is not sent.'],
  error: ['Error', 'The parcel could not be tracked for technical reasons.'],
  expired: ['Expired', 'The carrier has not told anything for too long.'],
  transit_limit_exceeded: ['Transit limit exceeded', 'The parcel has been on its way for too long.'],
};

export const SHOWN_STATUSES: readonly ShownStatus[] = (
  Object.keys(TRACKING_STATUSES) as TrackingStatus[]
).map((code) => ({ code, title: TEXTS[code][0], description: TEXTS[code][1] }));
