import { TEST_CARRIER } from '../reference-data/carriers/carriers.js';
import type { Database } from '../../core/database/database.js';
import { and, condition, isIn, or } from '../../core/metadata/condition.js';
import { toStored } from '../../core/metadata/datetime.js';
import type { Caller } from '../../core/store/caller.js';
import { kindOf, TRACKING_STATUSES, type TrackingStatus } from './tracking-statuses.js';
import { sqlNames } from '../../core/database/sql-names.js';
import { Shipment } from '../shipments/shipment.entity.js';

const shipments = sqlNames(Shipment);

/** Shipments of one unit of work, and units of one request; a client that has more sends the request again. */
const BATCH_SIZE = 1000;
const MAX_BATCHES = 10;

const OPEN_STATUSES = (Object.keys(TRACKING_STATUSES) as TrackingStatus[]).filter(
  (status) => kindOf(status) !== 'final',
);

/** Makes shipments due, so that providers are asked about them within a minute. */
export async function scheduleChecks(
  pks: readonly number[],
  now: number,
  caller: Caller,
  database: Database,
): Promise<void> {
  for (let at = 0; at < pks.length; at += BATCH_SIZE) {
    const of = isIn('pk', pks.slice(at, at + BATCH_SIZE));
    await database.transaction(
      (transaction) =>
        transaction.run(`UPDATE ${shipments.table} SET ${shipments.nextCheckAt} = ? WHERE ${of.sql}`, [
          toStored(now),
          ...of.params,
        ]),
      caller,
    );
  }
}

/** Makes all of the caller's shipments due that have no final status, up to 10,000 that are not due already. */
export async function scheduleAllChecks(caller: Caller, database: Database, now: number): Promise<void> {
  const { workspaces } = caller.scope;
  const where = and([
    isIn('workspacePk', [...workspaces.keys()]),
    isIn('trackingStatus', OPEN_STATUSES),
    or([
      condition(`${shipments.nextCheckAt} > ?`, toStored(now)),
      condition(`${shipments.nextCheckAt} IS NULL`),
    ]),
    or([
      condition(`${shipments.originCarrier} <> ?`, TEST_CARRIER),
      condition(`${shipments.originCarrier} IS NULL`),
    ]),
  ]);
  const sql = `SELECT ${shipments.pk} FROM ${shipments.table} WHERE ${where.sql} LIMIT ${BATCH_SIZE}`;
  for (let unit = 0; unit < MAX_BATCHES; unit++) {
    const rows = (await database.read(sql, where.params, caller)) as [number][];
    await scheduleChecks(
      rows.map(([pk]) => pk),
      now,
      caller,
      database,
    );
    if (rows.length < BATCH_SIZE) return;
  }
}
