import { toMilliseconds } from '../../core/metadata/datetime.js';
import { isTrackingStatus, kindOf } from '../tracking/tracking-statuses.js';
import { type CellCode, readCell } from './cells.js';
import { type ClosedDays, closedDaysOf, isOpen, openDaysAfter } from './closed-days.js';
import { type Day, dayIn, expectedDay, timeOfDay, toDate } from './days.js';
import type { History, WeightedCounts } from './history.js';
import { histogramsOf, isStatusKind, type Kind, type Level, type Route } from './levels.js';
import { dateErrorOf, type HolidaysOf, type PredictedShipment } from './sample.js';

/** Whether a parcel comes by the carrier's date. `unknown`: the carrier has told none, or nothing is known of the parcel. */
export const ON_TIME = ['early', 'on_time', 'at_risk', 'late', 'unknown'] as const;
export type OnTime = (typeof ON_TIME)[number];

/** What a prediction is made of. */
export interface Basis extends Omit<Route, 'area'> {
  /** The most special level with at least `ENOUGH` parcels; null where there is no history. */
  readonly level: Level | null;
  /** Its delivered parcels of this month and the twelve before it. */
  readonly samples: number;
}

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

/** The share of parcels that arrive from `earliest` to `latest`. */
export const CONFIDENCE = 0.8;

/** Parcels from which a level stands for itself. */
export const ENOUGH = 30;

/** What a level's more general history weighs beside it, in parcels. */
const SHRINKAGE = 12;

/** Below that many delivered parcels in the team nothing is said. */
const FEWEST = 5;

/** Probabilities of being after the carrier's date. */
const RISK = 0.3;
const LATE = 0.8;

/** Days from today that are looked at; bins of open days. */
const HORIZON = 260;
const BINS = 240;

/** Where no parcel has taken so long, each open day more is so likely as that against the one before. */
const TAIL = 0.88;

/** The hours of a day at which carriers deliver, as parts of the day. */
const FIRST_DELIVERY = 8 / 24;
const LAST_DELIVERY = 20 / 24;

interface Place {
  readonly route: Route;
  readonly history: History;
  readonly closed: ClosedDays;
  readonly holidays: ReadonlySet<Day>;
  /** The first day that is possible. */
  readonly today: Day;
  /** Of today's deliveries the share that is still to come. */
  readonly rest: number;
}

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

/** Probabilities of the days from today on. */
function underWay(
  { createdAt, shippedAt, lastStatusUpdate }: PredictedShipment,
  place: Place,
  status: string,
  expected: Day | undefined,
): Float64Array {
  const country = place.route.destinationCountryIso2;
  const day = (stored: string): Day => Math.min(place.today, dayIn(country, toMilliseconds(stored)));
  let days = shippedAt === null ? labelled(place, day(createdAt)) : scanned(place, day(shippedAt));
  if (shippedAt !== null && lastStatusUpdate !== null && isStatusKind(status)) {
    const since = day(lastStatusUpdate);
    const open = openDaysFrom(place, since);
    days = mixed(status, place, days, (counts) => survivors(counts, place, open));
  }
  return expected === undefined ? days : withDate(days, place, expected);
}

/** Of a parcel that was scanned first on a day. */
function scanned(place: Place, start: Day): Float64Array {
  const open = openDaysFrom(place, start);
  const tail = new Float64Array(HORIZON);
  let likely = 1;
  for (const day of open) {
    const at = day - place.today;
    if (at < 0 || at >= HORIZON) continue;
    tail[at] = likely;
    likely *= TAIL;
  }
  return mixed('transit', place, normalized(tail), (counts) => survivors(counts, place, open));
}

/** Of a parcel that nobody has scanned: the days until that happens, and those that follow. */
function labelled(place: Place, made: Day): Float64Array {
  const { closed, holidays, today } = place;
  let waited = 0;
  for (let day = made + 1; day <= today; day++) if (isOpen(day, closed, holidays)) waited++;
  const geometric = (ratio: number): Float64Array =>
    normalized(Float64Array.from({ length: BINS }, (_, at) => ratio ** at));
  const transit = mixed('transit', place, geometric(TAIL), (counts) => binsOf(counts, closed));
  const base = new Float64Array(BINS);
  for (let at = waited; at < BINS; at++) base[at] = 0.5 ** (at - waited);
  const handover = mixed('handover', place, normalized(base), (counts) =>
    binsOf(counts, closed).map((each, at) => (at < waited ? 0 : each)),
  );
  const open = openDaysFrom(place, made);
  const days = new Float64Array(HORIZON);
  for (let first = waited; first < BINS; first++) {
    const share = handover[first] as number;
    if (share < 1e-9) continue;
    for (let rest = 0; first + rest < open.length && rest < BINS; rest++) {
      const at = (open[first + rest] as Day) - today;
      if (at >= 0 && at < HORIZON) days[at] = (days[at] as number) + share * (transit[rest] as number);
    }
  }
  return normalized(cutToday(days, place));
}

/** The start, and each open day after it: parcels of bin k arrive on the k-th. */
function openDaysFrom({ closed, holidays, today }: Place, start: Day): readonly Day[] {
  const open: Day[] = [start];
  for (let day = start + 1; open.length < BINS && day < today + HORIZON; day++)
    if (isOpen(day, closed, holidays)) open.push(day);
  return open;
}

const sumOf = (values: Float64Array): number => {
  let sum = 0;
  for (let at = 0; at < values.length; at++) sum += values[at] as number;
  return sum;
};

/** The days of delivery that a cell took. */
function binOf(code: CellCode, closed: ClosedDays): number {
  const { weekday, days, holidays, onHoliday } = readCell(code);
  const open = openDaysAfter(weekday, days, closed.weekdays);
  return Math.max(0, closed.holidays ? open - holidays - (onHoliday ? 1 : 0) : open);
}

/** The bins of a histogram, as they were asked for last. */
const remembered = new WeakMap<
  WeightedCounts,
  { readonly closed: ClosedDays; readonly bins: Float64Array }
>();

/** The parcels of a histogram by the days of delivery that they took. */
function binsOf(counts: WeightedCounts, closed: ClosedDays): Float64Array {
  const known = remembered.get(counts);
  if (known?.closed.weekdays === closed.weekdays && known.closed.holidays === closed.holidays)
    return known.bins;
  const bins = new Float64Array(BINS);
  for (const [code, weight] of counts.weights) {
    const at = binOf(code, closed);
    bins[at] = (bins[at] as number) + weight;
  }
  remembered.set(counts, { closed, bins });
  return bins;
}

/** Of the parcels of a histogram, when those would arrive that are not there yet. */
function survivors(counts: WeightedCounts, place: Place, open: readonly Day[]): Float64Array {
  const bins = binsOf(counts, place.closed);
  const days = new Float64Array(HORIZON);
  for (let at = 0; at < open.length; at++) {
    const index = (open[at] as Day) - place.today;
    if (index >= 0 && index < HORIZON) days[index] = (days[index] as number) + (bins[at] as number);
  }
  return cutToday(days, place);
}

function cutToday(days: Float64Array, { rest }: Place): Float64Array {
  days[0] = (days[0] as number) * rest;
  return days;
}

const shareLeft = (time: number): number =>
  Math.max(0.02, Math.min(1, (LAST_DELIVERY - time) / (LAST_DELIVERY - FIRST_DELIVERY)));

/**
 * From the most general history to the most special: what a level has seen, in parcels, added to what was thought before it,
 * which weighs `SHRINKAGE` parcels.
 */
function mixed(
  kind: Kind,
  { route, history }: Place,
  before: Float64Array,
  seen: (counts: WeightedCounts) => Float64Array,
): Float64Array {
  const names = histogramsOf(kind, route);
  const workspace = names.at(-1);
  const levels = names.map(({ key }) => history.of(key));
  if (workspace) levels.push(history.ofTeam(workspace.key));
  let believed = before;
  for (const counts of levels.reverse()) {
    if (!counts) continue;
    const parcels = seen(counts);
    const weight = sumOf(parcels);
    const after = new Float64Array(believed.length);
    for (let at = 0; at < after.length; at++)
      after[at] = ((parcels[at] as number) + SHRINKAGE * (believed[at] as number)) / (weight + SHRINKAGE);
    believed = after;
  }
  return believed;
}

/** The carrier's date as one more opinion: the better its dates have been, the more it counts. */
function withDate(days: Float64Array, place: Place, expected: Day): Float64Array {
  const { closed, holidays, today } = place;
  const dates = mixed('date', place, days, ({ weights }) => {
    const seen = new Float64Array(HORIZON);
    for (const [code, weight] of weights) {
      const day = expected + dateErrorOf(code);
      const at = day - today;
      if (at >= 0 && at < HORIZON && isOpen(day, closed, holidays)) seen[at] = (seen[at] as number) + weight;
    }
    return cutToday(seen, place);
  });
  const [ours, theirs] = [spread(days), spread(dates)];
  const trust = ours + theirs === 0 ? 0.5 : ours ** 2 / (ours ** 2 + theirs ** 2);
  const pooled = new Float64Array(HORIZON);
  for (let at = 0; at < HORIZON; at++) {
    const [own, told] = [days[at] as number, dates[at] as number];
    if (own > NEGLIGIBLE || told > NEGLIGIBLE)
      pooled[at] = Math.max(own, NEGLIGIBLE) ** (1 - trust) * Math.max(told, NEGLIGIBLE) ** trust;
  }
  return normalized(pooled);
}

const NEGLIGIBLE = 1e-9;

/** The mean distance from the median, in days. */
function spread(days: Float64Array): number {
  const middle = quantile(days, 0.5);
  let sum = 0;
  for (let at = 0; at < days.length; at++) sum += (days[at] as number) * Math.abs(at - middle);
  return sum;
}

function normalized(values: Float64Array): Float64Array {
  const sum = sumOf(values);
  if (sum > 0) for (let at = 0; at < values.length; at++) values[at] = (values[at] as number) / sum;
  return values;
}

function quantile(days: Float64Array, share: number): number {
  let sum = 0;
  for (let at = 0; at < days.length; at++) {
    sum += days[at] as number;
    if (sum >= share - 1e-12) return at;
  }
  return days.length - 1;
}

/** By how much an interval is wider where few parcels are known: a share that `ENOUGH` parcels halve. */
const DOUBT = 0.08;

/** The median, and the shortest run of days around it that has the share of `CONFIDENCE`. */
function intervalOf(days: Float64Array, samples: number): [number, number, number] {
  const wanted = CONFIDENCE + (DOUBT * ENOUGH) / (ENOUGH + samples);
  const likely = quantile(days, 0.5);
  let from = likely;
  let to = likely;
  let sum = days[likely] as number;
  while (sum < wanted && (from > 0 || to < days.length - 1)) {
    const below = from > 0 ? (days[from - 1] as number) : -1;
    const above = to < days.length - 1 ? (days[to + 1] as number) : -1;
    if (above >= below) sum += Math.max(0, days[++to] as number);
    else sum += days[--from] as number;
  }
  // a closed day is nobody's earliest or latest
  while (from < likely && (days[from] as number) === 0) from++;
  while (to > likely && (days[to] as number) === 0) to--;
  return [from, likely, to];
}

/** `expected`: days from today. */
function onTimeOf(days: Float64Array, expected: number): OnTime {
  if (expected < 0) return 'late';
  let before = 0;
  for (let at = 0; at < expected && at < days.length; at++) before += days[at] as number;
  const after = 1 - before - (days[expected] ?? 0);
  if (after >= LATE) return 'late';
  if (after >= RISK) return 'at_risk';
  return before >= LATE ? 'early' : 'on_time';
}

function basisOf(route: Route, history: History): Basis {
  const { carrier, originCountryIso2, destinationCountryIso2 } = route;
  const names = histogramsOf('transit', route);
  const found = names.map(({ level, key }) => ({ level, samples: history.of(key)?.samples ?? 0 }));
  found.push({ level: 'team', samples: teamSamples(route, history) });
  const enough = found.find(({ samples }) => samples >= ENOUGH);
  const most = found.reduce((best, each) => (each.samples > best.samples ? each : best));
  const { level, samples } = enough ?? most;
  return { level: samples === 0 ? null : level, carrier, originCountryIso2, destinationCountryIso2, samples };
}

function teamSamples(route: Route, history: History): number {
  const workspace = histogramsOf('transit', route).at(-1);
  return workspace === undefined ? 0 : (history.ofTeam(workspace.key)?.samples ?? 0);
}

const WEEKDAYS = ['Sundays', 'Mondays', 'Tuesdays', 'Wednesdays', 'Thursdays', 'Fridays', 'Saturdays'];

const STATUS_WORDS: Readonly<Record<string, string>> = {
  delivery_in_progress: 'it is out for delivery',
  customs_clearance: 'it is at customs',
  exception: 'something holds it up',
  unsuccessful_delivery: 'a delivery has failed',
  available_for_pickup: 'it waits to be fetched',
};

interface Known {
  readonly underWay: number | undefined;
  readonly status: string;
  readonly hasExpected: boolean;
}

function reasonOf(basis: Basis, { route, closed }: Place, { underWay, status, hasExpected }: Known): string {
  const { carrier, originCountryIso2: from, destinationCountryIso2: to, area } = route;
  const of = {
    'carrier+lane+postcode': `of ${carrier} from ${from} to ${to} ${area}`,
    'carrier+lane': `of ${carrier} from ${from} to ${to}`,
    'carrier+destination': `of ${carrier} to ${to}`,
    lane: `from ${from} to ${to}`,
    carrier: `of ${carrier}`,
    workspace: 'of the workspace',
    team: 'of the team',
  }[basis.level ?? 'team'];
  const off = [
    ...WEEKDAYS.filter((_, weekday) => (closed.weekdays >> weekday) & 1),
    ...(closed.holidays ? ['public holidays'] : []),
  ];
  const last = off.at(-1);
  const clauses = [
    `From ${basis.samples} delivered parcels ${of}`,
    ...(underWay === undefined
      ? []
      : [`it has been under way for ${underWay} ${underWay === 1 ? 'day' : 'days'}`]),
    ...(STATUS_WORDS[status] === undefined ? [] : [STATUS_WORDS[status]]),
    ...(hasExpected ? ["the carrier's date is counted by how right its dates have been"] : []),
    ...(last === undefined
      ? []
      : [`nothing is delivered on ${off.length > 1 ? `${off.slice(0, -1).join(', ')} and ` : ''}${last}`]),
  ];
  return `${clauses.join('; ')}.`;
}
