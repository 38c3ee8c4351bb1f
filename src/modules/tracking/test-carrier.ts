import { TEST_CARRIER } from '../reference-data/carriers/carriers.js';
import { toStored } from '../../core/metadata/datetime.js';
import type { CheckpointReport } from './tracking-update.js';
import type { TrackingStatus } from './tracking-statuses.js';

/** By the three digits of a test number: how its parcel fares. Source: TrackMage's documentation of its test mode. */
const STATUSES: Readonly<Record<string, TrackingStatus>> = {
  '404': 'error',
  '500': 'error',
  '418': 'pre_transit',
  '403': 'no_info',
  '102': 'in_transit',
  '204': 'delivery_in_progress',
  '200': 'delivered',
  '410': 'unsuccessful_delivery',
  '503': 'expired',
  '504': 'no_info',
  '202': 'available_for_pickup',
  '100': 'cancelled',
  '302': 'return_to_sender',
  '413': 'transit_limit_exceeded',
};

/** The number whose carrier must be chosen: it is not detected. */
const UNDETECTED = /^TM504/;

type Step = readonly [hoursAgo: number, status: TrackingStatus, info: string, place: keyof typeof PLACES];

const PLACES = { start: 'Hamburg, DE', hub: 'Kassel, DE', depot: 'Munich, DE' } as const;

const LABEL: Step = [52, 'pre_transit', 'Shipment information received', 'start'];
const UNDER_WAY: readonly Step[] = [
  LABEL,
  [44, 'in_transit', 'Accepted by the carrier', 'start'],
  [30, 'in_transit', 'Arrived at the sorting centre', 'hub'],
];
const AT_DOOR: readonly Step[] = [
  ...UNDER_WAY,
  [9, 'in_transit', 'Arrived at the delivery depot', 'depot'],
  [4, 'delivery_in_progress', 'Out for delivery', 'depot'],
];

/** What is reported until a status is reached, as hours before now. */
const JOURNEYS: Readonly<Partial<Record<TrackingStatus, readonly Step[]>>> = {
  no_info: [],
  pre_transit: [LABEL],
  in_transit: UNDER_WAY,
  delivery_in_progress: AT_DOOR,
  delivered: [...AT_DOOR, [1, 'delivered', 'Delivered to the recipient', 'depot']],
  unsuccessful_delivery: [
    ...AT_DOOR,
    [1, 'unsuccessful_delivery', 'Nobody at home, a notice was left', 'depot'],
  ],
  available_for_pickup: [
    ...AT_DOOR,
    [1, 'available_for_pickup', 'Ready for collection at the post office', 'depot'],
  ],
  return_to_sender: [
    ...AT_DOOR,
    [1, 'return_to_sender', 'Refused by the recipient, on its way back', 'depot'],
  ],
  cancelled: [LABEL, [40, 'cancelled', 'Cancelled by the sender', 'start']],
  error: [LABEL, [40, 'error', 'The carrier could not tell where the parcel is', 'start']],
  expired: [
    [31 * 24, 'pre_transit', 'Shipment information received', 'start'],
    [24, 'expired', 'The carrier has told nothing for 30 days', 'start'],
  ],
  transit_limit_exceeded: [
    [61 * 24, 'in_transit', 'Accepted by the carrier', 'start'],
    [24, 'transit_limit_exceeded', 'Still on its way after 60 days', 'hub'],
  ],
};

/** Whether a number without a chosen carrier leads to the test carrier. */
export const isDetectedAsTest = (trackingNumber: string): boolean => !UNDETECTED.test(trackingNumber);

/**
 * What the test carrier reports of a number, as of a moment, the oldest first; other digits are in transit. Undefined
 * when the number is not one of its own.
 */
export function testReports(
  {
    trackingNumber,
    originCarrier,
  }: { readonly trackingNumber: string | null; readonly originCarrier: string | null },
  now: number,
): readonly CheckpointReport[] | undefined {
  const digits = /^TM([0-9]{3})/.exec(trackingNumber ?? '')?.[1];
  if (originCarrier !== TEST_CARRIER || digits === undefined) return undefined;
  const journey = JOURNEYS[STATUSES[digits] ?? 'in_transit'] ?? [];
  return journey.map(([hours, status, info, place]) => ({
    date: toStored(now - hours * 3_600_000),
    status,
    info,
    location: PLACES[place],
    rel: 'origin',
  }));
}
