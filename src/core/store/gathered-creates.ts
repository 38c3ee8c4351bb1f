import { setTimeout as pause } from 'node:timers/promises';
import { type Condition, isIn } from '../metadata/condition.js';
import { Unavailable } from '../metadata/errors.js';
import type { Resource } from '../metadata/resource.js';
import { type Batch, readBatch, type Transaction } from '../metadata/transaction.js';
import type { Json } from '../serializer/reader.js';
import type { LineResult } from './bulk-lines.js';
import type { BulkWrites } from './bulk-writes.js';
import type { Caller } from './caller.js';
import type { PreparedLine } from './line-waves.js';
import type { PreparedWrite } from './prepared-write.js';
import type { WriteOptions } from './store-options.js';

/** Clients that had an answer a moment ago are waited for so long: whoever writes in a row sends the next request at once. */
const MOMENT_MS = 3;

/** A unit of work that takes longer, such as one that waits for a locked row, no longer holds up the next. */
const LONG_MS = 250;

/** Requests of a unit at most: each waits until all of them are kept. */
const MOST = 50;

/** A POST whose body has been read. */
export interface Creation {
  readonly resource: Resource;
  readonly write: PreparedWrite;
  readonly caller: Caller;
  readonly options: WriteOptions;
}

interface Waiting extends Creation {
  readonly resolve: (item: Json) => void;
  readonly reject: (error: unknown) => void;
}

/** Requests of one client for one kind of item. */
interface Lane {
  readonly waiting: Waiting[];
  /** Looks whether enough have come. */
  came?: () => void;
}

/** Makes an item in a unit of work of its own. */
type CreateAlone = (
  resource: Resource,
  write: PreparedWrite,
  caller: Caller,
  options: WriteOptions,
) => Promise<Json>;

type ReadItems = (
  resource: Resource,
  ld: boolean,
  where: Condition,
  transaction: Transaction,
) => Promise<readonly Json[]>;

/**
 * POSTs that come while others of the same client and kind are being written wait until that unit of work is done, and then go
 * together in one, as lines of a bulk write do: each keeps its own rules, refusal and answer. Whoever comes alone goes at
 * once and alone.
 */
export class GatheredCreates {
  private readonly lanes = new Map<string, Lane>();
  private readonly answers = new Map<Resource, Record<'ld' | 'plain', Batch<string, Json>>>();

  constructor(
    private readonly bulk: BulkWrites,
    private readonly alone: CreateAlone,
    private readonly read: ReadItems,
  ) {}

  /** @returns the new item. @throws what a unit of work of its own does. */
  create(creation: Creation): Promise<Json> {
    const { resource, caller } = creation;
    const name = `${resource.path} ${caller.userPk} ${caller.clientPk}`;
    return new Promise((resolve, reject) => {
      const lane = this.lanes.get(name) ?? { waiting: [] };
      lane.waiting.push({ ...creation, resolve, reject });
      lane.came?.();
      if (this.lanes.has(name)) return;
      this.lanes.set(name, lane);
      void this.serve(name, lane);
    });
  }

  /** Writes one unit after the other, until nobody comes any more; does not fail. */
  private async serve(name: string, lane: Lane): Promise<void> {
    for (let usual = 1; ;) {
      await untilCome(lane, usual);
      const all = lane.waiting.splice(0, MOST);
      if (all.length === 0) break;
      const done = new AbortController();
      const long = pause(LONG_MS, undefined, { signal: done.signal }).catch(() => undefined);
      await Promise.race([this.write(all), long]);
      done.abort();
      usual = Math.min(all.length + lane.waiting.length, MOST);
    }
    this.lanes.delete(name);
  }

  /** Makes the items and tells everybody; does not fail. */
  private async write(all: readonly Waiting[]): Promise<void> {
    const [first] = all;
    if (!first || all.length === 1) return this.each(all);
    const items = new Map<Waiting, Json>();
    let done = 0;
    const kept = (results: readonly LineResult[]): void => {
      for (const { refusal } of results) {
        const one = all[done++] as Waiting;
        if (refusal) one.reject(refusal);
        else one.resolve(items.get(one) as Json);
      }
    };
    try {
      const lines = all.map((one) => this.lineOf(one, (item) => items.set(one, item)));
      await this.bulk.together(first.resource, lines, first.caller, kept);
    } catch (error) {
      const left = all.slice(done);
      if (error instanceof Unavailable) for (const { reject } of left) reject(error);
      // what one of them is to blame for is told to that one
      else await this.each(left);
    }
  }

  private async each(all: readonly Waiting[]): Promise<void> {
    for (const { resource, write, caller, options, resolve, reject } of all)
      await this.alone(resource, write, caller, options).then(resolve, reject);
  }

  private lineOf({ resource, write, caller, options }: Waiting, made: (item: Json) => void): PreparedLine {
    return {
      write,
      caller,
      made: async ({ id }, writer, transaction) => {
        transaction.afterCommit(() => writer.remarks.forEach((each) => options.remark?.(each)));
        await transaction.finish();
        const item = await transaction.batch(this.answersOf(resource, options.ld), id);
        const shown = Object.fromEntries(writer.shown);
        await options.record?.(transaction, item, shown, true);
        made({ ...item, ...shown });
      },
    };
  }

  /** New items as they are answered, by their ids. */
  private answersOf(resource: Resource, ld: boolean): Batch<string, Json> {
    const known = this.answers.get(resource) ?? {
      ld: this.answersIn(resource, true),
      plain: this.answersIn(resource, false),
    };
    this.answers.set(resource, known);
    return ld ? known.ld : known.plain;
  }

  private answersIn(resource: Resource, ld: boolean): Batch<string, Json> {
    return readBatch(async (ids, transaction) => {
      const items = await this.read(resource, ld, isIn('t.id', ids), transaction);
      const byId = new Map(items.map((item) => [item.id, item]));
      return ids.map((id) => byId.get(id) as Json);
    });
  }
}

/** Waits until as many requests have come, for a moment at most. */
function untilCome(lane: Lane, many: number): Promise<void> {
  return new Promise((resolve) => {
    const go = (): void => {
      clearTimeout(timer);
      delete lane.came;
      resolve();
    };
    const timer = setTimeout(go, MOMENT_MS);
    lane.came = () => {
      if (lane.waiting.length >= many) go();
    };
    lane.came();
  });
}
