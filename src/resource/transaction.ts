import type { Stored } from './condition.js';
import type { SqlDialect } from './field.js';

/** A unit of work on the database: all of it or nothing. */
export interface Transaction {
  readonly dialect: SqlDialect;
  /** The unit's moment, as datetime columns keep it. */
  readonly moment: string;
  rows<T>(sql: string, params?: readonly Stored[]): Promise<T[]>;
  /** @returns how many rows changed, and the last automatic key. */
  run(sql: string, params?: readonly Stored[]): Promise<{ affected: number; insertId: number }>;
  /** Does `work` once, at the end of the unit, however often it is asked for under this key. */
  beforeCommit(key: string, work: () => Promise<void>): void;
  /** Does now what was put off to the end. */
  finish(): Promise<void>;
}
