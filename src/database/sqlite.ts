import Connection, { type Statement } from 'libsql';
import type { DataSource } from 'typeorm';
import type { Stored } from '../resource/condition.js';
import type { Row } from '../resource/field.js';
import type { Transaction } from '../resource/transaction.js';
import type { Clock } from './clock.js';
import type { Database } from './database.js';
import { SQLITE } from './dialect.js';
import { persistently, UnitOfWork } from './unit-of-work.js';

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

  constructor(
    private readonly dataSource: DataSource,
    path: string,
    private readonly clock: Clock,
  ) {
    this.reader = new Connection(path);
    this.reader.pragma('busy_timeout = 5000');
    this.reader.pragma('query_only = 1');
  }

  // eslint-disable-next-line @typescript-eslint/require-await -- libsql answers at once; a failure is a rejection
  async read(sql: string, params: readonly Stored[]): Promise<Row[]> {
    return this.statement(sql).all(...params) as Row[];
  }

  private statement(sql: string): Statement {
    const known = this.statements.get(sql);
    if (known) return known;
    const made = this.reader.prepare(sql).raw(true);
    if (this.statements.size >= STATEMENTS) this.statements.delete(this.statements.keys().next().value ?? '');
    this.statements.set(sql, made);
    return made;
  }

  transaction<T>(work: (transaction: Transaction) => Promise<T>): Promise<T> {
    const mine = this.turn.then(() => persistently(() => this.alone(work)));
    this.turn = mine.catch(() => undefined);
    return mine;
  }

  private async alone<T>(work: (transaction: Transaction) => Promise<T>): Promise<T> {
    const runner = this.dataSource.createQueryRunner();
    await runner.query('BEGIN IMMEDIATE');
    try {
      const unit = new UnitOfWork(runner, SQLITE, this.clock.now());
      const result = await work(unit);
      await unit.finish();
      await runner.query('COMMIT');
      return result;
    } catch (error) {
      await runner.query('ROLLBACK').catch(() => undefined);
      throw error;
    }
  }

  async close(): Promise<void> {
    await this.turn;
    this.reader.close();
  }
}
