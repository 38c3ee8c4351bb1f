import type { ClosedDays } from './closed-days.js';
import type { Day } from './days.js';
import type { History } from './history.js';
import type { Route } from './levels.js';

/** The hours of a day at which carriers deliver, as parts of the day. */
const FIRST_DELIVERY = 8 / 24;
const LAST_DELIVERY = 20 / 24;

/** Where and when a parcel is predicted. */
export interface Place {
  readonly route: Route;
  readonly history: History;
  readonly closed: ClosedDays;
  readonly holidays: ReadonlySet<Day>;
  /** The first day that is possible. */
  readonly today: Day;
  /** Of today's deliveries the share that is still to come. */
  readonly rest: number;
}

/** Of a day's deliveries the share that is still to come at a time of day, from 0 to 1. */
export const shareLeft = (time: number): number =>
  Math.max(0.02, Math.min(1, (LAST_DELIVERY - time) / (LAST_DELIVERY - FIRST_DELIVERY)));
