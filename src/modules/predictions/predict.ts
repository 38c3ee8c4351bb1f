import { toMilliseconds } from '../../core/metadata/datetime.js';
import { isTrackingStatus, kindOf } from '../tracking/tracking-statuses.js';
import { scanned, underWay } from './arrival-chances.js';
import { type Basis, basisOf, teamSamples } from './basis.js';
import { closedDaysOf } from './closed-days.js';
import { type Day, dayIn, expectedDay, timeOfDay, toDate } from './days.js';
import type { History } from './history.js';
import { CONFIDENCE, intervalOf } from './interval.js';
import type { Route } from './levels.js';
import { type OnTime, onTimeOf } from './on-time.js';
import { type Place, shareLeft } from './place.js';
import { reasonOf } from './reason.js';
import type { HolidaysOf, PredictedShipment } from './sample.js';

/** Days as `2026-11-28`, of the recipient's calendar; null where nothing can be said. */
export interface Prediction {
  readonly earliest: string | null;
  readonly likely: string | null;
  readonly latest: string | null;
  readonly confidence: number;
  readonly basis: Basis;
  readonly onTime: OnTime;
  /** In a sentence of English. */
  readonly reason: string;
}

/** Below that many delivered parcels in the team nothing is said. */
const FEWEST = 5;

/** When a shipment is delivered, by the history of its tenant and by what is known of it at a moment (milliseconds since 1970). */
export function predict(
  shipment: PredictedShipment,
  history: History,
  holidaysOf: HolidaysOf,
  now: number,
): Prediction {
  const { route } = shipment;
  const country = route.destinationCountryIso2;
  const expected =
    shipment.expectedDeliveryDate === null ? undefined : expectedDay(country, shipment.expectedDeliveryDate);
  const status = shipment.trackingStatus ?? 'no_info';
  const today = dayIn(country, now);
  const basis = basisOf(route, history);
  if (status === 'delivered' && shipment.lastStatusUpdate !== null) {
    const day = dayIn(country, toMilliseconds(shipment.lastStatusUpdate));
    const onTime = (shipment.punctuality ?? againstDate(day, expected)) as OnTime;
    return answer([day, day, day], basis, onTime, 'It has been delivered.');
  }
  const without = (reason: string): Prediction =>
    answer(undefined, basis, expected !== undefined && today > expected ? 'late' : 'unknown', reason);
  if (isFinal(status)) return without(`Its status is ${status}: no delivery is expected.`);
  if (teamSamples(route, history) < FEWEST)
    return without(`Fewer than ${FEWEST} delivered shipments of the last year are known.`);
  const place: Place = {
    route,
    history,
    closed: closedDaysOf(route, history),
    holidays: holidaysOf(country),
    today,
    rest: shareLeft(timeOfDay(country, now)),
  };
  const days = underWay(shipment, place, status, expected);
  const found = intervalOf(days, basis.samples);
  const onTime = expected === undefined ? 'unknown' : onTimeOf(days, expected - today);
  const from = shipment.shippedAt ?? undefined;
  return answer(
    found.map((at) => today + at) as [Day, Day, Day],
    basis,
    onTime,
    reasonOf(basis, place, {
      underWay: from === undefined ? undefined : Math.max(0, today - dayIn(country, toMilliseconds(from))),
      status,
      hasExpected: expected !== undefined,
    }),
  );
}

/** As `predict`, of a parcel that sets out on a day and of which nothing else is known. */
export function estimate(route: Route, shipDay: Day, history: History, holidaysOf: HolidaysOf): Prediction {
  const basis = basisOf(route, history);
  if (teamSamples(route, history) < FEWEST)
    return answer(
      undefined,
      basis,
      'unknown',
      `Fewer than ${FEWEST} delivered shipments of the last year are known.`,
    );
  const closed = closedDaysOf(route, history);
  const holidays = holidaysOf(route.destinationCountryIso2);
  const place: Place = { route, history, closed, holidays, today: shipDay, rest: 1 };
  const found = intervalOf(scanned(place, shipDay), basis.samples);
  return answer(
    found.map((at) => shipDay + at) as [Day, Day, Day],
    basis,
    'unknown',
    reasonOf(basis, place, { underWay: undefined, status: 'no_info', hasExpected: false }),
  );
}

const againstDate = (day: Day, expected: Day | undefined): OnTime => {
  if (expected === undefined) return 'unknown';
  return day < expected ? 'early' : day > expected ? 'late' : 'on_time';
};

const isFinal = (status: string): boolean => isTrackingStatus(status) && kindOf(status) === 'final';

function answer(
  days: readonly [Day, Day, Day] | undefined,
  basis: Basis,
  onTime: OnTime,
  reason: string,
): Prediction {
  const [earliest = null, likely = null, latest = null] = days?.map(toDate) ?? [];
  return { earliest, likely, latest, confidence: CONFIDENCE, basis, onTime, reason };
}
