import { PHASE_NAMES, type Phase } from '../shipments/phase.field.js';
import { PUNCTUALITIES } from '../tracking/punctuality.js';
import { ACTIVE_STATUSES, type Facts, punctualityNumbers } from './facts.js';
import type { ListQuery } from './list-query.js';
import { type Elapsed, Spans } from './spans.js';

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

/** What figures are measured by. */
export interface Measure {
  readonly elapsed: Elapsed;
  /** Under way without a checkpoint since this moment a shipment is idle; seconds since 1970. */
  readonly idleSince: number;
}

/** Makes the address of a list. */
export type LinkTo = (list: ListQuery) => string;

/** `some` of `all`. */
export const rateOf = (some: number, all: number): number | null =>
  all === 0 ? null : Math.round((some / all) * 10_000) / 10_000;

/** Reads the facts of shipments one after the other. What is the same for all of them is looked up once. */
export function reader(facts: Facts, { elapsed, idleSince }: Measure) {
  const status = facts.numbers('trackingStatus');
  const workspace = facts.numbers('workspacePk');
  const [created, shipped, delivered] = (['createdAt', 'shippedAt', 'deliveredAt'] as const).map((each) =>
    facts.moment(each),
  ) as [Uint32Array, Uint32Array, Uint32Array];
  const [ordered, tracked, lastCheckpoint] = (['orderedAt', 'trackedSince', 'lastCheckpointAt'] as const).map(
    (each) => facts.moment(each),
  ) as [Uint32Array, Uint32Array, Uint32Array];
  const verdicts = (['punctuality', 'firstPunctuality'] as const).map(
    (path) => [facts.numbers(path), punctualityNumbers(facts, path)] as const,
  );
  const { phaseCodes, isActive, failedAttempts, score } = facts;

  return (row: number, into: Tally): void => {
    const state = status[row] ?? 0;
    const where = workspace[row] ?? 0;
    const at = {
      created: created[row] ?? 0,
      shipped: shipped[row] ?? 0,
      delivered: delivered[row] ?? 0,
      ordered: ordered[row] ?? 0,
      tracked: tracked[row] ?? 0,
    };
    into.count++;
    const phase = phaseCodes[state] ?? 0;
    into.phases[phase] = (into.phases[phase] ?? 0) + 1;
    // handed over when it got its number, or before, where the carrier moved it earlier
    const labelled = at.tracked || at.created;
    if (at.shipped > 0) {
      into.shipped++;
      into.shipToFirstScan.add(elapsed(labelled, at.shipped, where));
    }
    if (at.ordered > 0 && state > 0) {
      const handedOver = at.shipped > 0 && at.shipped < labelled ? at.shipped : labelled;
      into.orderToShip.add(elapsed(at.ordered, handedOver, where));
    }
    if (at.delivered > 0) {
      if (failedAttempts[row] === 0) into.firstAttempt++;
      if (at.shipped > 0) into.transitTime.add(elapsed(at.shipped, at.delivered, where));
      if (at.ordered > 0) into.orderToDelivery.add(elapsed(at.ordered, at.delivered, where));
      into.delivered++;
    }
    for (const [index, [numbers, names]] of verdicts.entries()) {
      const verdict = names.indexOf(numbers[row] ?? 0);
      if (verdict < 0) continue;
      const counts = into.verdicts[index] as number[];
      counts[verdict] = (counts[verdict] ?? 0) + 1;
    }
    const last = lastCheckpoint[row] ?? 0;
    if (isActive[state] && last > 0 && last <= idleSince) into.idle++;
    const stars = score[row] ?? -1;
    if (stars >= 0) {
      into.reviewed++;
      into.scores += stars;
    }
  };
}

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
  readonly phases = PHASE_NAMES.map(() => 0);
  /** By the date as it stands, and as first told: early, on time, late. */
  readonly verdicts = [PUNCTUALITIES.map(() => 0), PUNCTUALITIES.map(() => 0)] as const;
  readonly orderToShip = new Spans();
  readonly shipToFirstScan = new Spans();
  readonly transitTime = new Spans();
  readonly orderToDelivery = new Spans();
}

/** The figures of some shipments, each with the list of those that it is about. `docs/analytics.md` defines them. */
export function metricsOf(tally: Tally, list: ListQuery, { idleSince }: Measure, linkTo: LinkTo): Metrics {
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
    punctuality: punctualityOf(tally.verdicts[0], 'punctuality', list, counted),
    firstPunctuality: punctualityOf(tally.verdicts[1], 'firstPunctuality', list, counted),
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
  counts: readonly number[],
  path: 'punctuality' | 'firstPunctuality',
  list: ListQuery,
  counted: (value: number, narrowed: ListQuery) => Count,
): Punctuality {
  const [early, onTime, late] = PUNCTUALITIES.map((verdict, index) =>
    counted(counts[index] ?? 0, list.among(path, [verdict])),
  ) as [Count, Count, Count];
  const all = early.value + onTime.value + late.value;
  const value = rateOf(early.value + onTime.value, all);
  return { early, onTime, late, onTimeRate: { value, of: counted(all, list.exists(path)) } };
}
