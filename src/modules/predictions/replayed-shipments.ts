import type { Database } from '../../core/database/database.js';
import { sqlNames } from '../../core/database/sql-names.js';
import { and, condition } from '../../core/metadata/condition.js';
import { Shipment } from '../shipments/shipment.entity.js';
import { backtest, type BacktestResult, type ReplayedShipment } from './backtest.js';
import { loadHolidays } from './fold.js';
import { holidays } from './holidays.js';
import { reportsOf, type ReadSql, shipmentStates } from './predicted-shipments.js';

const s = sqlNames(Shipment, 's');

/** Shipments that are read with one statement. */
const BATCH_SIZE = 1000;

/** Replays the deliveries of some workspaces, of each the last ones, so many at most. `now`: milliseconds since 1970. */
export async function backtestWorkspaces(
  workspacePks: readonly number[],
  limit: number,
  now: number,
  database: Database,
): Promise<readonly BacktestResult[]> {
  const read: ReadSql = (sql, params) => database.read(sql, params);
  const replayed: ReplayedShipment[] = [];
  for (const workspacePk of workspacePks) {
    const delivered = and([
      condition(`${s.workspacePk} = ?`, workspacePk),
      condition(`${s.trackingStatus} = ?`, 'delivered'),
    ]);
    const [first] = await read(
      `SELECT ${s.pk} FROM ${s.table} WHERE ${delivered.sql} ORDER BY ${s.pk} DESC LIMIT 1 OFFSET ${limit}`,
      delivered.params,
    );
    for (let last = Number(first?.[0] ?? 0); ;) {
      const where = and([delivered, condition(`${s.pk} > ?`, last)]);
      const batch = await shipmentStates(where, read, BATCH_SIZE);
      await loadHolidays(batch, now);
      const reports = await reportsOf(
        batch.map(({ pk }) => pk),
        read,
      );
      for (const state of batch)
        replayed.push({ ...state, workspace: workspacePk, reports: reports.get(state.pk) ?? [] });
      last = batch.at(-1)?.pk ?? 0;
      if (batch.length < BATCH_SIZE) break;
    }
  }
  return backtest(replayed, holidays.of);
}
