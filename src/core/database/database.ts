import type { Stored } from '../metadata/condition.js';
import type { Row, SqlDialect } from '../metadata/field.js';
import type { Transaction } from '../metadata/transaction.js';

/** For whom something is asked of the database. */
export interface Origin {
  /** The id of the request, in the log of slow queries. */
  readonly request?: string | undefined;
  /** Whose turn it takes where others wait; without one it is work of the server's own. */
  readonly tenant?: string | undefined;
}

/** The database as the store sees it: quick reads, and units of work. */
export interface Database {
  readonly dialect: SqlDialect;
  /** Rows as lists of values, outside any transaction: only what is committed. */
  read(sql: string, params: readonly Stored[], origin?: Origin): Promise<Row[]>;
  /**
   * All of `work` or nothing. It is done again, from its beginning, when the database gave it up for other writers.
   * @throws Collision when that happens too often, Unavailable when there is no database.
   */
  transaction<T>(work: (transaction: Transaction) => Promise<T>, origin?: Origin): Promise<T>;
  /** Does `prepare` at the beginning of every unit of work from now on, after what was given before. */
  eachUnit(prepare: (transaction: Transaction) => void): void;
  /**
   * The database does what requests need: it is reached, has its tables and takes writes. It is asked on a connection of
   * its own, within a bound of its own, whatever requests wait for. @throws Unavailable.
   */
  assertReady(): Promise<void>;
  /** Waits for what is under way and lets go of what is its own; the data source is closed after it. */
  close(): Promise<void>;
}

/** The token under which Nest injects it. */
export const DATABASE = Symbol('database');
