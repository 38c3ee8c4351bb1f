import type { Pool, PoolConnection, ResultSetHeader } from 'mysql2';
import type { DataSource } from 'typeorm';
import type { PoolState } from '../metrics/metrics.js';
import type { Stored } from '../resource/condition.js';
import { Unavailable } from '../resource/errors.js';
import type { Row } from '../resource/field.js';
import type { Transaction, Written } from '../resource/transaction.js';
import type { Clock } from './clock.js';
import type { Database } from './database.js';
import { MYSQL } from './dialect.js';
import { failureOf } from './failures.js';
import { type QueryWatch, UNWATCHED } from './query-watch.js';
import { persistently, type Session, UnitOfWork } from './unit-of-work.js';

/** Set once for each connection. A list of ids in one column may be long: an order can have thousands of shipments. */
const SETTINGS = [
  'SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED',
  'SET SESSION group_concat_max_len = 16777216',
];

/** Reads and units of work go to TypeORM's own pool as plain SQL. */
export class MysqlDatabase implements Database {
  readonly dialect = MYSQL;
  private readonly pool: Pool;
  private readonly ready = new WeakSet<object>();
  private prepare: ((transaction: Transaction) => void) | undefined;

  constructor(
    dataSource: DataSource,
    private readonly clock: Clock,
    private readonly watch: QueryWatch = UNWATCHED,
  ) {
    this.pool = (dataSource.driver as unknown as { pool: Pool }).pool;
    watch.pool(() => stateOf(this.pool));
  }

  async read(sql: string, params: readonly Stored[], request?: string): Promise<Row[]> {
    const connection = await this.connection();
    try {
      return await new Connected(connection, this.watch, request).read(sql, params);
    } catch (error) {
      throw failureOf(error).kind === 'unavailable' ? new Unavailable() : error;
    } finally {
      connection.release();
    }
  }

  transaction<T>(work: (transaction: Transaction) => Promise<T>, request?: string): Promise<T> {
    return persistently(async () => {
      const connection = await this.connection();
      const session = new Connected(connection, this.watch, request);
      try {
        await session.run('START TRANSACTION');
        const unit = new UnitOfWork(session, MYSQL, this.clock.now());
        this.prepare?.(unit);
        const result = await work(unit);
        await unit.end();
        await session.run('COMMIT');
        unit.committed();
        return result;
      } catch (error) {
        // a connection whose transaction cannot be ended must not go back with it
        await session.run('ROLLBACK').catch(() => connection.destroy());
        throw error;
      } finally {
        connection.release();
      }
    });
  }

  eachUnit(prepare: (transaction: Transaction) => void): void {
    this.prepare = prepare;
  }

  close(): Promise<void> {
    return Promise.resolve();
  }

  /** @throws Unavailable. */
  private connection(): Promise<PoolConnection> {
    const began = performance.now();
    return new Promise((resolve, reject) => {
      this.pool.getConnection((error, connection) => {
        this.watch.waited(began);
        if (error) reject(failureOf(error).kind === 'unavailable' ? new Unavailable() : error);
        else resolve(this.prepared(connection));
      });
    });
  }

  /** The settings are sent first, so that they hold for whatever comes next on the connection. */
  private prepared(connection: PoolConnection): PoolConnection {
    if (this.ready.has(connection)) return connection;
    this.ready.add(connection);
    for (const sql of SETTINGS) connection.query(sql, () => undefined);
    return connection;
  }
}

/** The lists in which mysql2 keeps the connections of a pool; it has no other way to tell. */
interface Lists {
  readonly _allConnections: { readonly length: number };
  readonly _freeConnections: { readonly length: number };
  readonly _connectionQueue: { readonly length: number };
}

function stateOf(pool: Pool): PoolState {
  const { _allConnections: all, _freeConnections: free, _connectionQueue: queue } = pool as unknown as Lists;
  return { busy: all.length - free.length, idle: free.length, waiting: queue.length };
}

/** The callbacks of mysql2 as promises. */
class Connected implements Session {
  constructor(
    private readonly connection: PoolConnection,
    private readonly watch: QueryWatch,
    private readonly request: string | undefined,
  ) {}

  rows<T>(sql: string, params: readonly Stored[]): Promise<T[]> {
    return this.query<T[]>(sql, params, false);
  }

  read(sql: string, params: readonly Stored[]): Promise<Row[]> {
    return this.query<Row[]>(sql, params, true);
  }

  async run(sql: string, params: readonly Stored[] = []): Promise<Written> {
    const { affectedRows, insertId } = await this.query<ResultSetHeader>(sql, params, false);
    return { affected: affectedRows, insertId };
  }

  private query<R>(sql: string, params: readonly Stored[], rowsAsArray: boolean): Promise<R> {
    const began = performance.now();
    return new Promise((resolve, reject) => {
      this.connection.query({ sql, values: params as Stored[], rowsAsArray }, (error, result) => {
        this.watch.ended(sql, began, this.request);
        if (error) reject(error);
        else resolve(result as R);
      });
    });
  }
}
