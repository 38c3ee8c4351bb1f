import type { Database } from '../../core/database/database.js';
import { insertAll } from '../../core/database/insert.js';
import { sqlNames } from '../../core/database/sql-names.js';
import { type Condition, isIn, isNever, type Stored } from '../../core/metadata/condition.js';
import { toStored } from '../../core/metadata/datetime.js';
import type { Transaction } from '../../core/metadata/transaction.js';
import { readIn } from '../../core/store/reading.js';
import { touch } from '../../core/store/touch.js';
import { Shipment } from '../shipments/shipment.entity.js';
import { isTrackingStatus, kindOf } from '../tracking/tracking-statuses.js';
import { DAY_MS, dayIn, dayOf, startOfDay } from './days.js';
import { DeliveryPrediction } from './delivery-prediction.entity.js';
import { holdsFoldLock, prepareFoldLock } from './fold-lock.js';
import { holidays } from './holidays.js';
import { predict, type Prediction } from './predict.js';
import { reportsOf, type ReadSql, type ShipmentState, shipmentStates } from './predicted-shipments.js';
import { isReported } from './prediction-follows.js';
import { PredictionQueue } from './prediction-queue.entity.js';
import { parseSample, sampleOf, sampleText } from './sample.js';
import { storedHistories } from './stored-history.js';
import { HistogramChanges } from './write-histograms.js';

const q = sqlNames(PredictionQueue);
const p = sqlNames(DeliveryPrediction);
const s = sqlNames(Shipment, 's');

/** Shipments of one unit of work. */
const BATCH_SIZE = 250;

interface Queued {
  readonly pk: number;
  readonly workspacePk: number;
  readonly shipmentKey: number;
}

type StoredPrediction = Pick<
  DeliveryPrediction,
  'shipmentKey' | 'workspacePk' | 'onTime' | 'likely' | 'sample'
>;

/** Hears of a prediction whose day or state has changed, in the unit that has changed it. */
export type OnPredictionChanged = (
  shipment: ShipmentState,
  prediction: Prediction,
  transaction: Transaction,
) => Promise<void>;

/**
 * Brings histograms and predictions up to date: of the shipments that have changed, and of those of which time alone may have
 * changed what is predicted. One process at a time does so.
 * @returns how many shipments were looked at; 0 where there are none, or somebody else is at it.
 */
export async function foldBatch(
  database: Database,
  now: number,
  onChanged: OnPredictionChanged,
): Promise<number> {
  const read: ReadSql = (sql, params) => database.read(sql, params);
  const queued = await read(
    `SELECT ${q.shipmentKey} FROM ${q.table} ORDER BY ${q.pk} LIMIT ${BATCH_SIZE}`,
    [],
  );
  const due = await read(
    `SELECT ${p.shipmentKey} FROM ${p.table} WHERE ${p.lookAt} <= ? ORDER BY ${p.lookAt} LIMIT ${BATCH_SIZE}`,
    [toStored(now)],
  );
  const pks = [...new Set([...queued, ...due].map(([pk]) => pk as number))];
  if (pks.length === 0) return 0;
  await prepareFoldLock(database);
  // calendars are read first, so that nothing is held meanwhile
  await loadHolidays(await shipmentStates(isIn(s.pk, pks), read), now);
  return database.transaction((transaction) => fold(transaction, now, onChanged));
}

/** The public holidays that the samples and predictions of shipments depend on. */
export const loadHolidays = (
  shipments: readonly Pick<ShipmentState, 'route' | 'createdAt' | 'shippedAt' | 'lastStatusUpdate'>[],
  now: number,
): Promise<void> =>
  holidays.load(
    shipments.flatMap(({ route, createdAt, shippedAt, lastStatusUpdate }) => [
      [route.destinationCountryIso2, dayOf(shippedAt ?? createdAt)] as const,
      [route.destinationCountryIso2, dayOf(lastStatusUpdate ?? createdAt)] as const,
      [route.destinationCountryIso2, Math.floor(now / DAY_MS)] as const,
    ]),
  );

async function fold(transaction: Transaction, now: number, onChanged: OnPredictionChanged): Promise<number> {
  if (!(await holdsFoldLock(transaction, now))) return 0;
  const read = readIn(transaction);
  const queued = await transaction.rows<Queued>(
    `SELECT ${q.pk} AS pk, ${q.workspacePk} AS workspacePk, ${q.shipmentKey} AS shipmentKey
      FROM ${q.table} ORDER BY ${q.pk} LIMIT ${BATCH_SIZE}`,
  );
  const due = await transaction.rows<{ shipmentKey: number }>(
    `SELECT ${p.shipmentKey} AS shipmentKey FROM ${p.table} WHERE ${p.lookAt} <= ? ORDER BY ${p.lookAt} LIMIT ${BATCH_SIZE}`,
    [toStored(now)],
  );
  const pks = [...new Set([...queued, ...due].map(({ shipmentKey }) => shipmentKey))];
  if (pks.length === 0) return 0;
  const of = isIn(p.shipmentKey, pks);
  const stored = new Map(
    (
      await transaction.rows<StoredPrediction>(
        `SELECT ${p.shipmentKey} AS shipmentKey, ${p.workspacePk} AS workspacePk, ${p.onTime} AS onTime, ${p.likely} AS likely,
            ${p.sample} AS sample FROM ${p.table} WHERE ${of.sql}`,
        of.params,
      )
    ).map((row) => [row.shipmentKey, row]),
  );
  const shipments = (await shipmentStates(isIn(s.pk, pks), read)).filter(({ trackingStatus }) =>
    isReported(trackingStatus),
  );
  await loadHolidays(shipments, now);
  const samples = await countSamples(pks, shipments, stored, transaction);
  await writePredictions(shipments, stored, samples, { transaction, now, onChanged });
  const gone = pks.filter((pk) => stored.has(pk) && !samples.has(pk));
  await deleteFrom(p.table, isIn(p.shipmentKey, gone), transaction);
  const done = queued.map(({ pk }) => pk);
  await deleteFrom(q.table, isIn(q.pk, done), transaction);
  return pks.length;
}

/** Asks nothing where there is nothing to delete. */
async function deleteFrom(table: string, which: Condition, transaction: Transaction): Promise<void> {
  if (!isNever(which)) await transaction.run(`DELETE FROM ${table} WHERE ${which.sql}`, which.params);
}

/** Moves the histograms by what shipments add now against what they added before. @returns the samples of those that are there. */
async function countSamples(
  pks: readonly number[],
  shipments: readonly ShipmentState[],
  stored: ReadonlyMap<number, StoredPrediction>,
  transaction: Transaction,
): Promise<ReadonlyMap<number, string | null>> {
  const delivered = shipments
    .filter(({ trackingStatus }) => trackingStatus === 'delivered')
    .map(({ pk }) => pk);
  const reports = await reportsOf(delivered, readIn(transaction));
  const samples = new Map<number, string | null>();
  const changes = new HistogramChanges();
  for (const shipment of shipments) {
    const sample = sampleOf(shipment, reports.get(shipment.pk) ?? [], holidays.of);
    samples.set(shipment.pk, sample ? sampleText(sample) : null);
  }
  const workspaces = new Map(shipments.map(({ pk, workspacePk }) => [pk, workspacePk]));
  for (const pk of pks) {
    const before = stored.get(pk);
    const after = samples.get(pk) ?? null;
    const workspacePk = workspaces.get(pk) ?? before?.workspacePk ?? 0;
    if (before?.workspacePk === workspacePk && before.sample === after) continue;
    if (before && before.sample !== null) changes.add(before.workspacePk, parseSample(before.sample), -1);
    if (after !== null) changes.add(workspacePk, parseSample(after), 1);
  }
  await changes.write(transaction);
  return samples;
}

interface Writing {
  readonly transaction: Transaction;
  readonly now: number;
  readonly onChanged: OnPredictionChanged;
}

async function writePredictions(
  shipments: readonly ShipmentState[],
  stored: ReadonlyMap<number, StoredPrediction>,
  samples: ReadonlyMap<number, string | null>,
  { transaction, now, onChanged }: Writing,
): Promise<void> {
  if (shipments.length === 0) return;
  const histories = await storedHistories(shipments, now, readIn(transaction));
  const rows: Stored[][] = [];
  for (const shipment of shipments) {
    const { pk, workspacePk, trackingStatus } = shipment;
    const history = histories.get(workspacePk);
    if (!history) continue;
    const prediction = predict(shipment, history, holidays.of, now);
    const { onTime, likely } = prediction;
    const before = stored.get(pk);
    const sample = samples.get(pk) ?? null;
    rows.push([pk, workspacePk, onTime, likely, sample, nextLook(shipment, trackingStatus, now)]);
    const isChanged = (before?.onTime ?? 'unknown') !== onTime || (before?.likely ?? null) !== likely;
    if ((before?.onTime ?? 'unknown') !== onTime) touch('shipments', shipment, [], transaction);
    if (isChanged) await onChanged(shipment, prediction, transaction);
  }
  const written = rows.map(([pk]) => pk as number);
  await deleteFrom(p.table, isIn(p.shipmentKey, written), transaction);
  await insertAll(
    transaction,
    DeliveryPrediction,
    ['shipmentKey', 'workspacePk', 'onTime', 'likely', 'sample', 'lookAt'],
    rows,
  );
}

/** Of a parcel that is on its way, at the beginning of each day; what has ended stays as it is. */
function nextLook({ route }: ShipmentState, status: string | null, now: number): string | null {
  const isOver = isTrackingStatus(status) && kindOf(status) === 'final';
  const country = route.destinationCountryIso2;
  return isOver ? null : toStored(startOfDay(country, dayIn(country, now) + 1));
}
