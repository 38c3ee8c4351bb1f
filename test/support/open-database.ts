import type { DataSource } from 'typeorm';
import { readConfig } from '../../src/config/config.js';
import { dataSourceOptions } from '../../src/app/data-source-options.js';
import { Clock } from '../../src/core/database/clock.js';
import { ServerDataSource } from '../../src/core/database/connect.js';
import type { Database } from '../../src/core/database/database.js';
import { MysqlDatabase } from '../../src/core/database/mysql.js';
import { SqliteDatabase } from '../../src/core/database/sqlite.js';
import { createTenant, type Tenant } from '../../src/modules/identity/tenants/create-tenant.js';

/** A connection of the test's own to a database that servers use. */
export interface OpenDatabase {
  readonly dataSource: DataSource;
  readonly database: Database;
  /** All rows of a query, by column name. */
  rows<T>(sql: string, params?: readonly (string | number)[]): Promise<T[]>;
  /** A team with one workspace, and a client. */
  tenant(): Promise<Tenant>;
  close(): Promise<void>;
}

/** The data source of a DATABASE_URL, as the server makes it, not connected. */
export const dataSourceOf = (url: string): DataSource =>
  new ServerDataSource(dataSourceOptions(readConfig({ DATABASE_URL: url })));

/** Connects to a database; its tables are as they are. */
export async function openDatabase(url: string): Promise<OpenDatabase> {
  const dataSource = await dataSourceOf(url).initialize();
  const { options } = dataSource;
  const database =
    options.type === 'better-sqlite3'
      ? new SqliteDatabase(dataSource, options.database, new Clock())
      : new MysqlDatabase(dataSource, new Clock());
  return {
    dataSource,
    database,
    rows: <T>(sql: string, params: readonly (string | number)[] = []) =>
      dataSource.query<T[]>(sql, [...params]),
    tenant: () => {
      const request = {
        team: 'Team',
        email: `user-${Math.random()}@example.com`,
        workspaces: ['Main shop'],
      };
      return database.transaction((transaction) => createTenant(request, transaction));
    },
    close: async () => {
      await database.close();
      await dataSource.destroy();
    },
  };
}
