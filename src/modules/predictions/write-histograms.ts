import { insertAll } from '../../core/database/insert.js';
import { sqlNames } from '../../core/database/sql-names.js';
import { and, condition, isIn, type Stored } from '../../core/metadata/condition.js';
import type { Transaction } from '../../core/metadata/transaction.js';
import { type CellCode, countsText, parseCounts } from './cells.js';
import { DeliveryHistogram } from './delivery-histogram.entity.js';
import { renewVersion } from './histogram-version.js';
import { contributionsOf, type Sample } from './sample.js';

const h = sqlNames(DeliveryHistogram);

/** Histograms of one statement. */
const ROWS = 400;

/** How many parcels more or fewer there are, by workspace and month, then by histogram, then by cell. */
export class HistogramChanges {
  private readonly changes = new Map<string, Map<string, Map<CellCode, number>>>();

  /** Counts a sample of a workspace, or takes it back with -1. */
  add(workspacePk: number, sample: Sample, count: number): void {
    for (const { key, month, code } of contributionsOf(sample)) {
      const place = `${workspacePk} ${month}`;
      const histograms = this.changes.get(place) ?? new Map<string, Map<CellCode, number>>();
      this.changes.set(place, histograms);
      const cells = histograms.get(key) ?? new Map<CellCode, number>();
      histograms.set(key, cells);
      cells.set(code, (cells.get(code) ?? 0) + count);
    }
  }

  /** Only whoever holds the lock of `fold-lock.ts` may write. */
  async write(transaction: Transaction): Promise<void> {
    const changedWorkspaces = new Set<number>();
    for (const [place, histograms] of this.changes) {
      const [workspacePk = 0, month = 0] = place.split(' ').map(Number);
      const changed = [...histograms].filter(([, cells]) => [...cells.values()].some((count) => count !== 0));
      if (changed.length > 0) changedWorkspaces.add(workspacePk);
      for (let at = 0; at < changed.length; at += ROWS)
        await this.writeSome(workspacePk, month, changed.slice(at, at + ROWS), transaction);
    }
    for (const workspacePk of changedWorkspaces) await renewVersion(workspacePk, transaction);
  }

  private async writeSome(
    workspacePk: number,
    month: number,
    changed: readonly (readonly [string, ReadonlyMap<CellCode, number>])[],
    transaction: Transaction,
  ): Promise<void> {
    const those = and([
      condition(`${h.workspacePk} = ?`, workspacePk),
      condition(`${h.month} = ?`, month),
      isIn(
        h.histogram,
        changed.map(([key]) => key),
      ),
    ]);
    const rows = await transaction.rows<{ histogram: string; counts: string }>(
      `SELECT ${h.histogram} AS histogram, ${h.counts} AS counts FROM ${h.table} WHERE ${those.sql}`,
      those.params,
    );
    const known = new Map(rows.map(({ histogram, counts }) => [histogram, counts]));
    if (known.size > 0) await transaction.run(`DELETE FROM ${h.table} WHERE ${those.sql}`, those.params);
    const written: Stored[][] = [];
    for (const [key, cells] of changed) {
      const counts = parseCounts(known.get(key) ?? '');
      for (const [code, more] of cells) counts.set(code, Math.max(0, (counts.get(code) ?? 0) + more));
      const text = countsText(counts);
      if (text !== '') written.push([workspacePk, key, month, text]);
    }
    await insertAll(transaction, DeliveryHistogram, ['workspacePk', 'histogram', 'month', 'counts'], written);
  }
}
