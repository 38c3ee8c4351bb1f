import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe } from '@jest/globals';
import { createConnection } from 'mysql2/promise';

/** An empty database of its own for one `describe`; `url()` is known once `beforeAll` has run. */
export interface TestDatabase {
  readonly kind: 'sqlite' | 'mariadb';
  /** What DATABASE_URL takes: `sqlite:<path>` or `mysql://root@127.0.0.1:<port>/<name>`. */
  url(): string;
}

export interface CreatedDatabase {
  url: string;
  remove(): Promise<void>;
}

/** Registers the same tests once for every database of this run, each on a fresh, empty database. */
export function onEachDatabase(define: (database: TestDatabase) => void): void {
  const server = process.env.TEST_MARIADB_URL;
  if (process.env.WAYBILL_TEST_DATABASES !== 'mariadb') {
    describe('on SQLite', () => onDatabase('sqlite', createSqlite, define));
  }
  if (server) {
    describe('on MariaDB', () => onDatabase('mariadb', () => createMariadb(server), define));
  }
}

/** Makes the database before any hook of the tests and removes it after all of them: their servers use it to their end. */
function onDatabase(
  kind: TestDatabase['kind'],
  create: () => Promise<CreatedDatabase>,
  define: (database: TestDatabase) => void,
): void {
  let created: CreatedDatabase | undefined;
  beforeAll(async () => {
    created = await create();
  });
  define({
    kind,
    url() {
      if (!created) throw new Error('The database exists only inside hooks and tests.');
      return created.url;
    },
  });
  afterAll(async () => {
    await created?.remove();
  });
}

/** A further empty database, which whoever asked for it removes. */
export const createDatabase = (kind: TestDatabase['kind']): Promise<CreatedDatabase> =>
  kind === 'sqlite' ? createSqlite() : createMariadb(process.env.TEST_MARIADB_URL ?? '');

async function createSqlite(): Promise<CreatedDatabase> {
  const directory = await mkdtemp(join(tmpdir(), 'waybill-sqlite-'));
  return {
    url: `sqlite:${join(directory, 'test.sqlite')}`,
    remove: () => rm(directory, { recursive: true, force: true }),
  };
}

async function createMariadb(server: string): Promise<CreatedDatabase> {
  const name = `waybill_${randomBytes(8).toString('hex')}`;
  await execute(server, `CREATE DATABASE ${name} CHARACTER SET utf8mb4 COLLATE utf8mb4_bin`);
  return { url: `${server}/${name}`, remove: () => execute(server, `DROP DATABASE ${name}`) };
}

async function execute(server: string, sql: string): Promise<void> {
  const connection = await createConnection(server);
  try {
    await connection.query(sql);
  } finally {
    await connection.end();
  }
}
