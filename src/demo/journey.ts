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
  readonly to: { readonly city: string; readonly country: string; readonly countryIso2: string };
  /** How slow the carrier is on the way, against others. */
  readonly pace: number;
  /** Weekdays on which it delivers nothing; 0 is Sunday. */
  readonly rests: readonly number[];
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
const PACE: Partial<Record<Course, readonly [number, number]>> = { slow: [60, 120], held: [40, 110] };

/** How far away countries are, where that is not the usual; and how far ahead of UTC in hours. */
const DISTANCES: Readonly<Record<string, number>> = {
  AU: 1.5,
  JP: 1.35,
  SE: 1.15,
  AT: 0.75,
  NL: 0.7,
  CA: 0.85,
};
const OFFSETS: Readonly<Record<string, number>> = {
  US: -6, CA: -5, DE: 1, FR: 1, PL: 1, ES: 1, NL: 1, AT: 1, IT: 1, SE: 1, AU: 10, JP: 9,
}; // prettier-ignore

/** A sale some weeks ago: who ordered then waited longer. Days before now, and how much longer. */
const PEAK = { from: 42, to: 30, pace: 1.4 };

type Rest = [status: TrackingStatus, info: string, location: string, rel: 'origin' | 'destination'];

/** Tells of a journey one report after the other, up to now. */
class CheckpointTimeline {
  readonly reports: CheckpointReport[] = [];

  constructor(
    private at: number,
    private readonly now: number,
    private readonly random: Random,
    private readonly pace: number,
  ) {}

  /** As `then`, of a part of the way that takes longer where the carrier is slow. */
  travels([from, to]: readonly [number, number], ...rest: Rest): void {
    this.then([from * this.pace, to * this.pace], ...rest);
  }

  /** Something happens `hours` after what happened last. */
  then([from, to]: readonly [number, number], ...[status, info, location, rel]: Rest): void {
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
  const pace = route.pace * (DISTANCES[route.to.countryIso2] ?? 1);
  const age = (now - createdAt) / DAY;
  const isPeak = age < PEAK.from && age > PEAK.to;
  const timeline = new CheckpointTimeline(createdAt, now, random, isPeak ? pace * PEAK.pace : pace);
  travel(timeline, course, route, random);
  const reports = withinOpeningHours(timeline.reports, route, now);
  const shippedAt = reports.find(({ status }) => status === 'in_transit')?.date;
  const promise = route.from.country === route.to.country ? PROMISED.home : PROMISED.abroad;
  const days = Math.ceil(promise * pace);
  const expectedDeliveryDate =
    shippedAt === undefined ? undefined : toStored(toMilliseconds(shippedAt) + days * DAY);
  return { reports, expectedDeliveryDate };
}

/**
 * From the delivery van on, everything happens in daylight and on days on which the carrier delivers. What would then be ahead
 * of now stays as it is: how many parcels have arrived is the same on each day of the week.
 */
function withinOpeningHours(
  reports: readonly CheckpointReport[],
  { to, rests }: Route,
  now: number,
): CheckpointReport[] {
  const out = reports.findIndex(({ status }) => status === 'delivery_in_progress');
  if (out < 0) return [...reports];
  const offset = (OFFSETS[to.countryIso2] ?? 0) * HOUR;
  let last = toMilliseconds(reports[out - 1]?.date ?? reports[out]?.date ?? '') + offset;
  const moved: CheckpointReport[] = [];
  for (const report of reports.slice(out)) {
    const local = Math.max(toMilliseconds(report.date) + offset, last);
    const [opens, closes] = report.status === 'delivery_in_progress' ? [6, 9] : [9, 19];
    const share = (local % DAY) / DAY;
    let day = local - (local % DAY);
    while (rests.includes(new Date(day).getUTCDay()) || day + closes * HOUR <= last) day += DAY;
    const earliest = Math.max(opens * HOUR, last - day + 10 * 60_000);
    last = day + earliest + Math.floor((share * (closes * HOUR - earliest)) / 60_000) * 60_000;
    moved.push({ ...report, date: toStored(last - offset) });
  }
  return last - offset > now ? [...reports] : [...reports.slice(0, out), ...moved];
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
  timeline.travels(PACE[course] ?? [9, 34], 'in_transit', 'Arrived at the sorting centre', centre, rel);
  timeline.travels([8, 26], 'in_transit', 'Arrived at the delivery depot', route.to.city, 'destination');
  deliver(timeline, course, route.to.city);
}

function crossBorder(timeline: CheckpointTimeline, course: Course, { to: { country } }: Route): void {
  timeline.travels(
    course === 'slow' ? [130, 220] : [70, 120],
    'in_transit',
    'Arrived in the destination country',
    country,
    'destination',
  );
  timeline.then([2, 12], 'customs_clearance', 'Handed over to customs', country, 'destination');
  if (course === 'held')
    timeline.then([10, 40], 'exception', 'Held by customs: an invoice is missing', country, 'destination');
  timeline.travels(
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
