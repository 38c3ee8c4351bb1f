import type { DataSource } from 'typeorm';
import type { Database } from '../../core/database/database.js';
import { sqlNames } from '../../core/database/sql-names.js';
import { type Condition, condition, isIn, isNever } from '../../core/metadata/condition.js';
import { forgetChanges } from '../../core/outbox/forget-changes.js';
import { forgetWorkspace } from '../../core/store/touch.js';
import { Export } from '../bulk/exports/export.entity.js';
import { Membership } from '../identity/teams/membership.entity.js';
import { Workspace } from '../workspaces/workspace.entity.js';
import { OauthClient } from '../identity/oauth/oauth-client.entity.js';
import { type FoundTenant, findTenant } from './find-tenant.js';
import { type TenantKeys, tenantTables } from './tenant-tables.js';

const exports = sqlNames(Export);
const memberships = sqlNames(Membership);
const clients = sqlNames(OauthClient);
const workspaces = sqlNames(Workspace);

/** Rows of one unit of work: few enough to hold them for a moment only. */
const BATCH_SIZE = 500;

/** How many rows a tenant has in each table, where it has any. */
export async function countTenant(
  tenant: TenantKeys,
  database: Database,
  dataSource: DataSource,
): Promise<ReadonlyMap<string, number>> {
  const counts = new Map<string, number>();
  for (const { name, rowsOf } of tenantTables(dataSource)) {
    const where = rowsOf(tenant);
    if (isNever(where)) continue;
    const [row] = await database.read(`SELECT COUNT(*) FROM ${name} WHERE ${where.sql}`, where.params);
    if (Number(row?.[0]) > 0) counts.set(name, Number(row?.[0]));
  }
  return counts;
}

/**
 * Deletes a team with everything that is its own, beside servers that run. First nobody gets in any more, then rows go in
 * small units of work, what refers to others before these. Interrupted at any moment, it goes on when it is called again:
 * the team itself goes last. Users stay, they may be in other teams.
 * @param id of the team. @param told hears of each unit of work. @returns how many rows were deleted. @throws when there is no such team.
 */
export async function deleteTenant(
  id: string,
  database: Database,
  dataSource: DataSource,
  told: (table: string, rows: number) => void = () => undefined,
): Promise<number> {
  const tenant = await findTenant(id, database);
  let deleted = 0;
  const empty = async (table: string, where: Condition): Promise<void> => {
    if (isNever(where)) return;
    for (let rows = BATCH_SIZE; rows === BATCH_SIZE;) {
      rows = await deleteSome(table, where, database);
      deleted += rows;
      if (rows > 0) told(table, rows);
    }
  };
  // files of everything that a member saw have rows of this team; who was a member is known only now
  await empty(exports.table, {
    sql: `${exports.workspacePk} IS NULL AND ${exports.userPk} IN
      (SELECT ${memberships.userPk} FROM ${memberships.table} WHERE ${memberships.teamPk} = ?)`,
    params: [tenant.teamPk],
  });
  await empty(memberships.table, condition(`${memberships.teamPk} = ?`, tenant.teamPk));
  await empty(clients.table, isIn(clients.workspacePk, tenant.workspacePks));
  for (const { name, rowsOf } of tenantTables(dataSource)) {
    if (name === 'workspaces') deleted += await deleteWorkspaces(tenant, database, told);
    else await empty(name, rowsOf(tenant));
  }
  return deleted;
}

/** With whatever somebody has written a moment ago: what foreign keys do not lead to goes in the same unit of work. */
async function deleteWorkspaces(
  { workspacePks }: FoundTenant,
  database: Database,
  told: (table: string, rows: number) => void,
): Promise<number> {
  for (const pk of workspacePks)
    await database.transaction(async (transaction) => {
      await transaction.run(`DELETE FROM ${workspaces.table} WHERE ${workspaces.pk} = ?`, [pk]);
      await forgetWorkspace(pk, transaction);
      await forgetChanges(pk, transaction);
    });
  if (workspacePks.length > 0) told('workspaces', workspacePks.length);
  return workspacePks.length;
}

/** @returns how many it deleted, no more than a batch. */
async function deleteSome(table: string, { sql, params }: Condition, database: Database): Promise<number> {
  const some =
    database.dialect.kind === 'mysql'
      ? `DELETE FROM ${table} WHERE ${sql} LIMIT ${BATCH_SIZE}`
      : `DELETE FROM ${table} WHERE rowid IN (SELECT rowid FROM ${table} WHERE ${sql} LIMIT ${BATCH_SIZE})`;
  return database.transaction(async (transaction) => (await transaction.run(some, params)).affected);
}
