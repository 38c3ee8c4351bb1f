import { sqlNames } from '../../core/database/sql-names.js';
import { isIn, type Condition } from '../../core/metadata/condition.js';
import type { Row, SqlTable } from '../../core/metadata/field.js';
import { Checkpoint } from '../shipments/checkpoints/checkpoint.entity.js';
import { Shipment } from '../shipments/shipment.entity.js';
import { areaOf, knownRoute, type Route } from './levels.js';
import type { PredictedShipment, StatusDate } from './sample.js';

const s = sqlNames(Shipment, 's');
const c = sqlNames(Checkpoint, 'c');

export type ReadSql = (sql: string, params: Condition['params']) => Promise<readonly Row[]>;

/** A shipment as predictions see it. */
export interface ShipmentState extends PredictedShipment {
  readonly pk: number;
  readonly id: string;
  readonly workspacePk: number;
}

/** What a route is made of; the recipient's country is what the address says until a carrier says better. */
export function routeOf(row: {
  readonly originCarrier: string | null;
  readonly originCountryIso2: string | null;
  readonly destinationCountryIso2: string | null;
  readonly addressCountryIso2: string | null;
  readonly postcode: string | null;
}): Route {
  const addressed = row.addressCountryIso2?.toUpperCase() ?? null;
  const destination = row.destinationCountryIso2 ?? addressed;
  return knownRoute({
    carrier: row.originCarrier,
    originCountryIso2: row.originCountryIso2,
    destinationCountryIso2: destination,
    area: addressed === destination ? areaOf(destination, row.postcode) : null,
  });
}

/** Of a shipment, the columns that are selected for `stateOf`, in their order. */
const STATE = [
  'pk',
  'id',
  'workspacePk',
  'originCarrier',
  'originCountryIso2',
  'destinationCountryIso2',
  'address.countryIso2',
  'address.postcode',
  'trackingStatus',
  'createdAt',
  'shippedAt',
  'lastStatusUpdate',
  'expectedDeliveryDate',
  'firstExpectedDeliveryDate',
  'deliveredAt',
  'punctuality',
] as const;

export const stateColumns = (table: SqlTable): readonly string[] => STATE.map((path) => table.column(path));

/** Shipments for which a condition over the table `s` holds, in the order of their keys. */
export async function shipmentStates(
  where: Condition,
  read: ReadSql,
  limit?: number,
): Promise<ShipmentState[]> {
  const rows = await read(
    `SELECT ${STATE.map((path) => s[path]).join(', ')}
      FROM ${s.table} WHERE ${where.sql} ORDER BY ${s.pk}${limit === undefined ? '' : ` LIMIT ${limit}`}`,
    where.params,
  );
  return rows.map(stateOf);
}

/** What `stateColumns` have selected. */
export function stateOf(row: Row): ShipmentState {
  const [pk, id, workspacePk, ...texts] = row as [number, string, number, ...(string | null)[]];
  const [
    originCarrier = null,
    originCountryIso2 = null,
    destinationCountryIso2 = null,
    addressCountryIso2 = null,
    postcode = null,
    trackingStatus = null,
    createdAt,
    shippedAt = null,
    lastStatusUpdate = null,
    expectedDeliveryDate = null,
    firstExpectedDeliveryDate = null,
    deliveredAt = null,
    punctuality = null,
  ] = texts;
  return {
    pk,
    id,
    workspacePk,
    route: routeOf({
      originCarrier,
      originCountryIso2,
      destinationCountryIso2,
      addressCountryIso2,
      postcode,
    }),
    trackingStatus,
    createdAt: createdAt as string,
    shippedAt,
    lastStatusUpdate: deliveredAt ?? lastStatusUpdate,
    expectedDeliveryDate,
    firstExpectedDeliveryDate,
    punctuality,
  };
}

/** The reports of statuses of shipments, by their keys, each list oldest first. */
export async function reportsOf(
  pks: readonly number[],
  read: ReadSql,
): Promise<ReadonlyMap<number, StatusDate[]>> {
  const reports = new Map<number, StatusDate[]>();
  if (pks.length === 0) return reports;
  const of = isIn(c.shipmentPk, pks);
  const rows = await read(
    `SELECT ${c.shipmentPk}, ${c.status}, ${c.checkpointDate} FROM ${c.table}
      WHERE ${of.sql} AND ${c.status} IS NOT NULL ORDER BY ${c.shipmentPk}, ${c.checkpointDate}, ${c.pk}`,
    of.params,
  );
  for (const [pk, status, date] of rows as [number, string, string][]) {
    const list = reports.get(pk) ?? [];
    reports.set(pk, list);
    list.push({ status, date });
  }
  return reports;
}
