import { setTimeout as pause } from 'node:timers/promises';
import { Logger } from '@nestjs/common';
import { DataSource, type DataSourceOptions } from 'typeorm';
import { codeOf, errnoOf, failureOf } from './failures.js';

const FIRST_RETRY_DELAY_MS = 500;
const MAX_RETRY_DELAY_MS = 15_000;

/** TypeORM's connection, as the server and its commands make it, and TypeORM's own command line by ormconfig.ts. */
export class ServerDataSource extends DataSource {
  /** MariaDB describes its tables otherwise than MySQL does. A URL of either may say `mysql://`, so the server is asked. */
  protected override async buildMetadatas(): Promise<void> {
    if (this.isInitialized && this.options.type === 'mysql') {
      const [row] = await this.query<{ version: string }[]>('SELECT VERSION() AS version');
      // the driver has a copy of the options
      if (row?.version.includes('MariaDB'))
        for (const options of [this.options, this.driver.options])
          Object.assign(options, { type: 'mariadb' });
    }
    await super.buildMetadatas();
  }
}

/** Nest's module for TypeORM would end its connection while others still work; `end` does when they have ended. */
export class LastingDataSource extends ServerDataSource {
  override destroy(): Promise<void> {
    return Promise.resolve();
  }

  end(): Promise<void> {
    return super.destroy();
  }
}

/** A wrong user or password, no right to the database, no such database: waiting mends none of them. */
const REFUSED = new Set<unknown>([1044, 1045, 1049, 1698]);

/**
 * Connects to the database. One that is away is waited for as long as `patience`, in milliseconds; the log says so. One
 * that refuses is not, and neither is a file, which is there or not.
 */
export async function connect(options: DataSourceOptions, patience: number): Promise<LastingDataSource> {
  const logger = new Logger('database');
  const began = performance.now();
  for (let wait = FIRST_RETRY_DELAY_MS; ; wait = Math.min(wait * 2, MAX_RETRY_DELAY_MS)) {
    try {
      const dataSource = new LastingDataSource(options);
      await dataSource.initialize();
      return dataSource;
    } catch (error) {
      const isAway =
        options.type !== 'better-sqlite3' &&
        failureOf(error).kind === 'unavailable' &&
        !REFUSED.has(errnoOf(error));
      if (!isAway || performance.now() - began + wait > patience) throw error;
      logger.warn(
        `the database cannot be reached (${codeOf(error) ?? 'no answer'}); trying again in ${wait / 1000} s`,
      );
      await pause(wait);
    }
  }
}
