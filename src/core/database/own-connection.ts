import { createConnection, type ResultSetHeader } from 'mysql2';
import type { DataSource } from 'typeorm';
import type { Stored } from '../metadata/condition.js';
import { within } from './bounds.js';

/** A connection to MariaDB or MySQL beside the pool, whose statements have a bound; one that exceeds it ends it. */
export interface OwnConnection {
  query<T>(sql: string, params?: readonly Stored[]): Promise<T[]>;
  /** @returns how many rows it changed. */
  run(sql: string, params?: readonly Stored[]): Promise<number>;
  readonly isOpen: boolean;
  close(): void;
}

/** What the data source options of MariaDB and MySQL say of the server. */
interface Credentials {
  readonly host?: string;
  readonly port?: number;
  readonly username?: string;
  readonly password?: string;
  readonly database?: string;
  readonly charset?: string;
  readonly ssl?: object;
}

/** Connects as the pool of a data source does. `bound`: milliseconds for connecting, and for each statement. */
export async function ownConnection({ options }: DataSource, bound: number): Promise<OwnConnection> {
  const { host, port, username, password, database, charset, ssl } = options as Credentials;
  const given = { host, port, user: username, password, database, charset, ssl };
  const connection = createConnection({
    ...Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)),
    connectTimeout: bound,
  });
  let isOpen = true;
  connection.on('error', () => (isOpen = false));
  const close = (): void => {
    isOpen = false;
    connection.destroy();
  };
  const ask = <T>(sql: string, params: readonly Stored[]): Promise<T> =>
    within<T>(
      bound,
      (done) => connection.query(sql, params as Stored[], (error, result) => done(error, result as T)),
      close,
    );
  try {
    await within<void>(bound, (done) => connection.connect((error) => done(error)), close);
  } catch (error) {
    close();
    throw error;
  }
  return {
    query: (sql, params = []) => ask(sql, params),
    run: async (sql, params = []) => (await ask<ResultSetHeader>(sql, params)).affectedRows,
    get isOpen() {
      return isOpen;
    },
    close,
  };
}
