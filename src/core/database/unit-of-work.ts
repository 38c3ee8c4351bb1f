import { setTimeout as pause } from 'node:timers/promises';
import type { Stored } from '../metadata/condition.js';
import { toStored } from '../metadata/datetime.js';
import { BadInput, Collision, Unavailable } from '../metadata/errors.js';
import type { Row, SqlDialect } from '../metadata/field.js';
import type { Batch, Transaction, UnitKey, Written } from '../metadata/transaction.js';
import { codeOf, errnoOf, failureOf } from './failures.js';

const ATTEMPTS = 8;
/** A lock that was waited for as often as this is held by somebody who does not let go. */
const LOCK_WAITS = 2;
const LOCK_WAIT_TIMEOUT = 1205;

/**
 * Does the work, and again when the database gave it up for other writers, with growing random pauses.
 * @throws Unavailable, Collision, BadInput.
 */
export async function persistently<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      const { kind } = failureOf(error);
      if (kind === 'unavailable') throw new Unavailable(codeOf(error));
      if (errnoOf(error) === LOCK_WAIT_TIMEOUT && attempt >= LOCK_WAITS) throw new Unavailable(codeOf(error));
      // the second try looks for the row that has gone, and says which it is; where it does not, it cannot
      if (kind === 'gone' && attempt > 1)
        throw new BadInput('Something that is referred to has been deleted.');
      if (kind !== 'collision' && kind !== 'gone') throw error;
      if (attempt === ATTEMPTS) throw new Collision();
      await pause(Math.random() * 10 * 2 ** attempt);
    }
  }
}

/** A connection on which a transaction has begun. */
export interface Session {
  rows<T>(sql: string, params: readonly Stored[]): Promise<T[]>;
  read(sql: string, params: readonly Stored[]): Promise<Row[]>;
  run(sql: string, params: readonly Stored[]): Promise<Written>;
  send(sql: string, params: readonly Stored[]): Promise<void>;
  insert(into: string, rows: readonly (readonly Stored[])[]): Promise<void>;
}

/** A transaction on a session, between its BEGIN and COMMIT. */
export class UnitOfWork implements Transaction {
  readonly gathers = false;
  private readonly state = new Map<UnitKey<unknown>, unknown>();
  private readonly last = new Map<string, () => Promise<void>>();
  private readonly veryLast = new Map<string, () => Promise<void>>();
  private readonly kept: (() => void)[] = [];

  constructor(
    private readonly session: Session,
    readonly dialect: SqlDialect,
    now: number,
    readonly moment = toStored(now),
  ) {}

  rows<T>(sql: string, params: readonly Stored[] = []): Promise<T[]> {
    return this.session.rows<T>(sql, params);
  }

  read(sql: string, params: readonly Stored[] = []): Promise<Row[]> {
    return this.session.read(sql, params);
  }

  run(sql: string, params: readonly Stored[] = []): Promise<Written> {
    return this.session.run(sql, params);
  }

  send(sql: string, params: readonly Stored[] = []): Promise<void> {
    return this.session.send(sql, params);
  }

  insert(into: string, rows: readonly (readonly Stored[])[]): Promise<void> {
    return this.session.insert(into, rows);
  }

  async batch<K, V>({ load }: Batch<K, V>, item: K): Promise<V> {
    return (await load([item], this))[0] as V;
  }

  claim(): void {
    // whoever writes alone waits for the database's own locks
  }

  get<T>(key: UnitKey<T>): T {
    if (!this.state.has(key)) this.state.set(key, key.create());
    return this.state.get(key) as T;
  }

  set<T>(key: UnitKey<T>, value: T): void {
    this.state.set(key, value);
  }

  beforeCommit(key: string, work: () => Promise<void>): void {
    this.last.delete(key);
    this.last.set(key, work);
  }

  atTheEnd(key: string, work: () => Promise<void>): void {
    this.veryLast.set(key, work);
  }

  afterCommit(work: () => void): void {
    this.kept.push(work);
  }

  /** Tells whoever waits that all of it is kept. */
  committed(): void {
    for (const work of this.kept) work();
  }

  /** Does what was put off; that may put off more. */
  async finish(): Promise<void> {
    for (const [key, work] of this.last) {
      this.last.delete(key);
      await work();
    }
  }

  /** Does all that is left before COMMIT. */
  async end(): Promise<void> {
    await this.finish();
    for (const work of this.veryLast.values()) await work();
  }
}
