import { PHASE_NAMES, type Phase } from '../shipments/phase.field.js';
import { PUNCTUALITIES } from '../tracking/punctuality.js';
import type { MetricLinks } from './metric-links.js';
import { Spans } from './spans.js';
import type { State } from './states.js';

/** How many shipments something is about, and the list of just these. */
export interface Count {
  readonly value: number;
  readonly shipments: string;
}

/** A share of some shipments, from 0 to 1 with four decimals; null of none. */
export interface Rate {
  readonly value: number | null;
  readonly of: Count;
}

/** Days with one decimal; null of no shipments. */
export interface Times {
  readonly mean: number | null;
  readonly median: number | null;
  readonly p90: number | null;
  readonly p95: number | null;
  readonly of: Count;
}

export interface Punctuality {
  readonly early: Count;
  readonly onTime: Count;
  readonly late: Count;
  readonly onTimeRate: Rate;
}

/** All that is said of some shipments. */
export interface Metrics {
  readonly created: Count;
  readonly shipped: Count;
  readonly delivered: Count;
  readonly pending: Count;
  readonly inTransit: Count;
  readonly exception: Count;
  readonly returned: Count;
  readonly cancelled: Count;
  readonly deliveryRate: Rate;
  readonly pendingRate: Rate;
  readonly exceptionRate: Rate;
  readonly returnRate: Rate;
  readonly firstAttempt: Count;
  readonly firstAttemptRate: Rate;
  readonly orderToShip: Times;
  readonly shipToFirstScan: Times;
  readonly transitTime: Times;
  readonly orderToDelivery: Times;
  readonly punctuality: Punctuality;
  readonly firstPunctuality: Punctuality;
  readonly idle: Count;
  readonly reviewScore: { readonly mean: number | null; readonly of: Count };
}

/** `some` of `all`. */
export const rateOf = (some: number, all: number): number | null =>
  all === 0 ? null : Math.round((some / all) * 10_000) / 10_000;

const increment = (counts: Uint32Array, at: number, by = 1): void => {
  counts[at] = (counts[at] ?? 0) + by;
};

/** What has been counted of some shipments. */
export class Tally {
  count = 0;
  shipped = 0;
  delivered = 0;
  firstAttempt = 0;
  idle = 0;
  reviewed = 0;
  /** Hundredths. */
  scores = 0;
  readonly phases = new Uint32Array(PHASE_NAMES.length);
  /** Without one, early, on time, late: by the date as it stands, and as first told. */
  readonly verdicts = new Uint32Array(PUNCTUALITIES.length + 1);
  readonly firstVerdicts = new Uint32Array(PUNCTUALITIES.length + 1);
  orderToShip = new Spans();
  shipToFirstScan = new Spans();
  transitTime = new Spans();
  orderToDelivery = new Spans();

  /** Adds so many shipments in a state. */
  add(many: number, { isShipped, isDelivered, isFirstAttempt, phase, verdict, firstVerdict }: State): void {
    this.count += many;
    if (isShipped) this.shipped += many;
    if (isDelivered) this.delivered += many;
    if (isDelivered && isFirstAttempt) this.firstAttempt += many;
    increment(this.phases, phase, many);
    increment(this.verdicts, verdict, many);
    increment(this.firstVerdicts, firstVerdict, many);
  }

  /** Adds all of another. */
  merge(other: Tally): void {
    if (other.count === 0) return;
    for (const key of [
      'count',
      'shipped',
      'delivered',
      'firstAttempt',
      'idle',
      'reviewed',
      'scores',
    ] as const)
      this[key] += other[key];
    for (const key of ['phases', 'verdicts', 'firstVerdicts'] as const)
      for (const [at, count] of other[key].entries()) increment(this[key], at, count);
    for (const key of ['orderToShip', 'shipToFirstScan', 'transitTime', 'orderToDelivery'] as const)
      this[key].merge(other[key]);
  }
}

/** The figures of some shipments, each with the list of those that it is about. `docs/analytics.md` defines them. */
export function metricsOf(tally: Tally, links: MetricLinks): Metrics {
  const inPhase = (phase: Phase): number => tally.phases[PHASE_NAMES.indexOf(phase)] ?? 0;
  const created = { value: tally.count, shipments: links.created };
  const delivered = { value: tally.delivered, shipments: links.delivered };
  const pending = { value: inPhase('pending'), shipments: links.pending };
  const exception = { value: inPhase('exception'), shipments: links.exception };
  const returned = { value: inPhase('returned'), shipments: links.returned };
  const firstAttempt = { value: tally.firstAttempt, shipments: links.firstAttempt };
  const [, early = 0, onTime = 0, late = 0] = tally.verdicts;
  const [, firstEarly = 0, firstOnTime = 0, firstLate = 0] = tally.firstVerdicts;
  return {
    created,
    shipped: { value: tally.shipped, shipments: links.shipped },
    delivered,
    pending,
    inTransit: { value: inPhase('in_transit'), shipments: links.inTransit },
    exception,
    returned,
    cancelled: { value: inPhase('cancelled'), shipments: links.cancelled },
    deliveryRate: shareOf(delivered, created),
    pendingRate: shareOf(pending, created),
    exceptionRate: shareOf(exception, created),
    returnRate: shareOf(returned, created),
    firstAttempt,
    firstAttemptRate: shareOf(firstAttempt, delivered),
    orderToShip: timesOf(tally.orderToShip, links.orderToShip),
    shipToFirstScan: timesOf(tally.shipToFirstScan, links.shipToFirstScan),
    transitTime: timesOf(tally.transitTime, links.transitTime),
    orderToDelivery: timesOf(tally.orderToDelivery, links.orderToDelivery),
    punctuality: punctualityOf(
      { value: early, shipments: links.early },
      { value: onTime, shipments: links.onTime },
      { value: late, shipments: links.late },
      links.punctuality,
    ),
    firstPunctuality: punctualityOf(
      { value: firstEarly, shipments: links.firstEarly },
      { value: firstOnTime, shipments: links.firstOnTime },
      { value: firstLate, shipments: links.firstLate },
      links.firstPunctuality,
    ),
    idle: { value: tally.idle, shipments: links.idle },
    reviewScore: {
      mean: tally.reviewed === 0 ? null : Math.round(tally.scores / tally.reviewed) / 100,
      of: { value: tally.reviewed, shipments: links.reviewed },
    },
  };
}

const shareOf = (part: Count, whole: Count): Rate => ({ value: rateOf(part.value, whole.value), of: whole });

const timesOf = (spans: Spans, shipments: string): Times => ({
  mean: spans.mean,
  median: spans.quantile(0.5),
  p90: spans.quantile(0.9),
  p95: spans.quantile(0.95),
  of: { value: spans.count, shipments },
});

function punctualityOf(early: Count, onTime: Count, late: Count, shipments: string): Punctuality {
  const all = early.value + onTime.value + late.value;
  const value = rateOf(early.value + onTime.value, all);
  return { early, onTime, late, onTimeRate: { value, of: { value: all, shipments } } };
}
