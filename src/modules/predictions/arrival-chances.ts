import { toMilliseconds } from '../../core/metadata/datetime.js';
import { type CellCode, readCell } from './cells.js';
import { normalized, spread, sumOf } from './chances.js';
import { type ClosedDays, isOpen, openDaysAfter } from './closed-days.js';
import { type Day, dayIn } from './days.js';
import type { WeightedCounts } from './history.js';
import { histogramsOf, isStatusKind, type Kind } from './levels.js';
import type { Place } from './place.js';
import { dateErrorOf, type PredictedShipment } from './sample.js';

/** What a level's more general history weighs beside it, in parcels. */
const SHRINKAGE = 12;

/** Days from today that are looked at; bins of open days. */
const HORIZON = 260;
const BINS = 240;

/** Where no parcel has taken so long, each open day more is so likely as that against the one before. */
const TAIL = 0.88;

/** The same of open days without a first scan. */
const HANDOVER_TAIL = 0.5;

/** Probabilities of the days from today on. */
export function underWay(
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
    const { open } = openDaysFrom(place, since);
    days = mixed(status, place, days, (counts) => survivors(counts, place, open));
  }
  return expected === undefined ? days : withDate(days, place, expected);
}

/** Of a parcel that was scanned first on a day. */
export function scanned(place: Place, start: Day): Float64Array {
  const { open, tail } = openDaysFrom(place, start);
  return mixed('transit', place, tail, (counts) => survivors(counts, place, open));
}

/** Of a parcel that nobody has scanned: the days until that happens, and those that follow. */
function labelled(place: Place, made: Day): Float64Array {
  const { closed, holidays, today } = place;
  let waited = 0;
  for (let day = made + 1; day <= today; day++) if (isOpen(day, closed, holidays)) waited++;
  const transit = mixed('transit', place, UNSEEN_TRANSIT, (counts) => binsOf(counts, closed));
  const handover = mixed('handover', place, geometric(HANDOVER_TAIL, waited), (counts) =>
    binsOf(counts, closed).map((each, at) => (at < waited ? 0 : each)),
  );
  const { open } = openDaysFrom(place, made);
  const arrivals = new Float64Array(open.length);
  for (let first = waited; first < open.length; first++) {
    const share = handover[first] as number;
    if (share < 1e-9) continue;
    for (let at = first; at < arrivals.length; at++)
      arrivals[at] = (arrivals[at] as number) + share * (transit[at - first] as number);
  }
  const days = new Float64Array(HORIZON);
  for (let bin = waited; bin < arrivals.length; bin++) {
    const at = (open[bin] as Day) - today;
    if (at >= 0 && at < HORIZON) days[at] = arrivals[bin] as number;
  }
  return normalized(cutToday(days, place));
}

/** Bins from one on, each so likely as `ratio` against the one before. */
function geometric(ratio: number, from = 0): Float64Array {
  const bins = new Float64Array(BINS);
  for (let at = from, likely = 1; at < BINS; at++, likely *= ratio) bins[at] = likely;
  return normalized(bins);
}

/** What is thought of a transit before any history is looked at. */
const UNSEEN_TRANSIT = geometric(TAIL);

interface OpenDays {
  /** The start, and each open day after it: parcels of bin k arrive on the k-th. */
  readonly open: readonly Day[];
  /** What is thought of the days from today on before any history is looked at. */
  readonly tail: Float64Array;
}

/** By the holidays of a country: hundreds of its parcels set out on the same few days. */
const openDays = new WeakMap<ReadonlySet<Day>, Map<string, OpenDays>>();

/** Days of one country at most; a year has 365 that parcels set out on. */
const MAX_STARTS = 2000;

function openDaysFrom({ closed, holidays, today }: Place, start: Day): OpenDays {
  const ofCountry = openDays.get(holidays) ?? new Map<string, OpenDays>();
  openDays.set(holidays, ofCountry);
  // holidays of more years may have been learnt
  const name = `${start} ${today} ${closed.weekdays} ${closed.holidays ? holidays.size : ''}`;
  let days = ofCountry.get(name);
  if (!days) {
    if (ofCountry.size >= MAX_STARTS) ofCountry.clear();
    const open: Day[] = [start];
    for (let day = start + 1; open.length < BINS && day < today + HORIZON; day++)
      if (isOpen(day, closed, holidays)) open.push(day);
    days = { open, tail: tailOf(open, today) };
    ofCountry.set(name, days);
  }
  return days;
}

function tailOf(open: readonly Day[], today: Day): Float64Array {
  const tail = new Float64Array(HORIZON);
  let likely = 1;
  for (const day of open) {
    const at = day - today;
    if (at < 0 || at >= HORIZON) continue;
    tail[at] = likely;
    likely *= TAIL;
  }
  return normalized(tail);
}

/** The days of delivery that a cell took. */
function binOf(code: CellCode, closed: ClosedDays): number {
  const { weekday, days, holidays, onHoliday } = readCell(code);
  const open = openDaysAfter(weekday, days, closed.weekdays);
  return Math.max(0, closed.holidays ? open - holidays - (onHoliday ? 1 : 0) : open);
}

/** The bins of a histogram by the days that are closed: routes that share a general history differ in those. */
const remembered = new WeakMap<WeightedCounts, Map<number, Float64Array>>();

/** The parcels of a histogram by the days of delivery that they took, up to the longest. */
function binsOf(counts: WeightedCounts, closed: ClosedDays): Float64Array {
  const known = remembered.get(counts) ?? new Map<number, Float64Array>();
  remembered.set(counts, known);
  const code = closed.weekdays * 2 + Number(closed.holidays);
  let bins = known.get(code);
  if (!bins) {
    const all = new Float64Array(BINS);
    let longest = -1;
    for (const [cell, weight] of counts.weights) {
      const at = binOf(cell, closed);
      all[at] = (all[at] as number) + weight;
      longest = Math.max(longest, at);
    }
    bins = all.slice(0, longest + 1);
    known.set(code, bins);
  }
  return bins;
}

/** Of the parcels of a histogram, when those would arrive that are not there yet, up to the last. */
function survivors(counts: WeightedCounts, place: Place, open: readonly Day[]): Float64Array {
  const bins = binsOf(counts, place.closed);
  const longest = Math.min(open.length, bins.length) - 1;
  const last = longest < 0 ? 0 : (open[longest] as Day) - place.today;
  const days = new Float64Array(Math.max(1, Math.min(HORIZON, last + 1)));
  for (let at = longest; at >= 0; at--) {
    const index = (open[at] as Day) - place.today;
    if (index < 0) break;
    if (index < HORIZON) days[index] = bins[at] as number;
  }
  return cutToday(days, place);
}

function cutToday(days: Float64Array, { rest }: Place): Float64Array {
  days[0] = (days[0] as number) * rest;
  return days;
}

/**
 * From the most general history to the most special: what a level has seen, in parcels, added to what was thought before it,
 * which weighs `SHRINKAGE` parcels. Added up from the other end, where it is known what each level's parcels come to: so every
 * level costs as many steps as it has days.
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
  const believed = new Float64Array(before.length);
  let share = 1;
  for (const counts of levels) {
    if (!counts) continue;
    const parcels = seen(counts);
    const all = sumOf(parcels) + SHRINKAGE;
    for (let at = 0; at < parcels.length; at++)
      believed[at] = (believed[at] as number) + ((parcels[at] as number) * share) / all;
    share *= SHRINKAGE / all;
  }
  for (let at = 0; at < before.length; at++)
    believed[at] = (believed[at] as number) + (before[at] as number) * share;
  return believed;
}

/** The carrier's date as one more opinion: the better its dates have been, the more it counts. */
function withDate(days: Float64Array, place: Place, expected: Day): Float64Array {
  const { closed, holidays, today } = place;
  const dates = mixed('date', place, days, (counts) => {
    const { least, weights } = dateErrors(counts);
    const first = expected + least - today;
    const seen = new Float64Array(Math.max(1, Math.min(HORIZON, first + weights.length)));
    for (let at = Math.max(0, first); at < seen.length; at++) {
      const weight = weights[at - first] as number;
      if (weight > 0 && isOpen(today + at, closed, holidays)) seen[at] = weight;
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

interface DateErrors {
  /** Days after the carrier's date of the first of the weights. */
  readonly least: number;
  readonly weights: Float64Array;
}

const knownErrors = new WeakMap<WeightedCounts, DateErrors>();

/** How many days after the carrier's date the parcels of a histogram arrived. */
function dateErrors(counts: WeightedCounts): DateErrors {
  const known = knownErrors.get(counts);
  if (known) return known;
  const errors = [...counts.weights.keys()].map(dateErrorOf);
  const least = Math.min(...errors);
  const weights = new Float64Array(Math.max(...errors) - least + 1);
  for (const [code, weight] of counts.weights) weights[dateErrorOf(code) - least] = weight;
  const made = { least, weights };
  knownErrors.set(counts, made);
  return made;
}
