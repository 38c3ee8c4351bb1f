import type { Random } from '../../src/demo/random.js';
import { toStored } from '../../src/core/metadata/datetime.js';
import type { StatusChange } from '../../src/modules/tracking/clocks.js';
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
}

/** Half of the parcels are quick, half of them come from far away and are weeks under way. */
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
export function journeyFrom(start: number, now: number, random: Random): Journey {
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
  const done = (): Journey => ({ reports, changes });

  if (course === 'silent') {
    giveUp(LIMITS.silent, 'expired');
    return done();
  }
  wait(1, 9);
  report('pre_transit', 'Shipment information received', 'origin');
  wait(5, random.chance(0.2) ? 120 : 30);
  if (course === 'cancelled') {
    report('cancelled', 'Cancelled by the sender', 'origin');
    return done();
  }
  report('in_transit', 'Accepted by the carrier', 'origin');
  if (course === 'lost') {
    giveUp(LIMITS.transit, 'transit_limit_exceeded');
    return done();
  }
  const isFar = random.chance(0.5);
  wait(20, 60);
  if (course === 'untraceable') {
    report('error', 'The carrier has no record of this number', 'origin');
    return done();
  }
  if (isFar) {
    wait(240, 1300);
    report('customs_clearance', 'Handed over to customs', 'destination');
    if (course === 'held') {
      wait(24, 120);
      report('exception', 'Held by customs: an invoice is missing', 'destination');
    }
    wait(48, 360);
  } else {
    if (course === 'held') report('exception', 'Delayed by the weather', 'origin');
    wait(8, 120);
  }
  report('in_transit', 'Arrived at the delivery depot', 'destination');
  wait(6, 20);
  report('delivery_in_progress', 'Out for delivery', 'destination');
  wait(2, 9);
  switch (course) {
    case 'never confirmed':
      break;
    case 'second attempt':
      report('unsuccessful_delivery', 'Nobody at home, a notice was left', 'destination');
      wait(17, 30);
      report('delivered', 'Delivered to the recipient', 'destination');
      break;
    case 'collected':
      report('available_for_pickup', 'Ready for collection at the post office', 'destination');
      wait(20, 150);
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
