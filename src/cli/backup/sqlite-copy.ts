import { copyFile, open, rename, rm } from 'node:fs/promises';
import Connection from 'libsql';
import { makePrivate } from '../../core/database/private-files.js';

/** What SQLite keeps beside its file. */
const COMPANIONS = ['-wal', '-shm', '-journal'];

/** Milliseconds for which another process may hold the file. */
const LOCK_TIMEOUT = 10_000;

/** Copies all that is committed at one moment into a file that is not there yet; those who write go on meanwhile. */
export function copySqlite(from: string, to: string): void {
  const connection = new Connection(from, { fileMustExist: true });
  try {
    connection.pragma(`busy_timeout = ${LOCK_TIMEOUT}`);
    connection.prepare('VACUUM INTO ?').run(to);
  } finally {
    connection.close();
  }
}

/** Puts a copy in a file's place, at once. Nobody may have the file open. @throws when the copy is damaged, or none. */
export async function replaceSqlite(copy: string, path: string): Promise<void> {
  assertWhole(copy);
  makePrivate(path);
  const beside = `${path}.restoring`;
  await copyFile(copy, beside);
  const file = await open(beside, 'r+', 0o600);
  await file.chmod(0o600);
  await file.sync();
  await file.close();
  for (const ending of COMPANIONS) await rm(path + ending, { force: true });
  await rename(beside, path);
}

/** The names of the tables in a file. */
export function tablesIn(path: string): string[] {
  const connection = new Connection(path);
  try {
    const found = connection
      .prepare("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'")
      .all() as { name: string }[];
    return found.map(({ name }) => name);
  } finally {
    connection.close();
  }
}

function assertWhole(path: string): void {
  const connection = new Connection(path, { fileMustExist: true });
  try {
    const [row] = connection.prepare('PRAGMA quick_check(1)').all() as { quick_check: string }[];
    if (row?.quick_check !== 'ok') throw new Error(`The file ${path} is damaged.`);
  } finally {
    connection.close();
  }
}
