import { LONG, REST_ZERO, TENTH, TENTH_BITS, TIME_NAMES, type TimeName, TIMES, WIDTH } from './durations.js';
import type { Facts } from './facts.js';
import { Tally } from './metrics.js';
import { calendarTime, Spans } from './spans.js';
import type { Part, Subject } from './subject.js';

/** In which of some groups rows are, each at the place of the row. */
export interface Groups {
  readonly of: Uint32Array;
  readonly count: number;
}

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
  countStates(part, rows, tallies, groups?.of, idleSince);
  // tables for every group do not pay for a few rows
  const isMany = rows.length > FEW * tallies.length;
  const measured =
    elapsed === calendarTime && isMany
      ? countDurations(part, rows, tallies.length, groups?.of)
      : TIME_NAMES.map((name) => measure(part, name, rows, tallies.length, groups?.of));
  for (const [index, name] of TIME_NAMES.entries())
    for (const [at, tally] of tallies.entries()) tally[name] = measured[index]?.[at] as Spans;
  return tallies;
}

/** Rows of a group. */
const FEW = 4;

function countStates(
  { facts }: Part,
  rows: Uint32Array,
  tallies: readonly Tally[],
  groupOf: Uint32Array | undefined,
  idleSince: number,
): void {
  const { state, score } = facts;
  const { all } = facts.states;
  const states = all.length;
  const checkpoint = facts.moment('lastCheckpointAt');
  const counts = new Uint32Array(tallies.length * states);
  const [idle, scores] = [new Uint32Array(tallies.length), new Float64Array(tallies.length)];
  // few states need another look
  const active = Uint8Array.from(all, ({ isActive }) => Number(isActive));
  const reviewed = Uint8Array.from(all, ({ isReviewed }) => Number(isReviewed));
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at] as number;
    const group = groupOf ? (groupOf[at] as number) : 0;
    const is = state[row] as number;
    (counts[group * states + is] as number)++;
    if (active[is] === 1) {
      const last = checkpoint[row] as number;
      if (last > 0 && last <= idleSince) (idle[group] as number)++;
    }
    if (reviewed[is] === 1) scores[group] = (scores[group] as number) + (score[row] as number);
  }
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

/** Rows whose rests are added up in numbers of 32 bits. */
const BLOCK = 100_000;

/** The four times of rows, each by group, in calendar days: all of them in one pass, which takes little more than one alone. */
function countDurations(
  { facts }: Part,
  rows: Uint32Array,
  groups: number,
  groupOf: Uint32Array | undefined,
): readonly (readonly Spans[])[] {
  const [first, second, third, fourth] = TIME_NAMES.map((name) => facts.durations[name].packed) as Four;
  const counts = new Uint32Array(groups * TIMES_WIDTH);
  const sums = new Float64Array(groups * 4);
  const part = new Int32Array(groups * 4);
  for (let from = 0; from < rows.length; from += BLOCK) {
    const to = Math.min(rows.length, from + BLOCK);
    part.fill(0);
    for (let at = from; at < to; at++) {
      const row = rows[at] as number;
      const group = groupOf ? (groupOf[at] as number) : 0;
      const [a, b, c, d] = [
        first[row] as number,
        second[row] as number,
        third[row] as number,
        fourth[row] as number,
      ];
      const table = group * TIMES_WIDTH;
      (counts[table + (a & TENTHS)] as number)++;
      (counts[table + WIDTH + (b & TENTHS)] as number)++;
      (counts[table + 2 * WIDTH + (c & TENTHS)] as number)++;
      (counts[table + 3 * WIDTH + (d & TENTHS)] as number)++;
      const place = group * 4;
      part[place] = (part[place] as number) + (a >>> TENTH_BITS);
      part[place + 1] = (part[place + 1] as number) + (b >>> TENTH_BITS);
      part[place + 2] = (part[place + 2] as number) + (c >>> TENTH_BITS);
      part[place + 3] = (part[place + 3] as number) + (d >>> TENTH_BITS);
    }
    for (let place = 0; place < sums.length; place++)
      sums[place] = (sums[place] as number) + (part[place] as number);
  }
  return TIME_NAMES.map((name, index) => {
    let long = 0;
    const spans = Array.from({ length: groups }, (_, group) => {
      const place = group * 4 + index;
      const own = counts.subarray(place * WIDTH, (place + 1) * WIDTH);
      long += own[LONG] as number;
      let [count, sum] = [0, sums[place] as number];
      for (let tenth = 0; tenth < WIDTH; tenth++) {
        const many = own[tenth] as number;
        sum -= many * REST_ZERO;
        if (tenth >= LONG) continue;
        count += many;
        sum += many * tenth * TENTH;
      }
      own.fill(0, LONG);
      return new Spans(own, count, sum);
    });
    if (long > 0) addLong(facts, name, spans, rows, groupOf);
    return spans;
  });
}

type Four = [Uint32Array, Uint32Array, Uint32Array, Uint32Array];

const TENTHS = WIDTH - 1;
const TIMES_WIDTH = TIME_NAMES.length * WIDTH;

/** Adds the times that are longer than the tables go. */
function addLong(
  facts: Facts,
  name: TimeName,
  spans: readonly Spans[],
  rows: Uint32Array,
  groupOf: Uint32Array | undefined,
): void {
  const { packed } = facts.durations[name];
  const [from, to] = endsOf(facts, name);
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at] as number;
    if (((packed[row] as number) & TENTHS) !== LONG) continue;
    spans[groupOf?.[at] ?? 0]?.add(calendarTime(from[row] as number, to[row] as number));
  }
}

/** A time of rows by group, in whatever days it is measured. */
function measure(
  { facts, elapsed }: Part,
  name: TimeName,
  rows: Uint32Array,
  groups: number,
  groupOf: Uint32Array | undefined,
): readonly Spans[] {
  const spans = Array.from({ length: groups }, () => new Spans());
  const [from, to] = endsOf(facts, name);
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at] as number;
    const [begin, end] = [from[row] as number, to[row] as number];
    if (begin > 0 && end > 0) spans[groupOf?.[at] ?? 0]?.add(elapsed(begin, end));
  }
  return spans;
}

const endsOf = (facts: Facts, name: TimeName): readonly [from: Uint32Array, to: Uint32Array] => [
  facts.moment(TIMES[name][0]),
  facts.moment(TIMES[name][1]),
];
