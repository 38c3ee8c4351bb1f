import { createReadStream } from 'node:fs';
import { access, open, rename, rm, stat } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { createConnection } from 'mysql2/promise';
import type { RowDataPacket } from 'mysql2';
import type { DatabaseConfig } from '../../config/config.js';
import { dump, load, type MysqlConfig } from './mysql-tools.js';
import { copySqlite, replaceSqlite, tablesIn } from './sqlite-copy.js';

const PRIVATE = 0o600;

/**
 * Copies the database as it is at one moment, beside servers that go on: SQLite into a file of its own, MariaDB and MySQL as
 * SQL, compressed with gzip. The file appears when it is whole. @returns its bytes. @throws when there is such a file.
 */
export async function backUp(database: DatabaseConfig, to: string): Promise<number> {
  if (await isThere(to)) throw new Error(`There is a file ${to} already.`);
  const part = `${to}.part`;
  await rm(part, { force: true });
  try {
    if (database.kind === 'sqlite') {
      if (!(await isThere(database.path))) throw new Error(`There is no file ${database.path}.`);
      // SQLite takes an empty file as its own, with its mode
      await (await open(part, 'wx', PRIVATE)).close();
      copySqlite(database.path, part);
    } else {
      const file = await open(part, 'wx', PRIVATE);
      const compress = createGzip();
      await Promise.all([
        pipeline(compress, file.createWriteStream({ flush: true })),
        dump(database, compress),
      ]);
    }
    await rename(part, to);
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  }
  return (await stat(to)).size;
}

/**
 * Brings a backup into the configured database, which is empty or is to be `replaced`; no server may use it meanwhile.
 * @throws when it holds tables and is not to be replaced, or there is no such file.
 */
export async function restore(database: DatabaseConfig, from: string, isReplaced: boolean): Promise<void> {
  if (!(await isThere(from))) throw new Error(`There is no file ${from}.`);
  const refuse = (): never => {
    throw new Error('The database holds tables already: they are replaced with --replace.');
  };
  if (database.kind === 'sqlite') {
    const isEmpty = !(await isThere(database.path)) || tablesIn(database.path).length === 0;
    if (!isEmpty && !isReplaced) refuse();
    await replaceSqlite(from, database.path);
    return;
  }
  if (!(await emptied(database, isReplaced))) refuse();
  const unzipped = createGunzip();
  await Promise.all([pipeline(createReadStream(from), unzipped), load(database, unzipped)]);
}

/** Drops all tables where that is wanted. @returns whether there are none. */
async function emptied(config: MysqlConfig, isWanted: boolean): Promise<boolean> {
  const { host, port, user, password, database, ssl } = config;
  const connection = await createConnection({
    ...{ host, port, user, database },
    ...(password === undefined ? {} : { password }),
    ...(ssl ? { ssl: {} } : {}),
  });
  try {
    const [rows] = await connection.query<RowDataPacket[]>('SHOW TABLES');
    const tables = rows.map((row) => String(Object.values(row)[0]));
    if (tables.length === 0) return true;
    if (!isWanted) return false;
    await connection.query('SET FOREIGN_KEY_CHECKS = 0');
    for (const table of tables) await connection.query('DROP TABLE ??', [table]);
    return true;
  } finally {
    await connection.end();
  }
}

const isThere = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );
