import { Logger } from '@nestjs/common';
import type { DataSource, MigrationInterface, QueryRunner } from 'typeorm';
import { failureOf } from './failures.js';
import { sqlNames } from './sql-names.js';
import { Setting } from './setting.entity.js';

/** A migration may say that servers of the version before go on working on the tables that it leaves. */
export interface RollingMigration extends MigrationInterface {
  readonly olderServersGoOn?: boolean;
}

const SETTING = 'migrations_for_older_servers';
const s = sqlNames(Setting);
const logger = new Logger('migrations');

/** The tables are of a newer version than this server, which might misread them. */
export class NewerDatabase extends Error {
  override name = 'NewerDatabase';
  constructor(unknown: readonly string[]) {
    super(
      `The database was brought up to date by a newer Waybill (this one does not know ${unknown.join(', ')}): ` +
        'start that version, or restore a backup from before the update.',
    );
  }
}

/**
 * A server may start on the tables of a newer version where that has said so of all its migrations, so that the servers of
 * both can run beside each other while one replaces the other. @throws NewerDatabase otherwise.
 */
export async function assertNotNewer(dataSource: DataSource): Promise<void> {
  const known = new Set(namedMigrations(dataSource).map(([name]) => name));
  const ran = await namesIn(dataSource, 'SELECT name AS name FROM migrations');
  const unknown = ran.filter((name) => !known.has(name));
  if (unknown.length === 0) return;
  const survived = new Set(await recorded(dataSource));
  if (!unknown.every((name) => survived.has(name))) throw new NewerDatabase(unknown);
  logger.warn(
    'the database is of a newer version, which lets servers of this one go on; update this one soon',
  );
}

/** After migrations ran: leaves for older servers which of them they can live with. */
export async function recordForOlderServers(dataSource: DataSource, runner: QueryRunner): Promise<void> {
  const survived = namedMigrations(dataSource)
    .filter(([, { olderServersGoOn }]) => olderServersGoOn === true)
    .map(([name]) => name);
  if (survived.length === 0) return;
  await runner.query(`DELETE FROM ${s.table} WHERE ${s.name} = ?`, [SETTING]);
  await runner.query(`INSERT INTO ${s.table} (${s.name}, ${s.content}) VALUES (?, ?)`, [
    SETTING,
    JSON.stringify(survived),
  ]);
}

const namedMigrations = ({ migrations }: DataSource): readonly (readonly [string, RollingMigration])[] =>
  migrations.map((migration) => [migration.name ?? migration.constructor.name, migration]);

async function recorded(dataSource: DataSource): Promise<string[]> {
  const [content] = await namesIn(
    dataSource,
    `SELECT ${s.content} AS name FROM ${s.table} WHERE ${s.name} = '${SETTING}'`,
  );
  return content === undefined ? [] : (JSON.parse(content) as string[]);
}

/** Nothing where the table is not there yet. */
async function namesIn(dataSource: DataSource, sql: string): Promise<string[]> {
  try {
    return (await dataSource.query<{ name: string }[]>(sql)).map(({ name }) => name);
  } catch (error) {
    if (failureOf(error).kind === 'unavailable') return [];
    throw error;
  }
}
