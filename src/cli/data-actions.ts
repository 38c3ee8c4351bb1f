import type { Config } from '../config/config.js';
import { backUp, restore } from './backup/backup.js';
import { sqlNames } from '../core/database/sql-names.js';
import { type ErasedCustomer, eraseCustomer } from '../modules/erasure/erase-customer.js';
import { countTenant, deleteTenant } from '../modules/tenant-data/delete-tenant.js';
import { type ExportedTenant, exportTenant } from '../modules/tenant-data/export-tenant.js';
import { findTenant } from '../modules/tenant-data/find-tenant.js';
import { Workspace } from '../modules/workspaces/workspace.entity.js';
import { onDatabase } from './in-context.js';

const workspaces = sqlNames(Workspace);

/** See `exportTenant`. */
export const exportTeam = (config: Config, id: string, folder: string): Promise<ExportedTenant> =>
  onDatabase(config, (database, dataSource) => exportTenant(id, folder, database, dataSource));

/** A team, and how many rows it has in which table. */
export interface TenantContent {
  readonly name: string;
  readonly rows: Readonly<Record<string, number>>;
}

/** What deleting a team would delete. @throws when there is no such team. */
export const contentOfTeam = (config: Config, id: string): Promise<TenantContent> =>
  onDatabase(config, async (database, dataSource) => {
    const tenant = await findTenant(id, database);
    const rows = await countTenant(tenant, database, dataSource);
    return { name: tenant.name, rows: Object.fromEntries(rows) };
  });

/** See `deleteTenant`. */
export const deleteTeam = (
  config: Config,
  id: string,
  told: (table: string, rows: number) => void,
): Promise<number> =>
  onDatabase(config, (database, dataSource) => deleteTenant(id, database, dataSource, told));

/** See `eraseCustomer`. @throws when there is no such workspace. */
export const eraseCustomerOf = (
  config: Config,
  workspaceId: string,
  email: string,
): Promise<ErasedCustomer> =>
  onDatabase(config, async (database) => {
    const [row] = await database.read(
      `SELECT ${workspaces.pk} FROM ${workspaces.table} WHERE ${workspaces.id} = ?`,
      [workspaceId],
    );
    if (!row) throw new Error(`There is no workspace with the id ${workspaceId}.`);
    return eraseCustomer(row[0] as number, email, database);
  });

/** See `backUp`: without migrating anything. */
export const backUpDatabase = ({ database }: Config, to: string): Promise<number> => backUp(database, to);

/** See `restore`. */
export const restoreDatabase = ({ database }: Config, from: string, isReplaced: boolean): Promise<void> =>
  restore(database, from, isReplaced);
