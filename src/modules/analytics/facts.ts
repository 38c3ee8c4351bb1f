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

/** Moments of a shipment, as seconds since 1970; 0 where there is none. */
const MOMENTS = [
  'createdAt',
  'shippedAt',
  'deliveredAt',
  'trackedSince',
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

export type Moment = (typeof MOMENTS)[number] | 'orderedAt';
export type Dimension = (typeof DIMENSIONS)[number];
type Value = string | number | null;

/** The columns of a shipment in the order of `Facts.set`. */
export const factColumns = (table: SqlTable): readonly string[] => [
  table.column('pk'),
  table.column('failedAttempts'),
  table.column('reviewTotalScore'),
  table.dialect.seconds(orderedAtOf(table.column('pk'))),
  ...MOMENTS.map((path) => table.dialect.seconds(table.column(path))),
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
 * What analytics knows of the shipments of a workspace, a column each: about 65 bytes a shipment, which a question reads in
 * one pass. Rows are numbered from 0; one whose `pk` is 0 is gone.
 */
export class Facts {
  size = 0;
  pk = new Uint32Array(0);
  failedAttempts = new Uint16Array(0);
  /** Hundredths; -1 without a review. */
  score = new Int16Array(0);
  private readonly moments = new Map<Moment, Uint32Array>();
  private readonly dimensions = new Map<Dimension, Uint32Array>();
  private readonly verdicts = new Map<(typeof VERDICTS)[number], Uint8Array>();
  private readonly values = new Map<Dimension, Values>();
  /** By the number of a status: its place in `PHASE_NAMES`, whether the shipment is under way, and whether it has not ended. */
  readonly phaseCodes: number[] = [];
  readonly isActive: boolean[] = [];
  readonly isOpen: boolean[] = [];

  constructor(capacity = 0) {
    for (const path of DIMENSIONS) this.values.set(path, new Values());
    this.learnStatuses();
    this.reserve(capacity);
  }

  moment(path: Moment): Uint32Array {
    return this.moments.get(path) as Uint32Array;
  }

  /** The numbers of the values of a dimension. */
  numbers(path: Dimension): Uint32Array {
    return this.dimensions.get(path) as Uint32Array;
  }

  /** 0 where there is none, or 1 and its place in `PUNCTUALITIES`. */
  verdict(path: (typeof VERDICTS)[number]): Uint8Array {
    return this.verdicts.get(path) as Uint8Array;
  }

  valueOf(path: Dimension, number: number): Value {
    return this.values.get(path)?.all[number] ?? null;
  }

  numberOf(path: Dimension, value: Value): number {
    return (this.values.get(path) as Values).numberOf(value);
  }

  /** All values of a dimension. */
  allOf(path: Dimension): readonly Value[] {
    return (this.values.get(path) as Values).all;
  }

  /** Writes a row, at the end or in the place of another. */
  set(at: number, row: Row): void {
    if (at >= this.pk.length) this.reserve(Math.max(64, Math.ceil(at * 1.5)));
    if (at >= this.size) this.size = at + 1;
    let column = 0;
    const next = (): Value => row[column++] as Value;
    this.pk[at] = Number(next());
    this.failedAttempts[at] = Number(next());
    const score = next();
    this.score[at] = score === null ? -1 : Math.round(Number(score) * 100);
    this.moment('orderedAt')[at] = Number(next() ?? 0);
    for (const path of MOMENTS) this.moment(path)[at] = Number(next() ?? 0);
    for (const path of DIMENSIONS) this.numbers(path)[at] = this.numberOf(path, next());
    for (const path of VERDICTS) this.verdict(path)[at] = PUNCTUALITIES.indexOf(next() as Punctuality) + 1;
    if (this.allOf('trackingStatus').length > this.phaseCodes.length) this.learnStatuses();
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
    this.failedAttempts = copied(this.failedAttempts, new Uint16Array(capacity));
    this.score = copied(this.score, new Int16Array(capacity));
    for (const path of ['orderedAt', ...MOMENTS] as const)
      this.moments.set(path, copied(this.moments.get(path), new Uint32Array(capacity)));
    for (const path of DIMENSIONS)
      this.dimensions.set(path, copied(this.dimensions.get(path), new Uint32Array(capacity)));
    for (const path of VERDICTS)
      this.verdicts.set(path, copied(this.verdicts.get(path), new Uint8Array(capacity)));
  }
}

function copied<A extends Uint32Array | Uint16Array | Int16Array | Uint8Array>(
  from: A | undefined,
  to: A,
): A {
  if (from) to.set(from);
  return to;
}

/** The statuses of shipments that are under way, and of all that have not ended. */
const statuses = Object.keys(TRACKING_STATUSES) as TrackingStatus[];
export const ACTIVE_STATUSES = statuses.filter((status) => kindOf(status) === 'active');
export const OPEN_STATUSES = statuses.filter((status) => kindOf(status) !== 'final');
