import type { Database, Origin } from '../../../core/database/database.js';
import { orderResource } from '../order.resource.js';
import { and, condition } from '../../../core/metadata/condition.js';
import { BadInput, NotFound, Violations } from '../../../core/metadata/errors.js';
import { iriOf, type Resource } from '../../../core/metadata/resource.js';
import { isNoChoice } from '../../../core/metadata/violation.js';
import { shipmentResource } from '../../shipments/shipment.resource.js';
import { type Caller, scopeCondition } from '../../../core/store/caller.js';
import type { Store } from '../../../core/store/store.js';
import { statusResource } from './status.resource.js';
import { sqlNames } from '../../../core/database/sql-names.js';
import { Status } from './status.entity.js';
import { Order } from '../order.entity.js';
import { Shipment } from '../../shipments/shipment.entity.js';

const t = sqlNames(Status, 't');
const o = sqlNames(Order, 'o');
const s = sqlNames(Shipment, 's');

/** A status, and what it is one of. */
export interface StatusRow {
  readonly pk: number;
  readonly id: string;
  readonly workspacePk: number;
  readonly entity: Entity;
}

export type Entity = keyof typeof STATUS_HOLDERS;

/** What has statuses, and in which field. */
export const STATUS_HOLDERS = {
  orders: {
    resource: orderResource,
    field: 'orderStatus',
    names: { table: o.table, pk: o.pk, id: o.id, statusPk: o.orderStatusPk },
  },
  shipments: {
    resource: shipmentResource,
    field: 'shipmentStatus',
    names: { table: s.table, pk: s.pk, id: s.id, statusPk: s.shipmentStatusPk },
  },
} as const satisfies Record<string, { resource: Resource; field: string; names: object }>;

export const ENTITIES = Object.keys(STATUS_HOLDERS) as Entity[];

/** Rows that are looked up at once; each is written alone. */
const BATCH_SIZE = 200;

/** A status of the caller's. @throws BadInput when it is not there for the caller. */
export async function findStatus(id: string, caller: Caller, database: Database): Promise<StatusRow> {
  const where = and([scopeCondition(statusResource, caller.scope), condition(`${t.id} = ?`, id)]);
  const isAscii = /^[\x20-\x7e]*$/.test(id);
  const [row] = isAscii
    ? await database.read(
        `SELECT ${t.pk}, ${t.workspacePk}, ${t.entity} FROM ${t.table} WHERE ${where.sql}`,
        where.params,
        caller,
      )
    : [];
  if (!row) throw new BadInput(`Item not found for "${iriOf(statusResource, id).slice(0, 200)}".`);
  return { pk: row[0] as number, id, workspacePk: row[1] as number, entity: row[2] as Entity };
}

/** How many orders or shipments have a status. */
export async function countReferences(
  status: StatusRow,
  database: Database,
  origin?: Origin,
): Promise<number> {
  const { table, statusPk } = STATUS_HOLDERS[status.entity].names;
  const [row] = await database.read(
    `SELECT COUNT(*) FROM ${table} WHERE ${statusPk} = ?`,
    [status.pk],
    origin,
  );
  return Number(row?.[0]);
}

/**
 * Gives everything that has one status another one, each through the store and in a unit of work of its own: hooks and
 * webhooks see every change, and whoever breaks off may begin again.
 * @returns how many were changed. @throws Violations when the statuses are not of the same kind in one workspace.
 */
export async function migrateReferences(
  from: StatusRow,
  to: StatusRow,
  caller: Caller,
  { store, database }: { readonly store: Store; readonly database: Database },
): Promise<number> {
  if (from.entity !== to.entity || from.workspacePk !== to.workspacePk)
    throw new Violations([isNoChoice('toStatusId')]);
  if (from.pk === to.pk) return 0;
  const { resource, field, names } = STATUS_HOLDERS[from.entity];
  const body = { [field]: iriOf(statusResource, to.id) };
  let updated = 0;
  let after = 0;
  for (;;) {
    const rows = (await database.read(
      `SELECT ${names.pk}, ${names.id} FROM ${names.table}
        WHERE ${names.statusPk} = ? AND ${names.pk} > ?
        ORDER BY ${names.pk} LIMIT ${BATCH_SIZE}`,
      [from.pk, after],
      caller,
    )) as unknown as (readonly [pk: number, id: string])[];
    for (const [pk, id] of rows) {
      after = pk;
      try {
        await store.update(resource, id, body, caller, { ld: false });
        updated++;
      } catch (error) {
        // it has been deleted meanwhile
        if (!(error instanceof NotFound)) throw error;
      }
    }
    if (rows.length < BATCH_SIZE) return updated;
  }
}
