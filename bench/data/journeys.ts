import type { Random } from '../../src/demo/random.js';
import { toStored } from '../../src/core/metadata/datetime.js';
import type { StatusChange } from '../../src/modules/tracking/clocks.js';
import { dayOfWork, type Lane, later, promisedDay, type Service, SERVICES, workOf } from './services.js';
import type { TrackingStatus } from '../../src/modules/tracking/tracking-statuses.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

export interface Report extends StatusChange {
  readonly info: string;
  readonly rel: 'origin' | 'destination';
}

/** What carriers have reported of a parcel until now, and what followed from their silence. */
export interface Journey {
  readonly reports: readonly Report[];
  readonly changes: readonly StatusChange[];
  /** The day that the carrier told at the first scan, in stored form. */
  readonly expected: string | null;
}

/** How parcels fare; how long they take says their lane, see `services.ts`. */
const COURSES = {
  delivered: 74,
  collected: 6,
  'second attempt': 5,
  'never confirmed': 4,
  held: 3,
  returned: 3,
  lost: 2,
  silent: 1.5,
  cancelled: 1,
  untraceable: 0.5,
};

/** Days without a word, and in transit, after which a parcel is given up. */
const LIMITS = { silent: 30, transit: 90 };

/** The journey of a parcel whose label was printed at `start`, as far as it has come. */
export function journeyFrom(lane: Lane, start: number, now: number, random: Random): Journey {
  const service = SERVICES[lane.carrier] as Service;
  const reports: Report[] = [];
  const changes: StatusChange[] = [];
  const course = random.weighted(COURSES);
  let at = start;
  const wait = (from: number, to: number): number => (at += (from + random.next() * (to - from)) * HOUR);
  const report = (status: TrackingStatus, info: string, rel: Report['rel']): void => {
    if (at > now) return;
    const each = { status, info, rel, at: toStored(at) };
    reports.push(each);
    changes.push(each);
  };
  const giveUp = (days: number, status: TrackingStatus): void => {
    if (at + days * DAY <= now) changes.push({ status, at: toStored(at + days * DAY) });
  };
  let expected: number | undefined;
  const done = (): Journey => ({
    reports,
    changes,
    expected: expected === undefined ? null : toStored(expected),
  });

  if (course === 'silent') {
    giveUp(LIMITS.silent, 'expired');
    return done();
  }
  wait(1, 9);
  report('pre_transit', 'Shipment information received', 'origin');
  wait(5, random.chance(0.2) ? 90 : 20);
  if (course === 'cancelled') {
    report('cancelled', 'Cancelled by the sender', 'origin');
    return done();
  }
  at = Math.max(at, dayOfWork(service, at, lane.from, [14, 20], random));
  report('in_transit', 'Accepted by the carrier', 'origin');
  const shippedAt = at;
  if (at <= now) expected = promisedDay(lane, shippedAt);
  if (course === 'lost') {
    giveUp(LIMITS.transit, 'transit_limit_exceeded');
    return done();
  }
  if (course === 'untraceable') {
    wait(20, 60);
    report('error', 'The carrier has no record of this number', 'origin');
    return done();
  }
  let work = workOf(lane, shippedAt, random);
  const isAbroad = lane.from !== lane.to;
  const isHeld = course === 'held';
  if (isHeld) work += 1 + random.next() * 5;
  const reach = (share: number): number =>
    (at = Math.max(at + HOUR, later(service, shippedAt, work * share, lane.to)));
  if (isAbroad) {
    reach(0.55 + random.next() * 0.1);
    report('customs_clearance', 'Handed over to customs', 'destination');
    if (isHeld) {
      wait(10, 30);
      report('exception', 'Held by customs: an invoice is missing', 'destination');
    }
  } else if (isHeld) {
    reach(0.3);
    report('exception', 'Delayed by the weather', 'origin');
  }
  reach(0.88);
  report('in_transit', 'Arrived at the delivery depot', 'destination');
  at = Math.max(
    at + HOUR,
    dayOfWork(service, later(service, shippedAt, work, lane.to), lane.to, [6, 9], random),
  );
  report('delivery_in_progress', 'Out for delivery', 'destination');
  wait(2, 10);
  switch (course) {
    case 'never confirmed':
      break;
    case 'second attempt':
      report('unsuccessful_delivery', 'Nobody at home, a notice was left', 'destination');
      at = dayOfWork(service, later(service, at, 1, lane.to), lane.to, [9, 19], random);
      report('delivered', 'Delivered to the recipient', 'destination');
      break;
    case 'collected':
      report('available_for_pickup', 'Ready for collection at the post office', 'destination');
      at = dayOfWork(service, at + (20 + random.next() * 100) * HOUR, lane.to, [9, 19], random);
      report('delivered', 'Collected by the recipient', 'destination');
      break;
    case 'returned':
      report('unsuccessful_delivery', 'The recipient is unknown at this address', 'destination');
      wait(24, 90);
      report('return_to_sender', 'On its way back to the sender', 'destination');
      break;
    default:
      report('delivered', 'Delivered, left in the letter box', 'destination');
  }
  return done();
}
