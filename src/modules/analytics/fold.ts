import { eachBlock } from './blocks.js';
import {
  LONG,
  NONE,
  REST_ZERO,
  TENTH,
  TENTH_BITS,
  TIME_NAMES,
  type TimeName,
  TIMES,
  WIDTH,
} from './durations.js';
import type { Facts } from './facts.js';
import { Tally } from './metrics.js';
import { calendarTime, Spans } from './spans.js';
import type { Part, Subject } from './subject.js';

/** In which of some groups rows are. */
export interface Groups {
  readonly of: Uint32Array;
  /** Whether `of` has the group of a row at the row's number, as a column has it, and not at the row's place in the list. */
  readonly isColumn: boolean;
  readonly count: number;
}

const groupAt = (groups: Groups | undefined, at: number, row: number): number =>
  groups ? (groups.of[groups.isColumn ? row : at] as number) : 0;

/**
 * Counts rows of a part, by group where there are any: one tally for each group, those of empty ones too. Columns are read one after
 * the other in plain loops, which is some nanoseconds a shipment.
 */
export function fold(
  part: Part,
  rows: Uint32Array,
  { idleSince }: Pick<Subject, 'idleSince'>,
  groups?: Groups,
): readonly Tally[] {
  const { elapsed } = part;
  const tallies = Array.from({ length: groups?.count ?? 1 }, () => new Tally());
  countStates(part, rows, tallies, groups, idleSince);
  // tables for every group do not pay for a few rows
  const isMany = rows.length > FEW * tallies.length;
  const measured =
    elapsed === calendarTime && isMany
      ? countDurations(part, rows, groups)
      : TIME_NAMES.map((name) => measure(part, name, rows, groups));
  for (const [index, name] of TIME_NAMES.entries())
    for (const [at, tally] of tallies.entries()) tally[name] = measured[index]?.[at] as Spans;
  return tallies;
}

/** Rows of a group. */
const FEW = 4;

/** Some places of a list of rows, and in which groups these are. */
interface Block {
  readonly rows: Uint32Array;
  readonly groups: Groups | undefined;
  readonly from: number;
  readonly to: number;
}

function countStates(
  { facts }: Part,
  rows: Uint32Array,
  tallies: readonly Tally[],
  groups: Groups | undefined,
  idleSince: number,
): void {
  const { all } = facts.states;
  const states = all.length;
  const counts = new Uint32Array(tallies.length * states);
  const [idle, scores] = [new Uint32Array(tallies.length), new Float64Array(tallies.length)];
  const columns: StateColumns = {
    states,
    state: facts.state,
    isActive: Uint8Array.from(all, ({ isActive }) => Number(isActive)),
    isReviewed: Uint8Array.from(all, ({ isReviewed }) => Number(isReviewed)),
    checkpoint: facts.moment('lastCheckpointAt'),
    score: facts.score,
    idleSince,
  };
  eachBlock(rows.length, (from, to) =>
    addStates({ rows, groups, from, to }, columns, { counts, idle, scores }),
  );
  for (const [group, tally] of tallies.entries()) {
    for (const [is, each] of all.entries()) {
      const many = counts[group * states + is] ?? 0;
      if (many === 0) continue;
      tally.add(many, each);
      if (each.isReviewed) tally.reviewed += many;
    }
    tally.idle = idle[group] ?? 0;
    tally.scores = scores[group] ?? 0;
  }
}

interface StateColumns {
  readonly states: number;
  readonly state: Uint16Array;
  /** Few states need another look. */
  readonly isActive: Uint8Array;
  readonly isReviewed: Uint8Array;
  readonly checkpoint: Uint32Array;
  readonly score: Int16Array;
  readonly idleSince: number;
}

interface StateCounts {
  readonly counts: Uint32Array;
  readonly idle: Uint32Array;
  readonly scores: Float64Array;
}

/** Adds the states of a block, and by group how many are idle and what their reviews come to. */
function addStates(
  { rows, groups, from, to }: Block,
  { states, state, isActive, isReviewed, checkpoint, score, idleSince }: StateColumns,
  { counts, idle, scores }: StateCounts,
): void {
  const [groupOf, isColumn] = [groups?.of, groups?.isColumn ?? false];
  for (let at = from; at < to; at++) {
    const row = rows[at] as number;
    const group = groupOf ? (groupOf[isColumn ? row : at] as number) : 0;
    const is = state[row] as number;
    (counts[group * states + is] as number)++;
    if (isActive[is] === 1) {
      const last = checkpoint[row] as number;
      if (last > 0 && last <= idleSince) (idle[group] as number)++;
    }
    if (isReviewed[is] === 1) scores[group] = (scores[group] as number) + (score[row] as number);
  }
}

/** The four times of rows, each by group, in calendar days: all of them in one pass, which takes little more than one alone. */
function countDurations(
  { facts }: Part,
  rows: Uint32Array,
  groups: Groups | undefined,
): readonly (readonly Spans[])[] {
  const packed = TIME_NAMES.map((name) => facts.durations[name].packed) as Four;
  const number = groups?.count ?? 1;
  const counts = new Uint32Array(number * TIMES_WIDTH);
  const sums = new Float64Array(number * 4);
  eachBlock(rows.length, (from, to) => addDurations({ rows, groups, from, to }, packed, counts, sums));
  return TIME_NAMES.map((name, index) => {
    let long = 0;
    const spans = Array.from({ length: number }, (_, group) => {
      const place = group * 4 + index;
      const own = counts.subarray(place * WIDTH, (place + 1) * WIDTH);
      long += own[LONG] as number;
      return spansOf(own, sums[place] as number);
    });
    if (long > 0) addLong(facts, name, spans, rows, groups);
    return spans;
  });
}

/** @param rests the sum of all rests, those of longer times and of none too. */
function spansOf(tenths: Uint32Array, rests: number): Spans {
  let [count, sum] = [0, 0];
  for (let tenth = 0; tenth < LONG; tenth++) {
    const many = tenths[tenth] as number;
    count += many;
    sum += many * tenth;
  }
  const all = count + (tenths[LONG] as number) + (tenths[NONE] as number);
  tenths.fill(0, LONG);
  return new Spans(tenths, count, sum * TENTH + rests - all * REST_ZERO);
}

type Four = [Uint32Array, Uint32Array, Uint32Array, Uint32Array];

/** Adds the times of a block: how many there are of each tenth of a day, and the sum of the rests. */
function addDurations(
  { rows, groups, from, to }: Block,
  [first, second, third, fourth]: Four,
  counts: Uint32Array,
  sums: Float64Array,
): void {
  const [groupOf, isColumn] = [groups?.of, groups?.isColumn ?? false];
  const [width, bits] = [WIDTH, TENTH_BITS];
  const tenths = width - 1;
  for (let at = from; at < to; at++) {
    const row = rows[at] as number;
    const group = groupOf ? (groupOf[isColumn ? row : at] as number) : 0;
    const a = first[row] as number;
    const b = second[row] as number;
    const c = third[row] as number;
    const d = fourth[row] as number;
    const table = group * 4 * width;
    (counts[table + (a & tenths)] as number)++;
    (counts[table + width + (b & tenths)] as number)++;
    (counts[table + 2 * width + (c & tenths)] as number)++;
    (counts[table + 3 * width + (d & tenths)] as number)++;
    const place = group * 4;
    sums[place] = (sums[place] as number) + (a >>> bits);
    sums[place + 1] = (sums[place + 1] as number) + (b >>> bits);
    sums[place + 2] = (sums[place + 2] as number) + (c >>> bits);
    sums[place + 3] = (sums[place + 3] as number) + (d >>> bits);
  }
}

const TENTHS = WIDTH - 1;
const TIMES_WIDTH = TIME_NAMES.length * WIDTH;

/** Adds the times that are longer than the tables go. */
function addLong(
  facts: Facts,
  name: TimeName,
  spans: readonly Spans[],
  rows: Uint32Array,
  groups: Groups | undefined,
): void {
  const { packed } = facts.durations[name];
  const [from, to] = endsOf(facts, name);
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at] as number;
    if (((packed[row] as number) & TENTHS) !== LONG) continue;
    spans[groupAt(groups, at, row)]?.add(calendarTime(from[row] as number, to[row] as number));
  }
}

/** A time of rows by group, in whatever days it is measured. */
function measure(
  { facts, elapsed }: Part,
  name: TimeName,
  rows: Uint32Array,
  groups: Groups | undefined,
): readonly Spans[] {
  const spans = Array.from({ length: groups?.count ?? 1 }, () => new Spans());
  const [from, to] = endsOf(facts, name);
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at] as number;
    const [begin, end] = [from[row] as number, to[row] as number];
    if (begin > 0 && end > 0) spans[groupAt(groups, at, row)]?.add(elapsed(begin, end));
  }
  return spans;
}

const endsOf = (facts: Facts, name: TimeName): readonly [from: Uint32Array, to: Uint32Array] => [
  facts.moment(TIMES[name][0]),
  facts.moment(TIMES[name][1]),
];
