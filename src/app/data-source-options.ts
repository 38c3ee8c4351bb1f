import libsql from 'libsql';
import type { DataSourceOptions } from 'typeorm';
import type { Config } from '../config/config.js';
import { boundsOf } from '../core/database/bounds.js';
import { makePrivate } from '../core/database/private-files.js';
import { entities } from './entities.js';
import { migrations } from '../migrations/index.js';

interface SqliteConnection {
  pragma(text: string): unknown;
}

/** How TypeORM reaches the configured database: migrations only, UTC, dates as text. */
export function dataSourceOptions({
  database,
  databasePoolSize,
  databaseTimeout,
}: Config): DataSourceOptions {
  const common = { entities, migrations, migrationsTransactionMode: 'each' as const, synchronize: false };
  if (database.kind === 'sqlite') {
    makePrivate(database.path);
    return {
      ...common,
      type: 'better-sqlite3',
      driver: libsql,
      database: database.path,
      enableWAL: true,
      prepareDatabase: (connection: SqliteConnection) => {
        connection.pragma('busy_timeout = 5000');
        connection.pragma('synchronous = NORMAL');
      },
    };
  }
  return {
    ...common,
    type: 'mysql',
    host: database.host,
    port: database.port,
    username: database.user,
    password: database.password,
    database: database.database,
    charset: 'utf8mb4_bin',
    timezone: 'Z',
    dateStrings: true,
    // numbers are numbers, as SQLite answers them: what was read is compared with what a body says
    bigNumberStrings: false,
    extra: { decimalNumbers: true },
    // MysqlDatabase joins statements of a unit of work; it refuses what is more than one statement by itself
    multipleStatements: true,
    poolSize: databasePoolSize,
    connectTimeout: boundsOf(databaseTimeout).wait,
    ...(database.ssl ? { ssl: {} } : {}),
  };
}
