import { toMilliseconds, toStored } from '../../core/metadata/datetime.js';
import { DAY_MS, type Day, dayIn, dayOf, expectedDay } from './days.js';
import { historyOf, MemoryHistograms } from './memory-history.js';
import { predict } from './predict.js';
import { type HolidaysOf, type PredictedShipment, sampleOf, type StatusDate } from './sample.js';

/** A delivered shipment as it was in the end, with all reports of statuses, the oldest first. */
export interface ReplayedShipment extends PredictedShipment {
  /** Tells workspaces apart: each has a history of its own. */
  readonly workspace: number;
  readonly reports: readonly StatusDate[];
}

/** When a prediction is made: the label is made, the carrier scans it first, half of its way is over. */
export const MOMENTS = ['ship time', 'first scan', 'half-way'] as const;
export type ReplayMoment = (typeof MOMENTS)[number];

/** How predictions of one kind fared. */
export interface Score {
  readonly predictions: number;
  /** The mean absolute error in days. */
  readonly error: number;
  /** The share that came later than predicted. */
  readonly late: number;
}

/** Waybill's predictions beside others of the same parcels. */
export interface BacktestResult {
  readonly moment: ReplayMoment | 'all';
  readonly ours: Score;
  /** The share that came from `earliest` to `latest`. */
  readonly coverage: number;
  /** The median of all parcels that the workspace had had delivered by then. */
  readonly median: Score;
  /** The carrier's date, and ours of those parcels that have one. */
  readonly carrier: Score;
  readonly oursWithDate: Score;
}

interface Outcome {
  readonly moment: ReplayMoment;
  readonly ours: number;
  readonly isCovered: boolean;
  readonly median: number;
  readonly carrier: number | undefined;
}

/** Deliveries that a workspace has had before its first prediction is judged. */
const WARM_UP = 30;

/**
 * Goes through history in its order. A prediction knows what was known at its moment: the deliveries before it, and what
 * carriers had reported of the parcel; the carrier's date is known from the first scan on.
 */
export function backtest(
  shipments: readonly ReplayedShipment[],
  holidaysOf: HolidaysOf,
  isJudged: (shipment: ReplayedShipment) => boolean = () => true,
): BacktestResult[] {
  const outcomes = replay(shipments, holidaysOf, isJudged);
  return [
    ...MOMENTS.map((moment) =>
      resultOf(
        moment,
        outcomes.filter((each) => each.moment === moment),
      ),
    ),
    resultOf('all', outcomes),
  ];
}

interface ReplayEvent {
  readonly at: string;
  readonly shipment: ReplayedShipment;
  /** Undefined: it is delivered. */
  readonly moment?: ReplayMoment;
}

function replay(
  shipments: readonly ReplayedShipment[],
  holidaysOf: HolidaysOf,
  isJudged: (shipment: ReplayedShipment) => boolean,
): Outcome[] {
  const workspaces = new Map<number, WorkspaceReplay>();
  const outcomes: Outcome[] = [];
  const events = shipments.flatMap(eventsOf).sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  for (const { at, shipment, moment } of events) {
    const workspace = workspaces.get(shipment.workspace) ?? new WorkspaceReplay(holidaysOf);
    workspaces.set(shipment.workspace, workspace);
    if (moment === undefined) workspace.deliver(shipment);
    else if (isJudged(shipment)) {
      const outcome = workspace.predict(shipment, moment, at);
      if (outcome) outcomes.push(outcome);
    }
  }
  return outcomes;
}

function eventsOf(shipment: ReplayedShipment): ReplayEvent[] {
  const { createdAt, shippedAt, lastStatusUpdate, trackingStatus } = shipment;
  if (trackingStatus !== 'delivered' || shippedAt === null || lastStatusUpdate === null) return [];
  if (shippedAt >= lastStatusUpdate) return [];
  const middle = toStored((toMilliseconds(shippedAt) + toMilliseconds(lastStatusUpdate)) / 2);
  return [
    ...(createdAt < shippedAt ? [{ at: createdAt, shipment, moment: 'ship time' as const }] : []),
    { at: shippedAt, shipment, moment: 'first scan' },
    { at: middle, shipment, moment: 'half-way' },
    { at: lastStatusUpdate, shipment },
  ];
}

/** What a workspace has seen so far. */
class WorkspaceReplay {
  private readonly histograms = new MemoryHistograms();
  private readonly sinceLabel = new Median();
  private readonly sinceScan = new Median();

  constructor(private readonly holidaysOf: HolidaysOf) {}

  deliver(shipment: ReplayedShipment): void {
    const sample = sampleOf(shipment, shipment.reports, this.holidaysOf);
    if (!sample) return;
    this.histograms.add(sample);
    const { label, scan, delivered } = daysOf(shipment);
    this.sinceLabel.add(delivered - label);
    this.sinceScan.add(delivered - scan);
  }

  predict(shipment: ReplayedShipment, moment: ReplayMoment, at: string): Outcome | undefined {
    if (this.sinceScan.count < WARM_UP) return undefined;
    const known = asKnownAt(shipment, moment, at);
    const now = toMilliseconds(at);
    const country = shipment.route.destinationCountryIso2;
    const today = dayIn(country, now);
    const history = historyOf(this.histograms, Math.floor(now / DAY_MS));
    const { earliest, likely, latest } = predict(known, history, this.holidaysOf, now);
    if (earliest === null || likely === null || latest === null) return undefined;
    const { label, scan, delivered } = daysOf(shipment);
    const median = moment === 'ship time' ? label + this.sinceLabel.value : scan + this.sinceScan.value;
    const { expectedDeliveryDate } = known;
    return {
      moment,
      ours: delivered - dayOf(likely),
      isCovered: delivered >= dayOf(earliest) && delivered <= dayOf(latest),
      median: delivered - Math.max(median, today),
      carrier:
        expectedDeliveryDate === null
          ? undefined
          : delivered - Math.max(expectedDay(country, expectedDeliveryDate), today),
    };
  }
}

/** A shipment as it was at a moment. */
function asKnownAt(shipment: ReplayedShipment, moment: ReplayMoment, at: string): PredictedShipment {
  if (moment === 'ship time')
    return {
      route: { ...shipment.route, originCountryIso2: null },
      createdAt: shipment.createdAt,
      trackingStatus: 'no_info',
      shippedAt: null,
      lastStatusUpdate: null,
      expectedDeliveryDate: null,
    };
  const last = shipment.reports.findLast(({ status, date }) => status !== null && date <= at);
  return {
    ...shipment,
    trackingStatus: last?.status ?? 'in_transit',
    lastStatusUpdate: last?.date ?? shipment.shippedAt,
    expectedDeliveryDate: shipment.firstExpectedDeliveryDate ?? shipment.expectedDeliveryDate,
    punctuality: null,
  };
}

function daysOf({
  route,
  createdAt,
  shippedAt,
  lastStatusUpdate,
}: ReplayedShipment): Record<'label' | 'scan' | 'delivered', Day> {
  const day = (stored: string | null): Day =>
    dayIn(route.destinationCountryIso2, toMilliseconds(stored ?? createdAt));
  return { label: day(createdAt), scan: day(shippedAt), delivered: day(lastStatusUpdate) };
}

/** The median of whole numbers that come one after the other. */
class Median {
  private readonly counts = new Map<number, number>();
  count = 0;

  add(value: number): void {
    this.counts.set(value, (this.counts.get(value) ?? 0) + 1);
    this.count++;
  }

  get value(): number {
    let left = this.count / 2;
    for (const [value, count] of [...this.counts].sort(([a], [b]) => a - b))
      if ((left -= count) <= 0) return value;
    return 0;
  }
}

function resultOf(moment: BacktestResult['moment'], outcomes: readonly Outcome[]): BacktestResult {
  const dated = outcomes.filter(({ carrier }) => carrier !== undefined);
  return {
    moment,
    ours: scoreOf(outcomes.map(({ ours }) => ours)),
    coverage: share(outcomes, ({ isCovered }) => isCovered),
    median: scoreOf(outcomes.map(({ median }) => median)),
    carrier: scoreOf(dated.map(({ carrier = 0 }) => carrier)),
    oursWithDate: scoreOf(dated.map(({ ours }) => ours)),
  };
}

const share = <T>(list: readonly T[], holds: (each: T) => boolean): number =>
  list.length === 0 ? 0 : list.filter(holds).length / list.length;

const scoreOf = (errors: readonly number[]): Score => ({
  predictions: errors.length,
  error: errors.length === 0 ? 0 : errors.reduce((sum, each) => sum + Math.abs(each), 0) / errors.length,
  late: share(errors, (error) => error > 0),
});
