import type { Stored } from './condition.js';
import type { Row, SqlDialect } from './field.js';

/** What a statement did: how many rows it changed, and the last automatic key. */
export interface Written {
  readonly affected: number;
  readonly insertId: number;
}

/** Names what lives as long as a unit of work, such as the rows that it holds. */
export interface UnitKey<T> {
  readonly create: () => T;
}

/** A key for `Transaction.get`; `create` makes the value when a unit first asks for it. */
export const unitKey = <T>(create: () => T): UnitKey<T> => ({ create });

/** A unit of work on the database: all of it or nothing. */
export interface Transaction {
  readonly dialect: SqlDialect;
  /** The unit's moment, as datetime columns keep it. */
  readonly moment: string;
  rows<T>(sql: string, params?: readonly Stored[]): Promise<T[]>;
  /** Rows as lists of values. */
  read(sql: string, params?: readonly Stored[]): Promise<Row[]>;
  run(sql: string, params?: readonly Stored[]): Promise<Written>;
  /** What this unit keeps under a key: hooks of one write pass on by it what they know. */
  get<T>(key: UnitKey<T>): T;
  set<T>(key: UnitKey<T>, value: T): void;
  /** Does `work` once, at the end of the unit, however often it is asked for under this key. */
  beforeCommit(key: string, work: () => Promise<void>): void;
  /** As `beforeCommit`, after everything else: rows that many want are held for as short as possible. */
  atTheEnd(key: string, work: () => Promise<void>): void;
  /** Does `work` when all of the unit is kept; it must not fail. */
  afterCommit(work: () => void): void;
  /** Does now what was put off, but what is for the very end. */
  finish(): Promise<void>;
}
