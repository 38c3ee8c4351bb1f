import { toMilliseconds } from '../../core/metadata/datetime.js';
import { type CellCode, cellOf } from './cells.js';
import { dayIn, expectedDay, monthOf, type Day } from './days.js';
import { histogramsOf, isStatusKind, type Kind, type Route, type StatusKind } from './levels.js';

/** What is known of a shipment, as far as predictions depend on it; moments are in stored form. */
export interface PredictedShipment {
  readonly route: Route;
  readonly trackingStatus: string | null;
  readonly createdAt: string;
  /** The first scan. */
  readonly shippedAt: string | null;
  /** When its status was reported last. */
  readonly lastStatusUpdate: string | null;
  readonly expectedDeliveryDate: string | null;
  /** The carrier's date as it was told first; where nothing is said it is the one of now. */
  readonly firstExpectedDeliveryDate?: string | null;
  /** Of a delivered one: `early`, `on_time` or `late`, where that is known. */
  readonly punctuality?: string | null;
}

/** Reports of a status, the oldest first; dates are in stored form. */
export interface StatusDate {
  readonly status: string | null;
  readonly date: string;
}

/** The public holidays of a country. */
export type HolidaysOf = (country: string | null) => ReadonlySet<Day>;

/** What a delivered shipment adds to the history: one parcel in a cell of each of these kinds. */
export interface Sample {
  readonly route: Route;
  /** Of the delivery, see `monthOf`. */
  readonly month: number;
  readonly cells: readonly (readonly [kind: Kind, code: CellCode])[];
}

/** Days that a delivery is told before or after the carrier's date at most. */
const MAX_DATE_ERROR = 60;

/** The cell of a delivery that came some days after the carrier's date, before it where that is negative. */
export const dateErrorCell = (days: number): CellCode =>
  Math.max(-MAX_DATE_ERROR, Math.min(days, MAX_DATE_ERROR)) + MAX_DATE_ERROR;
export const dateErrorOf = (code: CellCode): number => code - MAX_DATE_ERROR;

/** Reports of a parcel that count at most. */
const MAX_REPORTS = 8;

/** The sample of a shipment; undefined where it has not been delivered, or nobody knows when it set out. */
export function sampleOf(
  shipment: PredictedShipment,
  reports: readonly StatusDate[],
  holidaysOf: HolidaysOf,
): Sample | undefined {
  const { route, trackingStatus, createdAt, shippedAt, lastStatusUpdate } = shipment;
  if (trackingStatus !== 'delivered' || shippedAt === null || lastStatusUpdate === null) return undefined;
  const country = route.destinationCountryIso2;
  const holidays = holidaysOf(country);
  const day = (stored: string): Day => dayIn(country, toMilliseconds(stored));
  const delivered = day(lastStatusUpdate);
  const transit = cellOf(day(shippedAt), delivered, holidays);
  if (transit === undefined) return undefined;
  const cells: [Kind, CellCode][] = [['transit', transit]];
  const handover = createdAt <= shippedAt ? cellOf(day(createdAt), day(shippedAt), holidays) : undefined;
  if (handover !== undefined) cells.push(['handover', handover]);
  const told = shipment.firstExpectedDeliveryDate ?? shipment.expectedDeliveryDate;
  if (told !== null) {
    const expected = expectedDay(country, told);
    cells.push(['date', dateErrorCell(delivered - expected)]);
  }
  for (const [status, date] of firstReports(reports, lastStatusUpdate)) {
    const cell = cellOf(day(date), delivered, holidays);
    if (cell !== undefined) cells.push([status, cell]);
  }
  return { route, month: monthOf(delivered), cells };
}

/** The first report of each run of the same status before the delivery. */
function firstReports(reports: readonly StatusDate[], delivered: string): [StatusKind, string][] {
  const found: [StatusKind, string][] = [];
  let last: string | null = null;
  for (const { status, date } of reports) {
    if (status === null || date > delivered) continue;
    if (status !== last && isStatusKind(status)) found.push([status, date]);
    last = status;
  }
  return found.slice(-MAX_REPORTS);
}

/** A place of a histogram: its key, the month, and the cell. */
export interface Contribution {
  readonly key: string;
  readonly month: number;
  readonly code: CellCode;
}

/** Where a sample counts. */
export const contributionsOf = ({ route, month, cells }: Sample): readonly Contribution[] =>
  cells.flatMap(([kind, code]) => histogramsOf(kind, route).map(({ key }) => ({ key, month, code })));

/** A sample as a text column keeps it, beside its shipment: what it has added can be taken back. */
export const sampleText = ({ route, month, cells }: Sample): string =>
  JSON.stringify([
    route.carrier,
    route.originCountryIso2,
    route.destinationCountryIso2,
    route.area,
    month,
    ...cells.flat(),
  ]);

/** Reads what `sampleText` has written. */
export function parseSample(text: string): Sample {
  const [carrier, originCountryIso2, destinationCountryIso2, area, month, ...cells] = JSON.parse(text) as [
    ...(string | null)[],
  ];
  const route = { carrier, originCountryIso2, destinationCountryIso2, area } as Route;
  const pairs: [Kind, CellCode][] = [];
  for (let at = 0; at < cells.length; at += 2) pairs.push([cells[at] as Kind, Number(cells[at + 1])]);
  return { route, month: Number(month), cells: pairs };
}
