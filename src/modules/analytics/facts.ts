import type { Row, SqlTable } from '../../core/metadata/field.js';
import { orderedAtOf } from '../shipments/ordered-at.field.js';
import { PHASE_NAMES, phaseOf } from '../shipments/phase.field.js';
import { PUNCTUALITIES, type Punctuality } from '../tracking/punctuality.js';
import {
  isTrackingStatus,
  kindOf,
  TRACKING_STATUSES,
  type TrackingStatus,
} from '../tracking/tracking-statuses.js';
import { Durations, TIME_NAMES, type TimeName, TIMES } from './durations.js';
import { KeyIndex } from './key-index.js';
import { byHour, eachRow, reorder } from './row-order.js';
import { type State, States } from './states.js';
import { type Span, Zones } from './zones.js';

/**
 * Moments of a shipment, as seconds since 1970; 0 where there is none. `labelledAt` is when it got its number, or was made; `handedOverAt`
 * that, or before, where the carrier moved it earlier: nothing without a status.
 */
const MOMENTS = [
  'orderedAt',
  'createdAt',
  'shippedAt',
  'deliveredAt',
  'labelledAt',
  'handedOverAt',
  'expectedDeliveryDate',
  'lastCheckpointAt',
  'lastStatusUpdate',
] as const;

/** What shipments are grouped by: each has a number for every value. */
const DIMENSIONS = [
  'trackingStatus',
  'originCarrier',
  'destinationCarrier',
  'originCountryIso2',
  'destinationCountryIso2',
  'externalSourceIntegrationPk',
] as const;

const VERDICTS = ['punctuality', 'firstPunctuality'] as const;

export type Moment = (typeof MOMENTS)[number];
export type Dimension = (typeof DIMENSIONS)[number];
type Value = string | number | null;

/** Those that follow from others. */
const DERIVED = ['labelledAt', 'handedOverAt'] as const;
type SelectedMoment = Exclude<Moment, (typeof DERIVED)[number]>;
const SELECTED = MOMENTS.filter(
  (path): path is SelectedMoment => !(DERIVED as readonly string[]).includes(path),
);

/** The place of `orderedAt` among `factColumns`, which other tables tell. */
export const ORDERED_AT = 3;

/** The columns of a shipment in the order of `Facts.put`. */
export const factColumns = (table: SqlTable): readonly string[] => [
  table.column('pk'),
  table.column('failedAttempts'),
  table.column('reviewTotalScore'),
  ...SELECTED.map((path) =>
    table.dialect.seconds(path === 'orderedAt' ? orderedAtOf(table.column('pk')) : table.column(path)),
  ),
  table.dialect.seconds(table.column('trackedSince')),
  ...DIMENSIONS.map((path) => table.column(path)),
  ...VERDICTS.map((path) => table.column(path)),
];

/** Values of a dimension by number; number 0 is null. */
class Values {
  readonly all: Value[] = [null];
  private readonly numbers = new Map<Value, number>([[null, 0]]);

  numberOf(value: Value): number {
    const known = this.numbers.get(value);
    if (known !== undefined) return known;
    this.numbers.set(value, this.all.length);
    return this.all.push(value) - 1;
  }
}

/**
 * What analytics knows of the shipments of a workspace, a column each, which a question reads in one pass. A row is a shipment's as long
 * as that is there; then it is another's. One whose `pk` is 0 is nobody's.
 */
export class Facts {
  size = 0;
  pk = new Uint32Array(0);
  /** Hundredths; -1 without a review. */
  score = new Int16Array(0);
  private moments: readonly Uint32Array[] = MOMENTS.map(() => new Uint32Array(0));
  /** Those that are selected, in that order. */
  private selected: readonly Uint32Array[] = [];
  private dimensions: readonly Uint32Array[] = DIMENSIONS.map(() => new Uint32Array(0));
  private readonly values: readonly Values[] = DIMENSIONS.map(() => new Values());
  private rows = this.indexed();
  /** Of the selected moments. */
  private zones = zonesOf();
  /** Rows that are nobody's. */
  private readonly free: number[] = [];
  /** Those that are somebody's, and how many; undefined when they have to be looked for. */
  private taken: { rows: Uint32Array; count: number } | undefined;
  /** What else a shipment counts as: a number of `states`. */
  state = new Uint16Array(0);
  readonly states = new States();
  durations = durationsOf(0);
  /** By the number of a status: its place in `PHASE_NAMES`, whether the shipment is under way, and whether it has not ended. */
  readonly phaseCodes: number[] = [];
  readonly isActive: boolean[] = [];
  readonly isOpen: boolean[] = [];

  constructor() {
    this.learnStatuses();
  }

  moment(path: Moment): Uint32Array {
    return this.moments[MOMENTS.indexOf(path)] as Uint32Array;
  }

  /** The numbers of the values of a dimension. */
  numbers(path: Dimension): Uint32Array {
    return this.dimensions[DIMENSIONS.indexOf(path)] as Uint32Array;
  }

  valueOf(path: Dimension, number: number): Value {
    return this.valuesOf(path).all[number] ?? null;
  }

  numberOf(path: Dimension, value: Value): number {
    return this.valuesOf(path).numberOf(value);
  }

  /** All values of a dimension. */
  allOf(path: Dimension): readonly Value[] {
    return this.valuesOf(path).all;
  }

  /** The rows that are somebody's, in their order; until a shipment comes or goes. */
  all(): Uint32Array {
    if (!this.taken) {
      const rows = new Uint32Array(this.pk.length);
      let count = 0;
      for (let row = 0; row < this.size; row++) if (this.pk[row] !== 0) rows[count++] = row;
      this.taken = { rows, count };
    }
    return this.taken.rows.subarray(0, this.taken.count);
  }

  /** Writes the rows that are somebody's and whose moment is within a span into a list, in their order. @returns how many. */
  within(path: SelectedMoment, [from, to]: Span, list: Uint32Array): number {
    const zones = this.zones[SELECTED.indexOf(path)] as Zones;
    const found = zones.find(this.moment(path), this.size, [Math.max(1, from), to], list);
    if (this.free.length === 0) return found;
    let left = 0;
    for (let at = 0; at < found; at++) {
      const row = list[at] as number;
      list[left] = row;
      if (this.pk[row] !== 0) left++;
    }
    return left;
  }

  /** Puts the rows into the order in which shipments were made, so that those of a period lie together. Nobody has been removed yet. */
  async arrange(): Promise<void> {
    const order = byHour(this.moment('createdAt'), this.size);
    const times = TIME_NAMES.map((name) => this.durations[name].packed);
    const { pk, score, state, moments, dimensions } = this;
    await reorder([pk, score, state, ...moments, ...dimensions, ...times], order);
    const [rows, zones] = [this.indexed(), zonesOf()];
    await eachRow(this.size, (row) => rows.add(row));
    for (const [index, column] of this.selected.entries())
      await eachRow(this.size, (row) => zones[index]?.add(row, column[row] as number));
    [this.rows, this.zones] = [rows, zones];
  }

  private indexed(): KeyIndex {
    return new KeyIndex((row) => this.pk[row] ?? 0);
  }

  /** Writes what `factColumns` selects of a shipment. */
  put(row: Row): void {
    const pk = Number(row[0]);
    let at = this.rows.rowOf(pk);
    if (at < 0) {
      at = this.free.pop() ?? this.size++;
      if (at >= this.pk.length) this.reserve(Math.max(64, Math.ceil(at * 1.5)));
      this.pk[at] = pk;
      this.rows.add(at);
      this.take(at);
    }
    this.score[at] = row[2] === null ? -1 : Math.round(Number(row[2]) * 100);
    let column = 3;
    for (const [index, moments] of this.selected.entries()) {
      const second = secondOf(row[column++]);
      moments[at] = second;
      (this.zones[index] as Zones).add(at, second);
    }
    const trackedSince = secondOf(row[column++]);
    for (const [index, numbers] of this.dimensions.entries())
      numbers[at] = (this.values[index] as Values).numberOf(row[column++] as Value);
    const [verdict = 0, firstVerdict = 0] = VERDICTS.map(
      () => PUNCTUALITIES.indexOf(row[column++] as Punctuality) + 1,
    );
    if (this.allOf('trackingStatus').length > this.phaseCodes.length) this.learnStatuses();
    this.derive(at, { trackedSince, isFirstAttempt: Number(row[1]) === 0, verdict, firstVerdict });
  }

  /** What follows from the other columns of a row. */
  private derive(
    at: number,
    told: Pick<State, 'isFirstAttempt' | 'verdict' | 'firstVerdict'> & { readonly trackedSince: number },
  ): void {
    const { trackedSince, isFirstAttempt, verdict, firstVerdict } = told;
    const of = (path: Moment): number => this.moment(path)[at] ?? 0;
    const [status, shippedAt] = [this.numbers('trackingStatus')[at] ?? 0, of('shippedAt')];
    const labelledAt = trackedSince || of('createdAt');
    const handedOverAt = shippedAt > 0 ? Math.min(shippedAt, labelledAt) : labelledAt;
    this.moment('labelledAt')[at] = labelledAt;
    this.moment('handedOverAt')[at] = status > 0 ? handedOverAt : 0;
    this.state[at] = this.states.numberOf({
      status,
      phase: this.phaseCodes[status] ?? 0,
      isActive: this.isActive[status] ?? false,
      isShipped: shippedAt > 0,
      isDelivered: of('deliveredAt') > 0,
      isFirstAttempt,
      verdict,
      firstVerdict,
      isReviewed: (this.score[at] ?? -1) >= 0,
    });
    for (const name of TIME_NAMES) this.durations[name].set(at, of(TIMES[name][0]), of(TIMES[name][1]));
  }

  /** Forgets a shipment. */
  remove(pk: number): void {
    const at = this.rows.rowOf(pk);
    if (at < 0) return;
    this.rows.remove(at);
    this.pk[at] = 0;
    this.free.push(at);
    this.taken = undefined;
  }

  /** A row is somebody's now: the last of all comes last. */
  private take(row: number): void {
    const { taken } = this;
    if (!taken) return;
    if (row === this.size - 1 && taken.count < taken.rows.length) taken.rows[taken.count++] = row;
    else this.taken = undefined;
  }

  private valuesOf(path: Dimension): Values {
    return this.values[DIMENSIONS.indexOf(path)] as Values;
  }

  private learnStatuses(): void {
    const statuses = this.allOf('trackingStatus') as readonly (string | null)[];
    for (const status of statuses.slice(this.phaseCodes.length)) {
      const kind = isTrackingStatus(status) ? kindOf(status) : 'idle';
      this.phaseCodes.push(PHASE_NAMES.indexOf(phaseOf(status)));
      this.isActive.push(kind === 'active');
      this.isOpen.push(status !== null && kind !== 'final');
    }
  }

  private reserve(capacity: number): void {
    this.pk = copied(this.pk, new Uint32Array(capacity));
    this.score = copied(this.score, new Int16Array(capacity));
    this.state = copied(this.state, new Uint16Array(capacity));
    this.moments = this.moments.map((each) => copied(each, new Uint32Array(capacity)));
    this.selected = SELECTED.map((path) => this.moment(path));
    this.dimensions = this.dimensions.map((each) => copied(each, new Uint32Array(capacity)));
    this.durations = durationsOf(capacity, this.durations);
  }
}

const zonesOf = (): readonly Zones[] => SELECTED.map(() => new Zones());

/** As moments are kept; carriers' dates may be of any year. */
const secondOf = (selected: Row[number]): number =>
  selected === null || selected === undefined ? 0 : Math.min(Math.max(1, Number(selected)), 0xffffffff);

const durationsOf = (
  rows: number,
  known?: Readonly<Record<TimeName, Durations>>,
): Record<TimeName, Durations> =>
  Object.fromEntries(TIME_NAMES.map((name) => [name, Durations.of(rows, known?.[name])])) as Record<
    TimeName,
    Durations
  >;

function copied<A extends Uint32Array | Uint16Array | Int16Array>(from: A, to: A): A {
  to.set(from);
  return to;
}

/** The statuses of shipments that are under way, and of all that have not ended. */
const statuses = Object.keys(TRACKING_STATUSES) as TrackingStatus[];
export const ACTIVE_STATUSES = statuses.filter((status) => kindOf(status) === 'active');
export const OPEN_STATUSES = statuses.filter((status) => kindOf(status) !== 'final');
