import { randomUUID } from 'node:crypto';
import { insertAll } from '../../core/database/insert.js';
import { sqlNames } from '../../core/database/sql-names.js';
import type { Transaction } from '../../core/metadata/transaction.js';
import { DeliveryHistogram } from './delivery-histogram.entity.js';

const h = sqlNames(DeliveryHistogram);

/*
 * One row among the histograms of a workspace has their version in the place of counts. Versions are random: one that a unit of work has
 * taken back never comes again.
 */

const NAME = 'version';

/** No parcel was delivered in it. */
export const VERSION_MONTH = 0;

/** Which rows have versions. */
export const IS_VERSION = `${h.histogram} = '${NAME}' AND ${h.month} = ${VERSION_MONTH}`;

/** Says that histograms of a workspace have changed. Only whoever holds the lock of `fold-lock.ts` may do so. */
export async function renewVersion(workspacePk: number, transaction: Transaction): Promise<void> {
  await transaction.run(`DELETE FROM ${h.table} WHERE ${h.workspacePk} = ? AND ${IS_VERSION}`, [workspacePk]);
  await insertAll(
    transaction,
    DeliveryHistogram,
    ['workspacePk', 'histogram', 'month', 'counts'],
    [[workspacePk, NAME, VERSION_MONTH, randomUUID()]],
  );
}
