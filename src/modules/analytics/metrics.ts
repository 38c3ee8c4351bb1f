import { PHASE_NAMES, type Phase } from '../shipments/phase.field.js';
import { PUNCTUALITIES } from '../tracking/punctuality.js';
import { ACTIVE_STATUSES } from './facts.js';
import type { ListQuery } from './list-query.js';
import { Spans } from './spans.js';
import type { State } from './states.js';
import type { Subject } from './subject.js';

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

/** Makes the address of a list. */
export type LinkTo = (list: ListQuery) => string;

/** What figures need beside shipments. */
export type Linked = Pick<Subject, 'idleSince' | 'linkTo'>;

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
export function metricsOf(tally: Tally, list: ListQuery, { idleSince, linkTo }: Linked): Metrics {
  const counted = (value: number, narrowed: ListQuery): Count => ({ value, shipments: linkTo(narrowed) });
  const created = counted(tally.count, list);
  const inPhase = (phase: Phase): Count =>
    counted(tally.phases[PHASE_NAMES.indexOf(phase)] ?? 0, list.among('phase', [phase]));
  const shareOf = (part: Count, whole: Count): Rate => ({
    value: rateOf(part.value, whole.value),
    of: whole,
  });
  const deliveredList = list.exists('deliveredAt');
  const delivered = counted(tally.delivered, deliveredList);
  const firstAttempt = counted(tally.firstAttempt, deliveredList.number('failedAttempts', 'lte', 0));
  const times = (spans: Spans, of: ListQuery): Times => ({
    mean: spans.mean,
    median: spans.quantile(0.5),
    p90: spans.quantile(0.9),
    p95: spans.quantile(0.95),
    of: counted(spans.count, of),
  });
  const [pending, exception, returned] = (['pending', 'exception', 'returned'] as const).map(inPhase) as [
    Count,
    Count,
    Count,
  ];
  const ordered = list.exists('orderedAt');
  const shipped = list.exists('shippedAt');
  return {
    created,
    shipped: counted(tally.shipped, shipped),
    delivered,
    pending,
    inTransit: inPhase('in_transit'),
    exception,
    returned,
    cancelled: inPhase('cancelled'),
    deliveryRate: shareOf(delivered, created),
    pendingRate: shareOf(pending, created),
    exceptionRate: shareOf(exception, created),
    returnRate: shareOf(returned, created),
    firstAttempt,
    firstAttemptRate: shareOf(firstAttempt, delivered),
    orderToShip: times(tally.orderToShip, ordered.exists('trackingStatus')),
    shipToFirstScan: times(tally.shipToFirstScan, shipped),
    transitTime: times(tally.transitTime, shipped.exists('deliveredAt')),
    orderToDelivery: times(tally.orderToDelivery, ordered.exists('deliveredAt')),
    punctuality: punctualityOf(tally.verdicts, 'punctuality', list, counted),
    firstPunctuality: punctualityOf(tally.firstVerdicts, 'firstPunctuality', list, counted),
    idle: counted(
      tally.idle,
      list.among('trackingStatus', ACTIVE_STATUSES).until('lastCheckpointAt', idleSince),
    ),
    reviewScore: {
      mean: tally.reviewed === 0 ? null : Math.round(tally.scores / tally.reviewed) / 100,
      of: counted(tally.reviewed, list.exists('reviewTotalScore')),
    },
  };
}

function punctualityOf(
  counts: Uint32Array,
  path: 'punctuality' | 'firstPunctuality',
  list: ListQuery,
  counted: (value: number, narrowed: ListQuery) => Count,
): Punctuality {
  const [early, onTime, late] = PUNCTUALITIES.map((verdict, index) =>
    counted(counts[index + 1] ?? 0, list.among(path, [verdict])),
  ) as [Count, Count, Count];
  const all = early.value + onTime.value + late.value;
  const value = rateOf(early.value + onTime.value, all);
  return { early, onTime, late, onTimeRate: { value, of: counted(all, list.exists(path)) } };
}
