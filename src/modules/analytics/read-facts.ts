import { sqlNames } from '../../core/database/sql-names.js';
import { isIn } from '../../core/metadata/condition.js';
import type { Row, SqlDialect, SqlTable } from '../../core/metadata/field.js';
import { ChangeMark } from '../../core/store/change-mark.entity.js';
import type { Read } from '../../core/store/reading.js';
import { currentVersions, type Versions } from '../../core/store/units-of-changes.js';
import { Order } from '../orders/order.entity.js';
import { ShipmentOrder } from '../shipments/shipment-order.entity.js';
import { Shipment } from '../shipments/shipment.entity.js';
import { factColumns, Facts, ORDERED_AT } from './facts.js';

const t = sqlNames(Shipment, 't');
const l = sqlNames(ShipmentOrder, 'l');
const o = sqlNames(Order, 'o');
const m = sqlNames(ChangeMark, 'm');

/** Rows that are read with one statement, so that other requests have their turn. */
const PAGE_SIZE = 2000;

/** Changed rows that are read with one statement. */
const BATCH_SIZE = 500;

const columnsIn = (dialect: SqlDialect): readonly string[] => {
  const table: SqlTable = { alias: 't', column: (path) => t[path as 'pk'], dialect, now: 0 };
  return factColumns(table);
};

/** The facts of all shipments of a workspace; what is written while they are read may be among them, and has a later version. */
export async function readAllFacts(
  workspacePk: number,
  dialect: SqlDialect,
  read: Read,
): Promise<{ readonly facts: Facts; readonly versions: Versions }> {
  const versions = await currentVersions(workspacePk, read);
  const facts = new Facts();
  let next = keysAfter(0, workspacePk, dialect, read);
  for (;;) {
    const keys = await next;
    const [first, last] = [keys[0], keys.at(-1)];
    if (first === undefined || last === undefined) break;
    const page = readPage({ first, last, count: keys.length }, workspacePk, dialect, read);
    // the next keys are looked up meanwhile
    next = keysAfter(last, workspacePk, dialect, read);
    for (const row of await page) facts.put(row);
  }
  await facts.arrange();
  return { facts, versions };
}

async function keysAfter(
  pk: number,
  workspacePk: number,
  dialect: SqlDialect,
  read: Read,
): Promise<readonly number[]> {
  const rows = await read(
    `SELECT ${t.pk} FROM ${t.table}${dialect.byIndex('IX_shipments_workspace')}
      WHERE ${t.workspacePk} = ? AND ${t.pk} > ? ORDER BY ${t.pk} LIMIT ${PAGE_SIZE}`,
    [workspacePk, pk],
  );
  return rows.map(([key]) => Number(key));
}

interface Page {
  readonly first: number;
  readonly last: number;
  readonly count: number;
}

/** Where so many of the rows between two keys are the workspace's, all of them are looked at, which is quicker than to fetch each. */
const DENSE = 1 / 4;

async function readPage(
  { first, last, count }: Page,
  workspacePk: number,
  dialect: SqlDialect,
  read: Read,
): Promise<readonly Row[]> {
  const columns = columnsIn(dialect);
  const within = `${t.workspacePk} = ? AND ${t.pk} BETWEEN ? AND ?`;
  if (count < (last - first) * DENSE) {
    const index = dialect.byIndex('IX_shipments_workspace');
    const sql = `SELECT ${columns.join(', ')} FROM ${t.table}${index} WHERE ${within}`;
    return read(sql, [workspacePk, first, last]);
  }
  const [rows, ordered] = await Promise.all([
    read(
      `SELECT ${columns.toSpliced(ORDERED_AT, 1).join(', ')} FROM ${t.table}${dialect.byPrimaryKey} WHERE ${within}`,
      [workspacePk, first, last],
    ),
    read(
      `SELECT ${l.shipmentPk}, ${dialect.seconds(`MIN(${o.createdAt})`)} FROM ${l.table} JOIN ${o.table} ON ${o.pk} = ${l.orderPk}
        WHERE ${l.shipmentPk} BETWEEN ? AND ? GROUP BY ${l.shipmentPk}`,
      [first, last],
    ),
  ]);
  const moments = new Map(ordered.map(([pk, moment]) => [pk, moment]));
  return rows.map((row) => row.toSpliced(ORDERED_AT, 0, moments.get(row[0] as number) ?? null));
}

/**
 * Some shipments of a workspace by their keys, those that are there, with the version of the workspace at that moment; `NaN` where they
 * were read at several.
 */
export async function readFacts(
  workspacePk: number,
  pks: ReadonlySet<number>,
  dialect: SqlDialect,
  read: Read,
): Promise<{ readonly rows: ReadonlyMap<number, Row>; readonly version: number }> {
  const found = new Map<number, Row>();
  const wanted = [...pks];
  const current = `SELECT COALESCE(SUM(${m.version}), 0) AS version FROM ${m.table} WHERE ${m.workspacePk} = ?`;
  const seen = new Set<number>();
  for (let at = 0; at < wanted.length; at += BATCH_SIZE) {
    const those = isIn(t.pk, wanted.slice(at, at + BATCH_SIZE));
    // a LEFT JOIN, so that there is a version where all of them have gone
    const sql = `SELECT v.version, ${columnsIn(dialect).join(', ')} FROM (${current}) v
      LEFT JOIN ${t.table} ON ${t.workspacePk} = ? AND ${those.sql}`;
    for (const [version, ...row] of await read(sql, [workspacePk, workspacePk, ...those.params])) {
      seen.add(Number(version));
      if (row[0] !== null) found.set(Number(row[0]), row);
    }
  }
  return { rows: found, version: seen.size === 1 ? Number([...seen][0]) : Number.NaN };
}
