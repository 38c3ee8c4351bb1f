import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { DataSource } from 'typeorm';
import { AppModule } from '../app/app.module.js';
import type { Config } from '../config/config.js';
import { DATABASE, type Database } from '../core/database/database.js';

/** Milliseconds for which a command waits for a database that is away; a server waits until it comes. */
export const CONNECT_TIMEOUT_MS = 5000;

/** Work on the configured database, with its tables up to date, beside servers that may be running on it. */
export const onDatabase = <T>(
  config: Config,
  work: (database: Database, dataSource: DataSource) => Promise<T>,
): Promise<T> =>
  inContext(config, (context) => work(context.get<Database>(DATABASE), context.get(DataSource)));

export async function inContext<T>(
  config: Config,
  work: (context: INestApplicationContext) => Promise<T>,
): Promise<T> {
  const quiet = { logger: false, abortOnError: false } as const;
  const context = await NestFactory.createApplicationContext(
    AppModule.of({ ...config, worker: false }, CONNECT_TIMEOUT_MS),
    quiet,
  );
  try {
    return await work(context);
  } finally {
    await context.close();
  }
}
