import { chmodSync, closeSync, existsSync, mkdirSync, openSync, readdirSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { Logger } from '@nestjs/common';

const FILE_MODE = 0o600;
const DIRECTORY_MODE = 0o700;

/** What SQLite keeps beside its file; it makes them with the file's mode. */
const COMPANIONS = ['-wal', '-shm', '-journal'];

/**
 * Makes the file of a SQLite database, and its directory, where they are missing; nobody but this user may read either.
 * A file that was open to others is closed to them, and so is a directory that holds nothing else.
 */
export function makePrivate(path: string): void {
  if (path === ':memory:') return;
  const directory = dirname(path);
  mkdirSync(directory, { recursive: true, mode: DIRECTORY_MODE });
  closeSync(openSync(path, 'a', FILE_MODE));
  const files = [path, ...COMPANIONS.map((ending) => path + ending)].filter((file) => existsSync(file));
  for (const file of files) restrict(file, FILE_MODE);
  const own = new Set(files.map((file) => basename(file)));
  if (readdirSync(directory).every((name) => own.has(name))) restrict(directory, DIRECTORY_MODE);
}

/** Of another user's file the mode stays as it is. */
function restrict(path: string, mode: number): void {
  try {
    chmodSync(path, mode);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    new Logger('production').warn(
      `The mode of ${basename(path)} cannot be changed (${code}): others may read it.`,
    );
  }
}
