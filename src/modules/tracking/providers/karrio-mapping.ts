import { carrierKeys } from '../../reference-data/carriers/carrier-keys.js';
import type { TrackingStatus } from '../tracking-statuses.js';

/** Karrio's statuses, of trackers and of their events. Source: `TrackingStatus.status` in Karrio's OpenAPI document. */
const STATUSES: ReadonlyMap<unknown, TrackingStatus> = new Map<unknown, TrackingStatus>([
  ['pending', 'pre_transit'],
  ['picked_up', 'in_transit'],
  ['in_transit', 'in_transit'],
  ['on_hold', 'exception'],
  ['delivery_delayed', 'exception'],
  ['out_for_delivery', 'delivery_in_progress'],
  ['ready_for_pickup', 'available_for_pickup'],
  ['delivery_failed', 'unsuccessful_delivery'],
  ['delivered', 'delivered'],
  ['return_to_sender', 'return_to_sender'],
  ['cancelled', 'cancelled'],
]);

/** Undefined for `unknown`, and for what nobody has put here yet. */
export const karrioStatus = (word: unknown): TrackingStatus | undefined => STATUSES.get(word);

const keys = carrierKeys(({ karrio }) => karrio);

/** Karrio's name of a carrier; undefined when it knows no such carrier. */
export const karrioCarrier = keys.keyOf;

/** Each carrier that Karrio knows, by our codes. */
export const karrioCarriers = (): readonly string[] => keys.codes;
