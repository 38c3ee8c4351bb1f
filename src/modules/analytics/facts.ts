import type { Row, SqlTable } from '../../core/metadata/field.js';
import { orderedAtOf } from '../shipments/ordered-at.field.js';
import { PHASE_NAMES, phaseOf } from '../shipments/phase.field.js';
import { PUNCTUALITIES } from '../tracking/punctuality.js';
import { kindOf, TRACKING_STATUSES, type TrackingStatus } from '../tracking/tracking-statuses.js';

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

/** What shipments are grouped by; few different values. */
const DIMENSIONS = [
  'trackingStatus',
  'originCarrier',
  'destinationCarrier',
  'originCountryIso2',
  'destinationCountryIso2',
  'punctuality',
  'firstPunctuality',
] as const;

type Moment = (typeof MOMENTS)[number] | 'orderedAt';
export type Dimension = (typeof DIMENSIONS)[number] | 'externalSourceIntegrationPk' | 'workspacePk';

/** The columns of a shipment in the order of `Facts.add`. */
export const factColumns = (table: SqlTable): readonly string[] => [
  table.column('pk'),
  table.column('workspacePk'),
  table.column('failedAttempts'),
  table.column('reviewTotalScore'),
  table.column('externalSourceIntegrationPk'),
  table.dialect.seconds(orderedAtOf(table.column('pk'))),
  ...MOMENTS.map((path) => table.dialect.seconds(table.column(path))),
  ...DIMENSIONS.map((path) => table.column(path)),
];

/** Values of a dimension by number; number 0 is null. */
class Values {
  readonly all: (string | number | null)[] = [null];
  private readonly numbers = new Map<string | number | null, number>([[null, 0]]);

  numberOf(value: string | number | null): number {
    const known = this.numbers.get(value);
    if (known !== undefined) return known;
    this.numbers.set(value, this.all.length);
    return this.all.push(value) - 1;
  }
}

/** Index in `PHASE_NAMES` by the number of a status. */
type Codes = number[];

/**
 * What analytics knows of shipments, a column each: 60 bytes a shipment, read in one pass for each question. Rows are
 * numbered from 0.
 */
export class Facts {
  size = 0;
  pk = new Int32Array(0);
  failedAttempts = new Uint16Array(0);
  /** Hundredths; -1 without a review. */
  score = new Int16Array(0);
  private readonly momentColumns = new Map<Moment, Uint32Array>();
  private readonly dimensionColumns = new Map<Dimension, Uint16Array>();
  private readonly values = new Map<Dimension, Values>();
  /** By the number of a status: its phase, whether the shipment is under way, and whether it has not ended. */
  readonly phaseCodes: Codes = [];
  readonly isActive: boolean[] = [];
  readonly isOpen: boolean[] = [];

  constructor(capacity = 0) {
    for (const moment of [...MOMENTS, 'orderedAt'] as const)
      this.momentColumns.set(moment, new Uint32Array(0));
    for (const dimension of [...DIMENSIONS, 'externalSourceIntegrationPk', 'workspacePk'] as const) {
      this.dimensionColumns.set(dimension, new Uint16Array(0));
      this.values.set(dimension, new Values());
    }
    this.learnStatuses();
    this.reserve(capacity);
  }

  static of(rows: readonly Row[]): Facts {
    const facts = new Facts(rows.length);
    for (const row of rows) facts.set(facts.size, row);
    return facts;
  }

  moment(path: Moment): Uint32Array {
    return this.momentColumns.get(path) as Uint32Array;
  }

  /** The numbers of the values of a dimension. */
  numbers(path: Dimension): Uint16Array {
    return this.dimensionColumns.get(path) as Uint16Array;
  }

  /** The values of a dimension by number. */
  valuesOf(path: Dimension): readonly (string | number | null)[] {
    return (this.values.get(path) as Values).all;
  }

  numberOf(path: Dimension, value: string | number | null): number {
    return (this.values.get(path) as Values).numberOf(value);
  }

  /** Writes a row, at its end or in place of another. */
  set(at: number, row: Row): void {
    if (at >= this.pk.length) this.reserve(Math.max(1024, at * 2));
    if (at >= this.size) this.size = at + 1;
    let column = 0;
    const next = (): string | number | null => row[column++] as string | number | null;
    this.pk[at] = Number(next());
    this.put('workspacePk', at, Number(next()));
    this.failedAttempts[at] = Number(next());
    const score = next();
    this.score[at] = score === null ? -1 : Math.round(Number(score) * 100);
    this.put('externalSourceIntegrationPk', at, next());
    for (const moment of ['orderedAt', ...MOMENTS] as const) this.moment(moment)[at] = Number(next() ?? 0);
    for (const dimension of DIMENSIONS) this.put(dimension, at, next());
    if (this.valuesOf('trackingStatus').length > this.phaseCodes.length) this.learnStatuses();
  }

  private put(path: Dimension, at: number, value: string | number | null): void {
    this.numbers(path)[at] = this.numberOf(path, value);
  }

  private learnStatuses(): void {
    const statuses = this.valuesOf('trackingStatus') as readonly (string | null)[];
    for (const status of statuses.slice(this.phaseCodes.length)) {
      const kind = status !== null && status in TRACKING_STATUSES ? kindOf(status as TrackingStatus) : 'idle';
      this.phaseCodes.push(PHASE_NAMES.indexOf(phaseOf(status)));
      this.isActive.push(kind === 'active');
      this.isOpen.push(status !== null && kind !== 'final');
    }
  }

  private reserve(capacity: number): void {
    this.pk = grown(this.pk, new Int32Array(capacity));
    this.failedAttempts = grown(this.failedAttempts, new Uint16Array(capacity));
    this.score = grown(this.score, new Int16Array(capacity));
    for (const [path, column] of this.momentColumns)
      this.momentColumns.set(path, grown(column, new Uint32Array(capacity)));
    for (const [path, column] of this.dimensionColumns)
      this.dimensionColumns.set(path, grown(column, new Uint16Array(capacity)));
  }
}

function grown<A extends Int32Array | Uint16Array | Int16Array | Uint32Array>(old: A, larger: A): A {
  larger.set(old);
  return larger;
}

/** The statuses of shipments that are under way, and of all that have not ended. */
const statuses = Object.keys(TRACKING_STATUSES) as TrackingStatus[];
export const ACTIVE_STATUSES = statuses.filter((status) => kindOf(status) === 'active');
export const OPEN_STATUSES = statuses.filter((status) => kindOf(status) !== 'final');

/** Numbers of a verdict on punctuality, as `Facts` has them for a dimension. */
export const punctualityNumbers = (
  facts: Facts,
  path: 'punctuality' | 'firstPunctuality',
): readonly number[] => PUNCTUALITIES.map((each) => facts.numberOf(path, each));
