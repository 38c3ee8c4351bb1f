import { sqlNames, tableNameOf } from '../../core/database/sql-names.js';
import { isIn } from '../../core/metadata/condition.js';
import type { Read } from '../../core/store/reading.js';
import { ANY_TABLE, type RowImage, type WorkspaceContent } from '../../core/store/changes-text.js';
import {
  currentVersions,
  rangesBetween,
  type SlotRange,
  unitsIn,
  unitsOf,
  type Versions,
} from '../../core/store/units-of-changes.js';
import { Order } from '../orders/order.entity.js';
import { ShipmentOrder } from '../shipments/shipment-order.entity.js';
import { Shipment } from '../shipments/shipment.entity.js';
import { Workflow } from '../webhooks/workflows/workflow.entity.js';

const l = sqlNames(ShipmentOrder, 'l');

const SHIPMENTS = tableNameOf(Shipment);
const ORDERS = tableNameOf(Order);
const WORKFLOWS = tableNameOf(Workflow);

/** Units of work that are gone through at most; after more of them reading all is as quick. */
const MAX_UNITS = 50_000;

/** Units that are read with one statement, so that other requests have their turn. */
const BATCH_SIZE = 250;

/** The shipments of a workspace of which analytics may know something else now. */
export interface ChangedShipments {
  readonly pks: ReadonlySet<number>;
  readonly versions: Versions;
}

/**
 * What has changed in a workspace since some versions, from the row images of units of work (docs/adr/0028).
 * @returns undefined when nobody knows any more: it was too long ago, too much, or written in a way that nobody has told.
 */
export async function changedSince(
  workspacePk: number,
  since: Versions,
  read: Read,
): Promise<ChangedShipments | undefined> {
  const versions = await currentVersions(workspacePk, read);
  const ranges = rangesBetween(since, versions);
  if (unitsOf(ranges) > MAX_UNITS) return undefined;
  const changes = new Changes();
  for (const some of inBatches(ranges)) {
    const units = await unitsIn(workspacePk, some, read);
    if (units.length < unitsOf(some) || !units.every(({ content }) => changes.add(content))) return undefined;
  }
  for (const pk of await shipmentsOf(changes.orders, read)) changes.shipments.add(pk);
  return { pks: changes.shipments, versions };
}

class Changes {
  readonly shipments = new Set<number>();
  /** Orders that have another date. */
  readonly orders = new Set<number>();

  /** @returns whether it tells all that has changed. */
  add(content: WorkspaceContent): boolean {
    if (ANY_TABLE in content) return false;
    const [shipments, orders, workflows] = [SHIPMENTS, ORDERS, WORKFLOWS].map((table) =>
      table in content ? content[table] : [],
    );
    if (!shipments || !orders || !workflows) return false;
    // the database itself takes a workflow from its shipments
    if (workflows.some(([, after]) => after === null)) return false;
    for (const [before, after] of orders)
      if (before && after && 'createdAt' in after) this.orders.add(keyOf(before));
    for (const [before, after] of shipments) this.shipments.add(keyOf(before ?? after));
    return !this.shipments.has(Number.NaN);
  }
}

const keyOf = (image: RowImage | null): number => Number(image?.pk);

/** The shipments of orders. */
async function shipmentsOf(orderPks: ReadonlySet<number>, read: Read): Promise<readonly number[]> {
  if (orderPks.size === 0) return [];
  const those = isIn(l.orderPk, [...orderPks]);
  const rows = await read(`SELECT ${l.shipmentPk} FROM ${l.table} WHERE ${those.sql}`, those.params);
  return rows.map(([pk]) => Number(pk));
}

function* inBatches(ranges: readonly SlotRange[]): Generator<readonly SlotRange[]> {
  let batch: SlotRange[] = [];
  let left = BATCH_SIZE;
  for (const { slot, from, to } of ranges)
    for (let at = from; at < to;) {
      const end = Math.min(to, at + left);
      batch.push({ slot, from: at, to: end });
      left -= end - at;
      at = end;
      if (left > 0) continue;
      yield batch;
      [batch, left] = [[], BATCH_SIZE];
    }
  if (batch.length > 0) yield batch;
}
