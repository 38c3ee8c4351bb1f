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

/** Units of work of a lane at a time: while one waits for the disk, the next is put together. */
const UNITS_AT_A_TIME = 2;

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
  running: number;
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
 * POSTs that come while others of the same client and kind are being written wait until one of these units of work is done, and
 * then go together in one, as lines of a bulk write do: each keeps its own rules, refusal and answer. Whoever comes alone
 * goes at once and alone.
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
    const lane = this.lanes.get(name) ?? { waiting: [], running: 0 };
    this.lanes.set(name, lane);
    return new Promise((resolve, reject) => {
      lane.waiting.push({ ...creation, resolve, reject });
      this.next(name, lane);
    });
  }

  private next(name: string, lane: Lane): void {
    if (lane.waiting.length === 0 && lane.running === 0) this.lanes.delete(name);
    if (lane.waiting.length === 0 || lane.running === UNITS_AT_A_TIME) return;
    lane.running++;
    void this.write(lane.waiting.splice(0, MOST)).finally(() => {
      lane.running--;
      this.next(name, lane);
    });
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
