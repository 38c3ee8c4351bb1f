import { toMilliseconds, toStored } from '../core/metadata/datetime.js';
import type { TrackingStatus } from '../modules/tracking/tracking-statuses.js';
import type { CheckpointReport } from '../modules/tracking/tracking-update.js';
import type { Random } from './random.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** How a parcel fares. */
export type Course =
  | 'smooth'
  | 'slow'
  | 'second attempt'
  | 'pickup'
  | 'held'
  | 'returned'
  | 'lost'
  | 'untraceable'
  | 'cancelled'
  | 'silent';

export interface Route {
  readonly from: { readonly depot: string; readonly hubs: readonly string[]; readonly country: string };
  readonly to: { readonly city: string; readonly country: string };
}

export interface Journey {
  readonly reports: readonly CheckpointReport[];
  readonly expectedDeliveryDate: string | undefined;
}

/** Days that carriers promise at home and abroad. */
const PROMISED = { home: 4, abroad: 12 };

/** Hours until a carrier fetches a parcel. */
const SOON = [6, 30] as const;
const LATE = [40, 170] as const;

/** Hours between two sorting centres, where they are not the usual ones. */
const PACE: Partial<Record<Course, readonly [number, number]>> = { slow: [90, 220], held: [48, 160] };

/** Tells of a journey one report after the other, up to now. */
class CheckpointTimeline {
  readonly reports: CheckpointReport[] = [];

  constructor(
    private at: number,
    private readonly now: number,
    private readonly random: Random,
  ) {}

  /** Something happens `hours` after what happened last. */
  then(
    [from, to]: readonly [number, number],
    status: TrackingStatus,
    info: string,
    location: string,
    rel: 'origin' | 'destination',
  ): void {
    this.at += this.random.whole(from * 60, to * 60) * 60_000;
    if (this.at <= this.now) this.reports.push({ status, date: toStored(this.at), info, location, rel });
  }
}

/** What carriers have reported until now of a parcel whose label was printed at `createdAt`. */
export function journeyOf(
  course: Course,
  route: Route,
  createdAt: number,
  now: number,
  random: Random,
): Journey {
  const timeline = new CheckpointTimeline(createdAt, now, random);
  travel(timeline, course, route, random);
  const { reports } = timeline;
  const shippedAt = reports.find(({ status }) => status === 'in_transit')?.date;
  const promise = route.from.country === route.to.country ? PROMISED.home : PROMISED.abroad;
  const expectedDeliveryDate =
    shippedAt === undefined ? undefined : toStored(toMilliseconds(shippedAt) + promise * DAY);
  return { reports, expectedDeliveryDate };
}

function travel(timeline: CheckpointTimeline, course: Course, route: Route, random: Random): void {
  const { depot, hubs } = route.from;
  if (course === 'silent') return;
  timeline.then([1, 9], 'pre_transit', 'Shipment information received', depot, 'origin');
  if (course === 'cancelled')
    return timeline.then([6, 40], 'cancelled', 'Cancelled by the sender', depot, 'origin');
  const pickup = random.chance(0.2) ? LATE : SOON;
  timeline.then(pickup, 'in_transit', 'Accepted by the carrier', depot, 'origin');
  if (course === 'lost') return;
  timeline.then([4, 16], 'in_transit', 'Left the sorting centre', random.one(hubs), 'origin');
  if (course === 'untraceable')
    return timeline.then([20, 70], 'error', 'The carrier has no record of this number', depot, 'origin');
  const isAbroad = route.from.country !== route.to.country;
  if (isAbroad) crossBorder(timeline, course, route);
  else if (course === 'held')
    timeline.then([8, 30], 'exception', 'Delayed: the road is closed by snow', random.one(hubs), 'origin');
  const centre = isAbroad ? route.to.country : random.one(hubs);
  const rel = isAbroad ? 'destination' : 'origin';
  timeline.then(PACE[course] ?? [9, 34], 'in_transit', 'Arrived at the sorting centre', centre, rel);
  timeline.then([8, 26], 'in_transit', 'Arrived at the delivery depot', route.to.city, 'destination');
  deliver(timeline, course, route.to.city);
}

function crossBorder(timeline: CheckpointTimeline, course: Course, { to: { country } }: Route): void {
  timeline.then(
    course === 'slow' ? [120, 300] : [24, 70],
    'in_transit',
    'Arrived in the destination country',
    country,
    'destination',
  );
  timeline.then([2, 12], 'customs_clearance', 'Handed over to customs', country, 'destination');
  if (course === 'held')
    timeline.then([10, 40], 'exception', 'Held by customs: an invoice is missing', country, 'destination');
  timeline.then(
    course === 'held' ? [40, 200] : [5, 40],
    'in_transit',
    'Released by customs',
    country,
    'destination',
  );
}

function deliver(timeline: CheckpointTimeline, course: Course, city: string): void {
  const then = (hours: readonly [number, number], status: TrackingStatus, info: string): void =>
    timeline.then(hours, status, info, city, 'destination');
  then([7, 20], 'delivery_in_progress', 'Out for delivery');
  switch (course) {
    case 'second attempt':
      then([3, 8], 'unsuccessful_delivery', 'Nobody at home, a notice was left');
      then([17, 26], 'delivery_in_progress', 'Out for delivery, second attempt');
      return then([2, 7], 'delivered', 'Delivered to the recipient');
    case 'pickup':
      then([3, 8], 'available_for_pickup', 'Ready for collection at the post office');
      return then([20, 150], 'delivered', 'Collected by the recipient');
    case 'returned':
      then([3, 8], 'unsuccessful_delivery', 'The recipient is unknown at this address');
      return then([24, 90], 'return_to_sender', 'On its way back to the sender');
    default:
      return then([2, 9], 'delivered', 'Delivered, left in the letter box');
  }
}
