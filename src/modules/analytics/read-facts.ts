import { sqlNames } from '../../core/database/sql-names.js';
import { isIn } from '../../core/metadata/condition.js';
import type { Row, SqlDialect, SqlTable } from '../../core/metadata/field.js';
import { ChangeMark } from '../../core/store/change-mark.entity.js';
import type { Read } from '../../core/store/reading.js';
import { currentVersions, type Versions } from '../../core/store/units-of-changes.js';
import { Shipment } from '../shipments/shipment.entity.js';
import { factColumns, Facts } from './facts.js';

const t = sqlNames(Shipment, 't');
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
  const sql = `SELECT ${columnsIn(dialect).join(', ')} FROM ${t.table}${dialect.byIndex('IX_shipments_workspace')}
    WHERE ${t.workspacePk} = ? AND ${t.pk} > ? ORDER BY ${t.pk} LIMIT ${PAGE_SIZE}`;
  const facts = new Facts();
  for (let last = 0; ;) {
    const rows = await read(sql, [workspacePk, last]);
    for (const row of rows) facts.put(row);
    if (rows.length < PAGE_SIZE) return { facts, versions };
    last = Number(rows.at(-1)?.[0]);
  }
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
