import { TEST_CARRIER } from '../reference-data/carriers/carriers.js';
import type { Database } from '../../core/database/database.js';
import { and, condition, isIn, or } from '../../core/metadata/condition.js';
import { toStored } from '../../core/metadata/datetime.js';
import type { Caller } from '../../core/store/caller.js';
import { kindOf, TRACKING_STATUSES, type TrackingStatus } from './tracking-statuses.js';

/** Shipments of one unit of work, and units of one request: whoever has more asks again. */
const AT_ONCE = 1000;
const UNITS = 10;

const OPEN = (Object.keys(TRACKING_STATUSES) as TrackingStatus[]).filter(
  (status) => kindOf(status) !== 'final',
);

/** Makes shipments due, so that the providers are asked for them in the next minute. */
export async function makeDue(
  pks: readonly number[],
  now: number,
  { request }: Caller,
  database: Database,
): Promise<void> {
  for (let at = 0; at < pks.length; at += AT_ONCE) {
    const of = isIn('pk', pks.slice(at, at + AT_ONCE));
    await database.transaction(
      (transaction) =>
        transaction.run(`UPDATE shipments SET nextCheckAt = ? WHERE ${of.sql}`, [
          toStored(now),
          ...of.params,
        ]),
      request,
    );
  }
}

/** Makes all of the caller's parcels due of which more is expected, up to 10,000 that are not due already. */
export async function makeAllDue(caller: Caller, database: Database, now: number): Promise<void> {
  const { workspaces } = caller.scope;
  const where = and([
    isIn('workspacePk', [...workspaces.keys()]),
    isIn('trackingStatus', OPEN),
    or([condition('nextCheckAt > ?', toStored(now)), condition('nextCheckAt IS NULL')]),
    or([condition('originCarrier <> ?', TEST_CARRIER), condition('originCarrier IS NULL')]),
  ]);
  const sql = `SELECT pk FROM shipments WHERE ${where.sql} LIMIT ${AT_ONCE}`;
  for (let unit = 0; unit < UNITS; unit++) {
    const rows = (await database.read(sql, where.params, caller.request)) as [number][];
    await makeDue(
      rows.map(([pk]) => pk),
      now,
      caller,
      database,
    );
    if (rows.length < AT_ONCE) return;
  }
}
