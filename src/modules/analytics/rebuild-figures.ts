import type { TransitLimits } from '../../config/transit-limits.js';
import type { Database } from '../../core/database/database.js';
import { sqlNames } from '../../core/database/sql-names.js';
import { Shipment } from '../shipments/shipment.entity.js';
import { recomputeFigures } from '../tracking/apply-updates.js';

const s = sqlNames(Shipment);

/** Shipments of one unit of work: few enough to hold them for a moment only. */
const BATCH_SIZE = 100;

/** What has been computed again. */
export interface Rebuilt {
  readonly shipments: number;
  /** Those of which something else was kept. */
  readonly changed: number;
}

/**
 * Computes what analytics counts of all shipments again, from their checkpoints, in batches while servers go on. What is
 * kept is right already unless somebody has written into the database by hand; migrations approximate it.
 */
export async function rebuildFigures(
  database: Database,
  limits: TransitLimits,
  now = Date.now(),
): Promise<Rebuilt> {
  let [shipments, changed] = [0, 0];
  for (let last = 0; ;) {
    const rows = await database.read(
      `SELECT ${s.pk} FROM ${s.table} WHERE ${s.pk} > ? ORDER BY ${s.pk} LIMIT ${BATCH_SIZE}`,
      [last],
    );
    const pks = rows.map(([pk]) => Number(pk));
    const end = pks.at(-1);
    if (end === undefined) return { shipments, changed };
    changed += await database.transaction((transaction) =>
      recomputeFigures(pks, { transaction, limits, now }),
    );
    shipments += pks.length;
    last = end;
  }
}
