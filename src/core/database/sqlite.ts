import { setImmediate as nextTurn, setTimeout as pause } from 'node:timers/promises';
import { Logger } from '@nestjs/common';
import Connection, { type Statement } from 'libsql';
import type { DataSource, QueryResult, QueryRunner } from 'typeorm';
import type { Stored } from '../metadata/condition.js';
import { Unavailable } from '../metadata/errors.js';
import type { Row } from '../metadata/field.js';
import type { Transaction } from '../metadata/transaction.js';
import type { Clock } from './clock.js';
import type { Database, Origin } from './database.js';
import { SQLITE } from './dialect.js';
import { availably, codeOf, failureOf } from './failures.js';
import { type QueryWatch, UNWATCHED } from './query-watch.js';
import { SqliteFile } from './sqlite-file.js';
import { Turns } from './turns.js';
import { persistently, type Session, UnitOfWork } from './unit-of-work.js';

/** Prepared statements that are kept; the hot queries are far fewer. */
const STATEMENTS = 200;

/** Milliseconds for which the driver itself waits for a lock of another process: nothing else runs in this one then. */
const DRIVER_WAITS = 5;

/** Milliseconds for which a request waits for such a lock, while others go on. */
const LOCK_TIMEOUT = 5000;

/** Milliseconds of statements after which other requests have their turn. */
const BREATH = 10;

interface Connected {
  pragma(text: string): unknown;
}

/**
 * The embedded database. TypeORM shares one connection between all requests, so units of work take turns on it; reads
 * have a connection of their own, which in WAL mode sees what is committed and waits for nobody.
 */
export class SqliteDatabase implements Database {
  readonly dialect = SQLITE;
  private readonly logger = new Logger('database');
  private readonly reader: InstanceType<typeof Connection>;
  private readonly file: SqliteFile;
  private readonly statements = new Map<string, Statement>();
  /** One unit of work at a time, and one read. */
  private readonly turns = { read: new Turns(1), write: new Turns(1) };
  /** When requests other than the one that writes had their turn last. */
  private breathed = performance.now();
  private readonly prepares: ((transaction: Transaction) => void)[] = [];

  constructor(
    private readonly dataSource: DataSource,
    path: string,
    private readonly clock: Clock,
    private readonly watch: QueryWatch = UNWATCHED,
  ) {
    this.file = new SqliteFile(path);
    this.reader = new Connection(path);
    this.reader.pragma('query_only = 1');
    const { databaseConnection } = dataSource.driver as unknown as { databaseConnection: Connected };
    for (const each of [this.reader as Connected, databaseConnection])
      each.pragma(`busy_timeout = ${DRIVER_WAITS}`);
  }

  async read(sql: string, params: readonly Stored[], origin?: Origin): Promise<Row[]> {
    const asked = performance.now();
    await this.turns.read.take(origin?.tenant);
    try {
      return await availably(() =>
        whenUnlocked(asked, () => {
          this.file.assertSame();
          const began = performance.now();
          const found = this.statement(sql).all(...params) as Row[];
          this.watch.ended(sql, began, origin?.request);
          return found;
        }),
      );
    } finally {
      await this.breathe();
      this.turns.read.give(origin?.tenant);
    }
  }

  private statement(sql: string): Statement {
    const known = this.statements.get(sql);
    if (known) return known;
    const made = this.reader.prepare(sql).raw(true);
    if (this.statements.size >= STATEMENTS) this.statements.delete(this.statements.keys().next().value ?? '');
    this.statements.set(sql, made);
    return made;
  }

  async transaction<T>(work: (transaction: Transaction) => Promise<T>, origin?: Origin): Promise<T> {
    const asked = performance.now();
    await this.turns.write.take(origin?.tenant);
    try {
      await this.breathe();
      this.watch.waited(asked);
      return await persistently(() => this.alone(work, asked, origin?.request));
    } finally {
      this.turns.write.give(origin?.tenant);
    }
  }

  eachUnit(prepare: (transaction: Transaction) => void): void {
    this.prepares.push(prepare);
  }

  assertReady(): Promise<void> {
    return this.file.assertReady(this.dataSource.entityMetadatas.map(({ tableName }) => tableName));
  }

  private async alone<T>(
    work: (transaction: Transaction) => Promise<T>,
    asked: number,
    request: string | undefined,
  ): Promise<T> {
    this.file.assertSame();
    const runner = this.dataSource.createQueryRunner();
    await whenUnlocked(asked, () => runner.query('BEGIN IMMEDIATE'));
    try {
      const unit = new UnitOfWork(this.session(runner, request), SQLITE, this.clock.now());
      for (const prepare of this.prepares) prepare(unit);
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
      await this.breathe();
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
      // the file is in this process: there is no way that could be saved
      send: async (sql, params) => void (await query(sql, params)),
      insert: async (into, rows) => {
        const row = `(${rows[0]?.map(() => '?').join(', ')})`;
        await query(`INSERT INTO ${into} VALUES ${rows.map(() => row).join(', ')}`, rows.flat());
      },
    };
  }

  /**
   * The driver answers before it returns, so a chain of statements would leave nobody else a turn. Reads of others see
   * what is committed, and their units of work wait for this one, so any pause between two statements is safe.
   */
  private async breathe(): Promise<void> {
    if (performance.now() - this.breathed < BREATH) return;
    await nextTurn();
    this.breathed = performance.now();
  }

  async close(): Promise<void> {
    await this.turns.write.isOver();
    this.reader.close();
    await this.fold();
  }

  /** Brings all that was written into the file, so that it is whole alone; others who use it do that when they end. */
  private async fold(): Promise<void> {
    try {
      this.file.assertSame();
      await this.dataSource.query('PRAGMA wal_checkpoint(TRUNCATE)');
    } catch (error) {
      this.logger.warn(`the file was not folded: ${codeOf(error) ?? 'it is not there'}`);
    }
  }
}

/**
 * Does what needs a lock that another process may hold, and waits for it without holding up anybody.
 * @throws Unavailable when it is still held some seconds after the work was `asked` for.
 */
async function whenUnlocked<T>(asked: number, work: () => T | Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if (failureOf(error).kind !== 'collision') throw error;
      if (performance.now() - asked > LOCK_TIMEOUT) throw new Unavailable(codeOf(error));
      await pause(5 + Math.random() * 20);
    }
  }
}
