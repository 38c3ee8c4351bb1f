import Connection, { type Statement } from 'libsql';
import type { DataSource, QueryResult, QueryRunner } from 'typeorm';
import type { Stored } from '../resource/condition.js';
import type { Row } from '../resource/field.js';
import type { Transaction } from '../resource/transaction.js';
import type { Clock } from './clock.js';
import type { Database } from './database.js';
import { SQLITE } from './dialect.js';
import { type QueryWatch, UNWATCHED } from './query-watch.js';
import { persistently, type Session, UnitOfWork } from './unit-of-work.js';

/** Prepared statements that are kept; the hot queries are far fewer. */
const STATEMENTS = 200;

/**
 * The embedded database. TypeORM shares one connection between all requests, so units of work take turns on it; reads
 * have a connection of their own, which in WAL mode sees what is committed and waits for nobody.
 */
export class SqliteDatabase implements Database {
  readonly dialect = SQLITE;
  private readonly reader: InstanceType<typeof Connection>;
  private readonly statements = new Map<string, Statement>();
  private turn: Promise<unknown> = Promise.resolve();
  private prepare: ((transaction: Transaction) => void) | undefined;

  constructor(
    private readonly dataSource: DataSource,
    path: string,
    private readonly clock: Clock,
    private readonly watch: QueryWatch = UNWATCHED,
  ) {
    this.reader = new Connection(path);
    this.reader.pragma('busy_timeout = 5000');
    this.reader.pragma('query_only = 1');
  }

  // eslint-disable-next-line @typescript-eslint/require-await -- libsql answers at once; a failure is a rejection
  async read(sql: string, params: readonly Stored[], request?: string): Promise<Row[]> {
    const began = performance.now();
    const rows = this.statement(sql).all(...params) as Row[];
    this.watch.ended(sql, began, request);
    return rows;
  }

  private statement(sql: string): Statement {
    const known = this.statements.get(sql);
    if (known) return known;
    const made = this.reader.prepare(sql).raw(true);
    if (this.statements.size >= STATEMENTS) this.statements.delete(this.statements.keys().next().value ?? '');
    this.statements.set(sql, made);
    return made;
  }

  transaction<T>(work: (transaction: Transaction) => Promise<T>, request?: string): Promise<T> {
    const asked = performance.now();
    const mine = this.turn.then(() => {
      this.watch.waited(asked);
      return persistently(() => this.alone(work, request));
    });
    this.turn = mine.catch(() => undefined);
    return mine;
  }

  eachUnit(prepare: (transaction: Transaction) => void): void {
    this.prepare = prepare;
  }

  private async alone<T>(
    work: (transaction: Transaction) => Promise<T>,
    request: string | undefined,
  ): Promise<T> {
    const runner = this.dataSource.createQueryRunner();
    await runner.query('BEGIN IMMEDIATE');
    try {
      const unit = new UnitOfWork(this.session(runner, request), SQLITE, this.clock.now());
      this.prepare?.(unit);
      const result = await work(unit);
      await unit.end();
      await runner.query('COMMIT');
      unit.committed();
      return result;
    } catch (error) {
      await runner.query('ROLLBACK').catch(() => undefined);
      throw error;
    }
  }

  /** TypeORM's connection. */
  private session(runner: QueryRunner, request: string | undefined): Session {
    const query = async <T>(sql: string, params: readonly Stored[]): Promise<QueryResult<T>> => {
      const began = performance.now();
      const result = (await runner.query(sql, [...params], true)) as QueryResult<T>;
      this.watch.ended(sql, began, request);
      return result;
    };
    return {
      rows: async <T>(sql: string, params: readonly Stored[]) => (await query<T>(sql, params)).records,
      read: async (sql, params) =>
        (await query<object>(sql, params)).records.map((row) => Object.values(row) as Row),
      run: async (sql, params) => {
        const result = await query(sql, params);
        return { affected: result.affected ?? 0, insertId: Number(result.raw) };
      },
    };
  }

  async close(): Promise<void> {
    await this.turn;
    this.reader.close();
  }
}
