import { LONG, TENTH, TIME_NAMES, type TimeName, TIMES, WIDTH } from './durations.js';
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
  const count = elapsed === calendarTime && isMany ? countDurations : measure;
  for (const name of TIME_NAMES) {
    const measured = count(part, name, rows, tallies.length, groups?.of);
    for (const [at, tally] of tallies.entries()) tally[name] = measured[at] as Spans;
  }
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

/** A time of rows by group, in calendar days. */
function countDurations(
  { facts }: Part,
  name: TimeName,
  rows: Uint32Array,
  groups: number,
  groupOf: Uint32Array | undefined,
): readonly Spans[] {
  const { tenths, rests } = facts.durations[name];
  const counts = new Uint32Array(groups * WIDTH);
  const sums = new Float64Array(groups);
  if (groupOf)
    for (let at = 0; at < rows.length; at++) {
      const row = rows[at] as number;
      const group = groupOf[at] as number;
      (counts[group * WIDTH + (tenths[row] as number)] as number)++;
      sums[group] = (sums[group] as number) + (rests[row] as number);
    }
  else {
    let sum = 0;
    for (let at = 0; at < rows.length; at++) {
      const row = rows[at] as number;
      (counts[tenths[row] as number] as number)++;
      sum += rests[row] as number;
    }
    sums[0] = sum;
  }
  let long = 0;
  const spans = Array.from(sums, (rest, group) => {
    const own = counts.subarray(group * WIDTH, (group + 1) * WIDTH);
    long += own[LONG] ?? 0;
    own.fill(0, LONG);
    let [count, sum] = [0, rest];
    for (let tenth = 0; tenth < LONG; tenth++) {
      const many = own[tenth] as number;
      count += many;
      sum += many * tenth * TENTH;
    }
    return new Spans(own, count, sum);
  });
  if (long === 0) return spans;
  const [from, to] = endsOf(facts, name);
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at] as number;
    if (tenths[row] !== LONG) continue;
    spans[groupOf?.[at] ?? 0]?.add(calendarTime(from[row] as number, to[row] as number));
  }
  return spans;
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
