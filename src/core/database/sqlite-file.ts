import { type Stats, statSync } from 'node:fs';
import Connection from 'libsql';
import { Unavailable } from '../metadata/errors.js';
import { availably, failureOf } from './failures.js';

/** The file that connections have been opened to. */
export class SqliteFile {
  private readonly opened: Stats | undefined;

  constructor(private readonly path: string) {
    this.opened = this.now();
  }

  /**
   * A file that was moved, deleted or replaced would take what nobody finds again.
   * @throws Unavailable until the process is started again.
   */
  assertSame(): void {
    const now = this.now();
    if (now?.ino !== this.opened?.ino || now?.dev !== this.opened?.dev)
      throw new Unavailable('the file is not the one that was opened');
  }

  /** Looks into each table, on a connection that remembers nothing of the file. @throws Unavailable. */
  assertReady(tables: readonly string[]): Promise<void> {
    return availably(() => {
      this.assertSame();
      const connection = new Connection(this.path);
      try {
        for (const table of tables) connection.prepare(`SELECT 1 FROM ${table} LIMIT 1`).all();
        assertWritable(connection);
      } finally {
        connection.close();
      }
    });
  }

  private now(): Stats | undefined {
    return statSync(this.path, { throwIfNoEntry: false });
  }
}

/** Somebody who writes just now has shown it. */
function assertWritable(connection: InstanceType<typeof Connection>): void {
  try {
    connection.exec('BEGIN IMMEDIATE');
    connection.exec('ROLLBACK');
  } catch (error) {
    if (failureOf(error).kind !== 'collision') throw error;
  }
}
