import type { Clock } from '../../core/database/clock.js';
import type { Database } from '../../core/database/database.js';
import { insertAll } from '../../core/database/insert.js';
import { sqlNames } from '../../core/database/sql-names.js';
import { and, condition, isIn, type Stored } from '../../core/metadata/condition.js';
import { toStored } from '../../core/metadata/datetime.js';
import type { Transaction } from '../../core/metadata/transaction.js';
import { Shipment } from '../shipments/shipment.entity.js';
import { countsText } from './cells.js';
import { DeliveryHistogram } from './delivery-histogram.entity.js';
import { DeliveryPrediction } from './delivery-prediction.entity.js';
import { loadHolidays } from './fold.js';
import { pauseFolding, prepareFoldLock, resumeFolding } from './fold-lock.js';
import { IS_VERSION, renewVersion } from './histogram-version.js';
import { holidays } from './holidays.js';
import { MemoryHistograms } from './memory-history.js';
import { reportsOf, type ReadSql, type ShipmentState, shipmentStates } from './predicted-shipments.js';
import { sampleOf, sampleText } from './sample.js';

const p = sqlNames(DeliveryPrediction);
const h = sqlNames(DeliveryHistogram);
const s = sqlNames(Shipment, 's');

/** Shipments of one step, and histograms of one statement. */
const BATCH_SIZE = 500;

/** What a rebuild has found. */
export interface Rebuilt {
  readonly shipments: number;
  readonly histograms: number;
  /** Samples and histograms that were not as they should have been. */
  readonly differences: number;
}

/**
 * Makes the histograms of a workspace anew from its shipments, in batches. Writers go on, and what they change meanwhile is
 * counted afterwards: only the counting rests.
 */
export async function rebuildWorkspace(
  workspacePk: number,
  database: Database,
  clock: Clock,
): Promise<Rebuilt> {
  await prepareFoldLock(database);
  const read: ReadSql = (sql, params) => database.read(sql, params);
  const histograms = new MemoryHistograms();
  let shipments = 0;
  let differences = 0;
  let last = 0;
  try {
    for (;;) {
      await database.transaction((transaction) => pauseFolding(transaction, clock.now()));
      const where = and([
        condition(`${s.workspacePk} = ?`, workspacePk),
        condition(`${s.pk} > ?`, last),
        condition(`${s.trackingStatus} <> ?`, 'no_info'),
      ]);
      const batch = await shipmentStates(where, read, BATCH_SIZE);
      await loadHolidays(batch, clock.now());
      const isLast = batch.length < BATCH_SIZE;
      const until = isLast ? Number.MAX_SAFE_INTEGER : (batch.at(-1)?.pk ?? 0);
      const samples = await samplesOf(batch, read);
      for (const sample of samples.values()) if (sample) histograms.add(sample);
      const texts = new Map([...samples].map(([pk, sample]) => [pk, sample ? sampleText(sample) : null]));
      const range = { after: last, until };
      differences += await database.transaction((transaction) =>
        correctSamples(workspacePk, range, texts, transaction),
      );
      shipments += batch.length;
      last = until;
      if (isLast) break;
    }
    const written = await database.transaction((transaction) =>
      replace(workspacePk, histograms, transaction),
    );
    return { shipments, histograms: written.histograms, differences: differences + written.differences };
  } finally {
    await database.transaction((transaction) => resumeFolding(transaction));
  }
}

async function samplesOf(
  batch: readonly ShipmentState[],
  read: ReadSql,
): Promise<Map<number, ReturnType<typeof sampleOf>>> {
  const delivered = batch.filter(({ trackingStatus }) => trackingStatus === 'delivered').map(({ pk }) => pk);
  const reports = await reportsOf(delivered, read);
  return new Map(
    batch.map((shipment) => [shipment.pk, sampleOf(shipment, reports.get(shipment.pk) ?? [], holidays.of)]),
  );
}

/** Brings what is kept beside the shipments of a range of keys in line. @returns how many samples were wrong. */
async function correctSamples(
  workspacePk: number,
  { after, until }: { readonly after: number; readonly until: number },
  samples: ReadonlyMap<number, string | null>,
  transaction: Transaction,
): Promise<number> {
  const known = await transaction.rows<{ pk: number; sample: string | null }>(
    `SELECT ${p.shipmentKey} AS pk, ${p.sample} AS sample FROM ${p.table}
      WHERE ${p.workspacePk} = ? AND ${p.shipmentKey} > ? AND ${p.shipmentKey} <= ?`,
    [workspacePk, after, Math.min(until, 2 ** 31 - 1)],
  );
  const stored = new Map(known.map(({ pk, sample }) => [pk, sample]));
  const gone = known.filter(({ pk }) => !samples.has(pk)).map(({ pk }) => pk);
  const wrong = [...samples].filter(([pk, sample]) => stored.has(pk) && stored.get(pk) !== sample);
  const missing = [...samples].filter(([pk]) => !stored.has(pk));
  const those = isIn(p.shipmentKey, gone);
  await transaction.run(`DELETE FROM ${p.table} WHERE ${those.sql}`, those.params);
  for (const [pk, sample] of wrong)
    await transaction.run(
      `UPDATE ${p.table} SET ${p.sample} = ?, ${p.lookAt} = ? WHERE ${p.shipmentKey} = ?`,
      [sample, transaction.moment, pk],
    );
  // looked at by the next fold
  const rows: Stored[][] = missing.map(([pk, sample]) => [
    pk,
    workspacePk,
    'unknown',
    null,
    sample,
    LONG_AGO,
  ]);
  await insertAll(
    transaction,
    DeliveryPrediction,
    ['shipmentKey', 'workspacePk', 'onTime', 'likely', 'sample', 'lookAt'],
    rows,
  );
  return gone.length + wrong.length + missing.length;
}

const LONG_AGO = toStored(0);

async function replace(
  workspacePk: number,
  histograms: MemoryHistograms,
  transaction: Transaction,
): Promise<Pick<Rebuilt, 'histograms' | 'differences'>> {
  const rows = await transaction.rows<{ histogram: string; month: number; counts: string }>(
    `SELECT ${h.histogram} AS histogram, ${h.month} AS month, ${h.counts} AS counts FROM ${h.table} WHERE ${h.workspacePk} = ? AND NOT (${IS_VERSION})`,
    [workspacePk],
  );
  const before = new Map(rows.map(({ histogram, month, counts }) => [`${month} ${histogram}`, counts]));
  const after: Stored[][] = [];
  let differences = 0;
  for (const [key, month, cells] of histograms) {
    const text = countsText(cells);
    if (before.get(`${month} ${key}`) !== text) differences++;
    before.delete(`${month} ${key}`);
    after.push([workspacePk, key, month, text]);
  }
  differences += before.size;
  if (differences > 0) {
    await transaction.run(`DELETE FROM ${h.table} WHERE ${h.workspacePk} = ?`, [workspacePk]);
    for (let at = 0; at < after.length; at += BATCH_SIZE)
      await insertAll(
        transaction,
        DeliveryHistogram,
        ['workspacePk', 'histogram', 'month', 'counts'],
        after.slice(at, at + BATCH_SIZE),
      );
    await renewVersion(workspacePk, transaction);
  }
  return { histograms: after.length, differences };
}
