import { mkdir, open, readdir, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import type { ColumnMetadata } from 'typeorm/metadata/ColumnMetadata.js';
import type { DataSource, EntityMetadata } from 'typeorm';
import type { Database } from '../../core/database/database.js';
import { sqlNames } from '../../core/database/sql-names.js';
import { type Condition, condition, isNever, type Stored } from '../../core/metadata/condition.js';
import { cellOf } from '../../core/serializer/csv-cell.js';
import { recordAuditEntry } from '../audit-log/record-audit-entry.js';
import { Membership } from '../identity/teams/membership.entity.js';
import { findTenant } from './find-tenant.js';
import { type TenantKeys, tenantTables } from './tenant-tables.js';

const m = sqlNames(Membership, 'm');

/** Rows that are read and written at once. */
const BATCH_SIZE = 500;

const FILE_MODE = 0o600;
const DIRECTORY_MODE = 0o700;

/** What opens something, and copies of addresses and texts by which is searched. */
const LEFT_OUT =
  /^(?:(?:secret|token|code|password)Hash|(?:email|recipient|address)Key|signingSecret|password|token|hash|\w+Folded)$/;

const CELL = { type: 'string' } as const;

/** What is encrypted at rest, whatever its column. */
const ENCRYPTED = /^v1:[0-9a-f]{8}:/;

/** What holds nothing of the tenant's own: indexes of searches, caches, queues, what is kept to answer requests again. */
const MACHINERY: ReadonlySet<string> = new Set([
  'change_marks',
  'workspace_changes',
  'tracking_number_parts',
  'idempotency_keys',
  'idempotency_refused_lines',
  'outbox_subscriptions',
  'outbox_events',
  'outbox_rest',
  'outbox_deliveries',
  'prediction_queue',
  'message_queue',
  'erasures',
  'mails',
  'email_codes',
  'oauth_grants',
  'oauth_refresh_tokens',
  'store_tokens',
  'exports',
  'file_pieces',
]);

/** What was written: rows by the name of their files. */
export interface ExportedTenant {
  readonly team: string;
  readonly name: string;
  readonly rows: Readonly<Record<string, number>>;
}

interface ExportedTable {
  readonly name: string;
  readonly metadata: EntityMetadata;
  readonly where: Condition;
}

/**
 * Writes everything of a team into an empty folder, each table as `<table>.ndjson` and `<table>.csv`, the same memory however
 * much it is. Secrets are left out, whether they are hashes or encrypted. `manifest.json` comes last: without it the export
 * was interrupted. @param id of the team. @throws when there is no such team, or the folder holds something.
 */
export async function exportTenant(
  id: string,
  folder: string,
  database: Database,
  dataSource: DataSource,
): Promise<ExportedTenant> {
  const tenant = await findTenant(id, database);
  await mkdir(folder, { recursive: true, mode: DIRECTORY_MODE });
  if ((await readdir(folder)).length > 0) throw new Error(`The folder ${folder} is not empty.`);
  await database.transaction((transaction) =>
    recordAuditEntry(
      { teamPks: [tenant.teamPk], action: 'export', entity: 'teams', itemId: id, title: tenant.name },
      undefined,
      transaction,
    ),
  );
  const rows: Record<string, number> = {};
  for (const table of exportedTables(tenant, dataSource))
    rows[table.name] = await exportTable(table, folder, database);
  const exported = { team: id, name: tenant.name, rows };
  const manifest = await open(join(folder, 'manifest.json'), 'wx', FILE_MODE);
  await manifest.writeFile(
    `${JSON.stringify({ ...exported, exportedAt: new Date().toISOString() }, null, 2)}\n`,
  );
  await manifest.close();
  return exported;
}

function exportedTables(tenant: TenantKeys, dataSource: DataSource): ExportedTable[] {
  const tables = tenantTables(dataSource)
    .filter(({ name }) => !MACHINERY.has(name))
    .map(({ name, metadata, rowsOf }) => ({ name, metadata, where: rowsOf(tenant) }));
  const users = dataSource.entityMetadatas.find(({ tableName }) => tableName === 'users') as EntityMetadata;
  const members = condition(
    `pk IN (SELECT ${m.userPk} FROM ${m.table} WHERE ${m.teamPk} = ?)`,
    tenant.teamPk,
  );
  return [...tables.reverse(), { name: 'users', metadata: users, where: members }];
}

/** @returns how many rows. */
async function exportTable(
  { name, metadata, where }: ExportedTable,
  folder: string,
  database: Database,
): Promise<number> {
  const columns = metadata.columns.filter(({ databaseName }) => !LEFT_OUT.test(databaseName));
  const names = columns.map(({ databaseName }) => databaseName);
  const files = await Promise.all(
    ['ndjson', 'csv'].map((ending) => open(join(folder, `${name}.${ending}`), 'wx', FILE_MODE)),
  );
  const [ndjson, csv] = files as [FileHandle, FileHandle];
  let count = 0;
  try {
    await csv.appendFile(`${names.join()}\n`);
    for await (const batch of batches(metadata, names, where, database)) {
      const rows = batch.map((row) => row.map((value, at) => exported(value, columns[at] as ColumnMetadata)));
      await ndjson.appendFile(rows.map((row) => `${objectOf(names, row)}\n`).join(''));
      await csv.appendFile(rows.map((row) => `${row.map((value) => cellOf(value, CELL)).join()}\n`).join(''));
      count += rows.length;
    }
  } finally {
    await Promise.all(files.map((file) => file.close()));
  }
  return count;
}

/** Rows in the order of their primary key, each batch from the last row of the one before. */
async function* batches(
  { tableName, primaryColumns }: EntityMetadata,
  names: readonly string[],
  where: Condition,
  database: Database,
): AsyncGenerator<readonly (readonly Stored[])[]> {
  if (isNever(where)) return;
  const keys = primaryColumns.map(({ databaseName }) => databaseName);
  const keyed = `${keys.join(', ')}, ${names.join(', ')}`;
  for (let after: readonly Stored[] = []; ;) {
    const later = after.length === 0 ? '' : ` AND (${keys.join(', ')}) > (${keys.map(() => '?').join(', ')})`;
    const rows = (await database.read(
      `SELECT ${keyed} FROM ${tableName} WHERE (${where.sql})${later} ORDER BY ${keys.join(', ')} LIMIT ${BATCH_SIZE}`,
      [...where.params, ...after],
    )) as Stored[][];
    if (rows.length > 0) yield rows.map((row) => row.slice(keys.length));
    after = rows.at(-1)?.slice(0, keys.length) ?? [];
    if (rows.length < BATCH_SIZE) return;
  }
}

const objectOf = (names: readonly string[], row: readonly unknown[]): string =>
  JSON.stringify(Object.fromEntries(names.map((name, at) => [name, row[at]])));

/** Moments are ISO 8601 in UTC, money is in ten-thousandths; what is encrypted is null. */
function exported(value: Stored, { type }: ColumnMetadata): unknown {
  if (typeof value !== 'string') return value;
  if (ENCRYPTED.test(value)) return null;
  return type === 'datetime' ? `${value.replace(' ', 'T')}Z` : value;
}
