import { failureOf } from '../database/failures.js';
import { nextSlice } from '../http/time-slices.js';
import type { Stored } from '../metadata/condition.js';
import { ClientError, Collision, Unavailable } from '../metadata/errors.js';
import type { Row, SqlDialect } from '../metadata/field.js';
import type { Batch, Transaction, UnitKey, Written } from '../metadata/transaction.js';

/** What became of a line: what it made, or why it is refused. */
export type LineOutcome<T> =
  | { readonly value: T; readonly refusal?: undefined }
  | { readonly value?: undefined; readonly refusal: ClientError };

/** Lines that go on at a time before other requests may have their turn. */
const SLICE = 20;

/** A line goes by what an earlier line of the unit changes, so it has to be done after that. */
class Dependent extends Error {}

interface Waiting {
  readonly item: unknown;
  readonly line: LineTransaction;
  readonly resolve: (value: never) => void;
  readonly reject: (error: unknown) => void;
}

/** What came of running lines together. */
export interface UnitOutcome<T> {
  /** By the places of the lines. */
  readonly outcomes: readonly LineOutcome<T>[];
  /** The place of the first line that has to wait for another unit. */
  readonly cutAt: number | undefined;
  /** Places of refused lines that have written something before they were refused. */
  readonly halfWritten: readonly number[];
}

/**
 * Lines of a bulk write in one unit of work. Each runs the code of a single write on a transaction of its own; what they
 * ask as `Batch` is gathered until every line waits for an answer, and is then asked for all of them at once. So the rules
 * of a resource are written once, and their statements are as many for some hundred lines as for one.
 */
export class UnitOfLines {
  private readonly queues = new Map<Batch<never, unknown>, Waiting[]>();
  private readonly owners = new Map<string, LineTransaction>();
  private busy = 0;
  private isAsking = false;
  private cutAt: number | undefined;
  /** What the database said that ends the unit: nothing is asked after it, because its transaction may be gone. */
  private failure: { readonly error: unknown } | undefined;
  private turn: Promise<unknown> = Promise.resolve();

  constructor(readonly unit: Transaction) {}

  /** @throws what makes the unit fail as a whole: what the database says, and what is no refusal. */
  async run<T>(works: readonly ((transaction: Transaction) => Promise<T>)[]): Promise<UnitOutcome<T>> {
    const lines = works.map((_, place) => new LineTransaction(this, place));
    this.busy = lines.length;
    const halfWritten: number[] = [];
    const begin = async (work: (typeof works)[number], place: number): Promise<LineOutcome<T>> => {
      const line = lines[place] as LineTransaction;
      try {
        const value = await work(line);
        await line.finish();
        return { value };
      } catch (error) {
        const isOwn =
          error instanceof ClientError && !(error instanceof Unavailable || error instanceof Collision);
        if (error instanceof Dependent) this.cut(place);
        else if (!isOwn) this.failure ??= { error };
        else if (line.hasWritten) halfWritten.push(place);
        return { refusal: isOwn ? error : new Collision() };
      } finally {
        this.goesOn(-1);
      }
    };
    const running: Promise<LineOutcome<T>>[] = [];
    for (const [place, work] of works.entries()) {
      if (place % SLICE === 0) await nextSlice();
      running.push(begin(work, place));
    }
    const outcomes = await Promise.all(running);
    if (this.failure) throw this.failure.error;
    return { outcomes, cutAt: this.cutAt, halfWritten };
  }

  ask<K, V>(batch: Batch<K, V>, item: K, line: LineTransaction): Promise<V> {
    return new Promise<V>((resolve, reject) => {
      const queue = this.queues.get(batch) ?? [];
      this.queues.set(batch, queue);
      queue.push({ item, line, resolve, reject });
      if (line.waiting++ === 0) this.goesOn(-1);
    });
  }

  /** Statements of single lines, one after the other. */
  one<T>(work: (unit: Transaction) => Promise<T>): Promise<T> {
    const mine = this.turn.then(() => this.unlessFailed(() => work(this.unit)));
    this.turn = mine.catch(() => undefined);
    return mine;
  }

  private async unlessFailed<T>(work: () => Promise<T>): Promise<T> {
    if (this.failure) throw this.failure.error;
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof ClientError) && failureOf(error).kind !== 'duplicate')
        this.failure ??= { error };
      throw error;
    }
  }

  claim(key: string, line: LineTransaction): void {
    const owner = this.owners.get(key);
    if (!owner || owner === line) {
      this.owners.set(key, line);
      return;
    }
    if (owner.place < line.place) throw new Dependent();
    this.cut(owner.place);
    this.owners.set(key, line);
  }

  private cut(place: number): void {
    this.cutAt = Math.min(place, this.cutAt ?? place);
  }

  /** So many more lines have something to do; when none has, what they wait for is asked. */
  private goesOn(more: number): void {
    this.busy += more;
    if (this.busy === 0 && this.queues.size > 0 && !this.isAsking) void this.askAll();
  }

  private async askAll(): Promise<void> {
    this.isAsking = true;
    // the last line may ask more than one thing side by side
    await settled();
    while (this.busy === 0 && this.queues.size > 0) {
      const queues = [...this.queues];
      this.queues.clear();
      const answered: (() => void)[] = [];
      for (const [batch, waiting] of queues) {
        waiting.sort((one, other) => one.line.place - other.line.place);
        try {
          const items = waiting.map(({ item }) => item) as never[];
          const values = await this.one((unit) => batch.load(items, unit));
          waiting.forEach(({ resolve }, at) => answered.push(() => resolve(values[at] as never)));
        } catch (error) {
          for (const { reject } of waiting) answered.push(() => reject(error));
        }
      }
      for (const [, waiting] of queues) for (const { line } of waiting) if (--line.waiting === 0) this.busy++;
      for (const [at, answer] of answered.entries()) {
        if (at % SLICE === 0) await nextSlice();
        answer();
      }
      await settled();
    }
    this.isAsking = false;
    this.goesOn(0);
  }
}

/** Lines that have an answer go on before anything else is asked. */
const settled = (): Promise<void> => new Promise((resolve) => void setImmediate(resolve));

/** What a line sees of its unit of work. */
class LineTransaction implements Transaction {
  readonly dialect: SqlDialect;
  readonly moment: string;
  readonly gathers = true;
  /** Answers that it waits for. */
  waiting = 0;
  hasWritten = false;
  private readonly last = new Map<string, () => Promise<void>>();

  constructor(
    private readonly lines: UnitOfLines,
    readonly place: number,
  ) {
    ({ dialect: this.dialect, moment: this.moment } = lines.unit);
  }

  rows<T>(sql: string, params?: readonly Stored[]): Promise<T[]> {
    return this.lines.one((unit) => unit.rows<T>(sql, params));
  }

  read(sql: string, params?: readonly Stored[]): Promise<Row[]> {
    return this.lines.one((unit) => unit.read(sql, params));
  }

  run(sql: string, params?: readonly Stored[]): Promise<Written> {
    this.hasWritten = true;
    return this.lines.one((unit) => unit.run(sql, params));
  }

  send(sql: string, params?: readonly Stored[]): Promise<void> {
    this.hasWritten = true;
    return this.lines.one((unit) => unit.send(sql, params));
  }

  insert(into: string, rows: readonly (readonly Stored[])[]): Promise<void> {
    this.hasWritten = true;
    return this.lines.one((unit) => unit.insert(into, rows));
  }

  batch<K, V>(batch: Batch<K, V>, item: K): Promise<V> {
    if (batch.writes) this.hasWritten = true;
    return this.lines.ask(batch, item, this);
  }

  claim(table: string, keys: readonly (string | number)[]): void {
    for (const key of keys) this.lines.claim(`${table} ${key}`, this);
  }

  get<T>(key: UnitKey<T>): T {
    return this.lines.unit.get(key);
  }

  set<T>(key: UnitKey<T>, value: T): void {
    this.lines.unit.set(key, value);
  }

  beforeCommit(key: string, work: () => Promise<void>): void {
    this.last.delete(key);
    this.last.set(key, work);
  }

  atTheEnd(key: string, work: () => Promise<void>): void {
    this.lines.unit.atTheEnd(key, work);
  }

  afterCommit(work: () => void): void {
    this.lines.unit.afterCommit(work);
  }

  async finish(): Promise<void> {
    for (const [key, work] of this.last) {
      this.last.delete(key);
      await work();
    }
  }
}
