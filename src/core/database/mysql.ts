import { setTimeout as pause } from 'node:timers/promises';
import type { Pool, PoolConnection, ResultSetHeader, RowDataPacket } from 'mysql2';
import type { DataSource } from 'typeorm';
import type { Stored } from '../metadata/condition.js';
import { Unavailable } from '../metadata/errors.js';
import type { Row } from '../metadata/field.js';
import type { Transaction, Written } from '../metadata/transaction.js';
import { type Bounds, boundsOf, within } from './bounds.js';
import type { Clock } from './clock.js';
import { Connections, type Use } from './connections.js';
import type { Database, Origin } from './database.js';
import { MYSQL } from './dialect.js';
import { availably, codeOf, isOfConnection } from './failures.js';
import { MysqlReadiness } from './mysql-readiness.js';
import { type QueryWatch, UNWATCHED } from './query-watch.js';
import { persistently, type Session, UnitOfWork } from './unit-of-work.js';

/** The server's own bound is a part of ours, so that it ends what is slow, and ours what is silent. */
const SERVERS_PART = 0.8;

/**
 * Set once for each connection. A list of ids in one column may be long: an order can have thousands of shipments.
 * MariaDB and MySQL bound a statement by different names, and refuse the other's.
 */
const settings = ({ statement, wait }: Bounds): readonly string[] => [
  'SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED',
  'SET SESSION group_concat_max_len = 16777216',
  `SET SESSION innodb_lock_wait_timeout = ${Math.ceil(wait / 1000)}`,
  `SET SESSION lock_wait_timeout = ${Math.ceil(wait / 1000)}`,
  `SET SESSION max_statement_time = ${(statement * SERVERS_PART) / 1000}`,
  `SET SESSION max_execution_time = ${Math.ceil(statement * SERVERS_PART)}`,
  // reads, and the snapshots of units of work, wait for what other nodes of a Galera cluster have acknowledged
  'SET SESSION wsrep_sync_wait = 1',
];

/**
 * Whether a node of MariaDB Galera or of MySQL's group replication answers. Such a node may undo a transaction for
 * another node's sake between two statements of one text, without a word to whoever sent it: what comes after, COMMIT
 * too, is then done on its own and succeeds.
 */
const CLUSTER = `SHOW VARIABLES WHERE (Variable_name = 'wsrep_on' AND Value = 'ON')
  OR (Variable_name = 'group_replication_group_name' AND Value <> '')`;

/** How often something is begun again on another connection. */
const ATTEMPTS = 6;

/**
 * Does something that no connection has done when it ended or its node left the cluster: behind a proxy, another
 * connection leads to another node.
 */
async function onSomeNode<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      if (attempt === ATTEMPTS || !isOfConnection(error)) throw error;
      await pause(Math.random() * 20 * attempt);
    }
  }
}

/** How a server waits for its database unless it is told. */
const DEFAULT_BOUNDS = boundsOf(30_000);

/** Reads and units of work go to TypeORM's own pool as plain SQL. */
export class MysqlDatabase implements Database {
  readonly dialect = MYSQL;
  private readonly connections: Connections;
  private readonly readiness: MysqlReadiness;
  private readonly ready = new WeakSet<object>();
  /** Connections to servers that are known to do several statements of one text as they do single ones. */
  private readonly joining = new WeakSet<object>();
  private readonly prepares: ((transaction: Transaction) => void)[] = [];

  constructor(
    dataSource: DataSource,
    private readonly clock: Clock,
    private readonly watch: QueryWatch = UNWATCHED,
    private readonly bounds: Bounds = DEFAULT_BOUNDS,
  ) {
    const { pool } = dataSource.driver as unknown as { pool: Pool & { config: { connectionLimit: number } } };
    this.connections = new Connections(pool, pool.config.connectionLimit, bounds);
    this.readiness = new MysqlReadiness(dataSource);
    watch.pool(() => this.connections.state);
  }

  read(sql: string, params: readonly Stored[], origin?: Origin): Promise<Row[]> {
    return availably(() =>
      onSomeNode(() => this.connected('read', origin, (session) => session.read(sql, params))),
    );
  }

  transaction<T>(work: (transaction: Transaction) => Promise<T>, origin?: Origin): Promise<T> {
    return persistently(() =>
      onSomeNode(() =>
        this.connected('write', origin, async (session) => {
          try {
            session.begin();
            const unit = new UnitOfWork(session, MYSQL, this.clock.now());
            for (const prepare of this.prepares) prepare(unit);
            const result = await work(unit);
            await unit.end();
            await committing(() => session.commit());
            unit.committed();
            return result;
          } catch (error) {
            // a connection whose transaction cannot be ended must not go back with it
            await session.rollback().catch(() => session.destroy());
            throw error;
          }
        }),
      ),
    );
  }

  eachUnit(prepare: (transaction: Transaction) => void): void {
    this.prepares.push(prepare);
  }

  assertReady(): Promise<void> {
    return this.readiness.assert();
  }

  async close(): Promise<void> {
    this.readiness.close();
    await this.connections.close();
  }

  private async connected<T>(
    use: Use,
    origin: Origin | undefined,
    work: (session: Connected) => Promise<T>,
  ): Promise<T> {
    const began = performance.now();
    const connection = await this.connections
      .take(use, origin?.tenant)
      .finally(() => this.watch.waited(began));
    try {
      this.set(connection);
      return await work(
        new Connected(
          connection,
          { watch: this.watch, request: origin?.request },
          this.bounds.statement,
          () => this.joining.has(connection),
          () => this.connections.silent(connection),
        ),
      );
    } catch (error) {
      if (isOfConnection(error)) connection.destroy();
      throw error;
    } finally {
      this.connections.give(connection, use, origin?.tenant);
    }
  }

  /** The settings are sent first, so that they hold for whatever comes next on the connection. */
  private set(connection: PoolConnection): void {
    if (this.ready.has(connection)) return;
    this.ready.add(connection);
    for (const sql of settings(this.bounds)) connection.query(sql, () => undefined);
    connection.query<RowDataPacket[]>(CLUSTER, (error, found) => {
      if (!error && found.length === 0) this.joining.add(connection);
    });
  }
}

/** Nobody knows whether what was lost on its way was done, so it is not done again. @throws Unavailable then. */
async function committing(commit: () => Promise<unknown>): Promise<void> {
  try {
    await commit();
  } catch (error) {
    throw isOfConnection(error) ? new Unavailable(codeOf(error)) : error;
  }
}

/** Characters of statements that wait for the next one at most: servers take a megabyte or more, as they are set. */
const MAX_AHEAD = 250_000;

/** A statement as we write it, and as it is sent: with its values. */
interface Statement {
  readonly sql: string;
  readonly text: string;
}

/**
 * The callbacks of mysql2 as promises. Statements whose results nobody looks at go to the database with the next one, as
 * one text where `joins` says so: a way there and back costs as much as many a statement.
 */
class Connected implements Session {
  /** Statements that wait for the next one, in their order. */
  private ahead: Statement[] = [];
  private hasBegun = false;

  constructor(
    private readonly connection: PoolConnection,
    private readonly observer: { readonly watch: QueryWatch; readonly request: string | undefined },
    private readonly bound: number,
    private readonly joins: () => boolean,
    private readonly isSilent: () => void,
  ) {}

  destroy(): void {
    this.connection.destroy();
  }

  rows<T>(sql: string, params: readonly Stored[]): Promise<T[]> {
    return this.query<T[]>(sql, params, false);
  }

  read(sql: string, params: readonly Stored[]): Promise<Row[]> {
    return this.query<Row[]>(sql, params, true);
  }

  /** Begins a transaction with the first statement. */
  begin(): void {
    this.ahead = [{ sql: BEGIN, text: BEGIN }];
  }

  async commit(): Promise<void> {
    if (this.hasBegun || this.ahead.length > 1) await this.run('COMMIT');
  }

  async rollback(): Promise<void> {
    this.ahead = [];
    if (this.hasBegun) await this.run('ROLLBACK');
  }

  send(sql: string, params: readonly Stored[]): Promise<void> {
    return this.later(this.statement(sql, params));
  }

  /** The text is written at once: to look for thousands of places of values in a text takes longer than to write it. */
  insert(into: string, rows: readonly (readonly Stored[])[]): Promise<void> {
    const sql = single(`INSERT INTO ${into} VALUES`);
    const written = rows.map((row) => `(${row.map((value) => this.connection.escape(value)).join(', ')})`);
    return this.later({ sql, text: `${sql} ${written.join(', ')}` });
  }

  private async later(statement: Statement): Promise<void> {
    const waiting = this.ahead.reduce((sum, each) => sum + each.text.length, 0);
    if (waiting + statement.text.length > MAX_AHEAD) await this.ask(statement, false);
    else this.ahead.push(statement);
  }

  async run(sql: string, params: readonly Stored[] = []): Promise<Written> {
    const { affectedRows, insertId } = await this.query<ResultSetHeader>(sql, params, false);
    return { affected: affectedRows, insertId };
  }

  private query<R>(sql: string, params: readonly Stored[], rowsAsArray: boolean): Promise<R> {
    return this.ask<R>(this.statement(sql, params), rowsAsArray);
  }

  private statement(sql: string, params: readonly Stored[]): Statement {
    return { sql, text: this.connection.format(single(sql), params) };
  }

  private async ask<R>(statement: Statement, rowsAsArray: boolean): Promise<R> {
    const { ahead } = this;
    this.ahead = [];
    if (ahead.length > 0) this.hasBegun = true;
    if (ahead.length > 0 && this.joins()) {
      const results = await this.travel([...ahead, statement], rowsAsArray);
      return (results as readonly unknown[]).at(-1) as R;
    }
    for (const each of ahead) await this.travel([each], false);
    return (await this.travel([statement], rowsAsArray)) as R;
  }

  /** @returns the result of one statement, or the results of several. */
  private async travel(statements: readonly Statement[], rowsAsArray: boolean): Promise<unknown> {
    const began = performance.now();
    const sql = statements.map(({ text }) => text).join('; ');
    try {
      return await within<unknown>(
        this.bound,
        (done) => this.connection.query({ sql, rowsAsArray }, (error, found) => done(error, found)),
        this.isSilent,
      );
    } finally {
      // none of them has a time of its own
      for (const each of statements)
        if (each.sql !== BEGIN) this.observer.watch.ended(each.sql, began, this.observer.request);
    }
  }
}

const BEGIN = 'START TRANSACTION';

/** @throws when a text is more than one statement: only what this file joins is. */
function single(sql: string): string {
  if (sql.includes(';')) throw new Error('A statement has a semicolon in it.');
  return sql;
}
