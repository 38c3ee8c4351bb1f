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

/**
 * Something that one row asks the database for, and that is asked for many rows with one statement where a unit of work
 * writes many. `load` answers in the order of the items; for one item it makes the statements that a single write makes.
 */
export interface Batch<K, V> {
  /** It changes rows; everything else only reads, or holds them. */
  readonly writes: boolean;
  readonly load: (items: readonly K[], transaction: Transaction) => Promise<readonly V[]>;
}

/** A batch that only reads, or holds rows. */
export const readBatch = <K, V>(load: Batch<K, V>['load']): Batch<K, V> => ({ writes: false, load });

/** A batch that changes rows. */
export const writeBatch = <K, V = void>(load: Batch<K, V>['load']): Batch<K, V> => ({ writes: true, load });

/** A unit of work on the database: all of it or nothing. */
export interface Transaction {
  readonly dialect: SqlDialect;
  /** The unit's moment, as datetime columns keep it. */
  readonly moment: string;
  /** Whether what is asked as a batch side by side comes into one statement: so it is among the lines of a bulk write. */
  readonly gathers: boolean;
  rows<T>(sql: string, params?: readonly Stored[]): Promise<T[]>;
  /** Rows as lists of values. */
  read(sql: string, params?: readonly Stored[]): Promise<Row[]>;
  run(sql: string, params?: readonly Stored[]): Promise<Written>;
  /**
   * As `run`, of a statement whose result nobody looks at: it may go to the database together with the next one, before it, and
   * what the database says against it is thrown there.
   */
  send(sql: string, params?: readonly Stored[]): Promise<void>;
  /** Inserts rows with one statement, as `send` sends it. @param into the table with the columns of the values: `orders (id, total)`. */
  insert(into: string, rows: readonly (readonly Stored[])[]): Promise<void>;
  /** What a batch answers for one item; alone at once, among the lines of a bulk write together with theirs. */
  batch<K, V>(batch: Batch<K, V>, item: K): Promise<V>;
  /**
   * Says that a line goes by something which another line of the same unit may change: a row that it holds, a number that
   * it takes. Of two lines that say the same, the later one waits for the next unit. Alone it does nothing.
   */
  claim(table: string, keys: readonly (string | number)[]): void;
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
