import type { Database } from '../database/database.js';
import { failureOf } from '../database/failures.js';
import { excludeSubscriber } from '../outbox/change-set.js';
import { outboxOf } from '../outbox/outbox.js';
import { nextSlice } from '../http/time-slices.js';
import { ClientError, Collision, Unavailable } from '../metadata/errors.js';
import { iriOf, type Resource } from '../metadata/resource.js';
import type { Transaction } from '../metadata/transaction.js';
import type { Caller } from './caller.js';
import { type BulkOptions, type Line, type LineResult, NotWritten } from './bulk-lines.js';
import { type PreparedLine, wavesOf } from './line-waves.js';
import { performWrite, prepareWrite, type PreparedWrite, type ValidateAsync } from './prepared-write.js';
import { UnitOfLines } from './unit-of-lines.js';
import { holdWorkspaces, type Resolution } from './upsert.js';
import type { WriteInput } from './write-input.js';
import type { Writer } from './writer.js';

/** Lines of a unit at most. Rows that others want are held for as long as a unit takes. */
export const LINES_OF_A_UNIT = 500;

/** Items of a unit at most that are changed or deleted, each with what follows from it. */
const ITEMS_OF_A_UNIT = 100;

/** Lines that are read at a time before other requests may have their turn. */
const SLICE = 20;

/** Groups of lines that a unit does one after the other at most: what fails in the last is done again from the first. */
const MAX_WAVES = 8;

/** The unit is done again with fewer lines, or with what is known of some. */
class Again extends Error {
  constructor(
    readonly end: number,
    readonly refused: ReadonlyMap<number, ClientError>,
  ) {
    super();
  }
}

/** All lines are taken back, because one is refused. */
class Rejected extends Error {
  constructor(readonly results: readonly LineResult[]) {
    super();
  }
}

/** Writes the lines of bulk writes, some hundred in a unit of work, as if each were sent alone after those before it. */
export class BulkWrites {
  constructor(
    private readonly database: Database,
    private readonly writer: (transaction: Transaction, caller: Caller) => Writer,
    private readonly validateAsync: ValidateAsync,
  ) {}

  /**
   * @returns what became of each line, in their order.
   * @throws Unavailable when the database goes away; the units that were recorded are done.
   */
  async write(
    resource: Resource,
    lines: readonly Line[],
    caller: Caller,
    options: BulkOptions = {},
  ): Promise<LineResult[]> {
    const prepared: PreparedLine[] = [];
    for (const line of lines) {
      if (prepared.length % SLICE === 0) await nextSlice();
      prepared.push(await this.prepare(resource, line, caller, options.resolution));
    }
    if (options.isAtomic) return this.all(resource, prepared, caller, options);
    const most = resource.lineKeys ? LINES_OF_A_UNIT : 1;
    return this.inUnits(resource, prepared, caller, options, most);
  }

  /** Does the same with each of some items that are there, as `write` does with lines. */
  async change(
    resource: Resource,
    ids: readonly string[],
    work: (writer: Writer, id: string) => Promise<unknown>,
    caller: Caller,
    options: Pick<BulkOptions, 'excludedSubscriber'>,
  ): Promise<LineResult[]> {
    const prepared = ids.map((id): PreparedLine => ({ change: { id, work: (writer) => work(writer, id) } }));
    return this.inUnits(resource, prepared, caller, options, ITEMS_OF_A_UNIT);
  }

  /**
   * Writes new items of several requests in one unit of work, those that go by each other in units of their own.
   * `kept` is told of each when that is kept. @throws what ends the others.
   */
  async together(
    resource: Resource,
    lines: readonly PreparedLine[],
    caller: Caller,
    kept: NonNullable<BulkOptions['kept']>,
  ): Promise<void> {
    await this.inUnits(resource, lines, caller, { kept }, lines.length);
  }

  private async inUnits(
    resource: Resource,
    prepared: readonly PreparedLine[],
    caller: Caller,
    options: BulkOptions,
    most: number,
  ): Promise<LineResult[]> {
    const results: LineResult[] = [];
    let size = most;
    while (results.length < prepared.length) {
      const some = prepared.slice(results.length, results.length + size);
      const done = await this.unit(resource, some, caller, from(results.length, options));
      results.push(...done);
      options.kept?.(done);
      // lines that go by each other are often neighbours
      size = done.length < some.length ? Math.max(1, done.length) : Math.min(size * 2, most);
    }
    return results;
  }

  /** As many of the first lines as one unit of work takes. */
  private async unit(
    resource: Resource,
    lines: readonly PreparedLine[],
    caller: Caller,
    options: UnitOptions,
  ): Promise<LineResult[]> {
    let some = lines;
    let refused: ReadonlyMap<number, ClientError> = new Map();
    let isAgain = false;
    for (;;) {
      try {
        return await this.database.transaction(
          (transaction) => this.attempt(resource, some, refused, { transaction, caller, options }),
          caller,
        );
      } catch (error) {
        if (error instanceof Again) {
          some = some.slice(0, error.end);
          refused = error.refused;
        } else if (error instanceof Unavailable || some.length <= 1) {
          if (!(error instanceof ClientError) || error instanceof Unavailable) throw error;
          const result = { refusal: error };
          await this.recordAlone([result], caller, options);
          return [result];
        } else if (error instanceof ClientError || failureOf(error).kind === 'duplicate') {
          // a second look sees what another request has made meanwhile
          if (isAgain) some = some.slice(0, Math.ceil(some.length / 2));
          isAgain = true;
          refused = new Map();
        } else throw error;
      }
    }
  }

  private async recordAlone(
    results: readonly LineResult[],
    caller: Caller,
    { record }: UnitOptions,
  ): Promise<void> {
    if (record) await this.database.transaction((transaction) => record(results, transaction), caller);
  }

  private async attempt(
    resource: Resource,
    lines: readonly PreparedLine[],
    refused: ReadonlyMap<number, ClientError>,
    { transaction, caller, options }: Attempt,
  ): Promise<LineResult[]> {
    if (options.excludedSubscriber) excludeSubscriber(options.excludedSubscriber, transaction);
    const results = refusalsOf(lines, refused);
    const { resolution } = options;
    const context = { transaction, caller, resolution };
    if (resolution) await holdWorkspaces(inputsOf(lines), caller.scope, transaction);
    const { waves, end } = await wavesOf(resource, lines, results, transaction, MAX_WAVES);
    for (const places of waves) {
      const { cutAt, halfWritten } = await this.wave(resource, { lines, places, results }, context);
      if (cutAt !== undefined) throw new Again(cutAt, refused);
      if (halfWritten.size > 0) throw new Again(end, new Map([...refused, ...halfWritten]));
    }
    const done = results.slice(0, end) as LineResult[];
    await options.record?.(done, transaction);
    return done;
  }

  /** All lines in one unit of work, which is taken back when one of them is refused. */
  private async all(
    resource: Resource,
    lines: readonly PreparedLine[],
    caller: Caller,
    options: BulkOptions,
  ): Promise<LineResult[]> {
    const size = resource.lineKeys ? LINES_OF_A_UNIT : 1;
    for (const most of new Set([size, 1])) {
      try {
        return await this.database.transaction(async (transaction) => {
          const { excludedSubscriber, resolution, record } = from(0, options);
          if (excludedSubscriber) excludeSubscriber(excludedSubscriber, transaction);
          if (resolution) await holdWorkspaces(inputsOf(lines), caller.scope, transaction);
          const results: LineResult[] = [];
          for (let at = 0; at < lines.length; at += most)
            results.push(
              ...(await this.allOf(resource, lines.slice(at, at + most), results, {
                transaction,
                caller,
                resolution,
              })),
            );
          if (results.some(({ refusal }) => refusal)) throw new Rejected(results);
          await record?.(results, transaction);
          return results;
        }, caller);
      } catch (error) {
        if (error instanceof Rejected) {
          const results = lines.map((_, at) => refusalIn(error.results[at]?.refusal));
          await this.recordAlone(results, caller, from(0, options));
          return results;
        }
        if (!(error instanceof Again) && failureOf(error).kind !== 'duplicate') throw error;
        // line by line nothing stands in the way of anything
        if (most === 1) throw error;
      }
    }
    throw new Collision();
  }

  private async allOf(
    resource: Resource,
    lines: readonly PreparedLine[],
    before: readonly LineResult[],
    context: LineContext,
  ): Promise<readonly LineResult[]> {
    const { transaction } = context;
    const results = refusalsOf(lines, new Map());
    const { waves } = await wavesOf(resource, lines, results, transaction, Infinity);
    for (const places of waves) {
      const { cutAt, halfWritten } = await this.wave(resource, { lines, places, results }, context);
      if (cutAt !== undefined) throw new Again(cutAt, new Map());
      // what comes after it would go by what it has left behind
      if (halfWritten.size > 0)
        throw new Rejected([
          ...before,
          ...lines.map((_, at) => results[at] ?? refusalIn(halfWritten.get(at))),
        ]);
    }
    return results as LineResult[];
  }

  private async wave(
    resource: Resource,
    { lines, places, results }: Wave,
    context: LineContext,
  ): Promise<{ readonly cutAt: number | undefined; readonly halfWritten: ReadonlyMap<number, ClientError> }> {
    const { transaction } = context;
    const unit = new UnitOfLines(transaction);
    const { outcomes, cutAt, halfWritten } = await unit.run(
      places.map(
        (place) => (line) => this.line(resource, lines[place] ?? {}, { ...context, transaction: line }),
      ),
    );
    const half = new Map<number, ClientError>();
    for (const at of halfWritten) half.set(places[at] as number, outcomes[at]?.refusal as ClientError);
    if (cutAt !== undefined || half.size > 0)
      return { cutAt: cutAt === undefined ? undefined : places[cutAt], halfWritten: half };
    outcomes.forEach((outcome, at) => (results[places[at] as number] = outcome));
    await outboxOf(transaction)?.flush(transaction);
    return { cutAt: undefined, halfWritten: half };
  }

  private async prepare(
    resource: Resource,
    { body, refusal }: Line,
    caller: Caller,
    resolution: Resolution | undefined,
  ): Promise<PreparedLine> {
    if (refusal) return { refusal };
    try {
      return { write: await prepareWrite(resource, body, { caller, resolution }, this.validateAsync) };
    } catch (error) {
      if (error instanceof ClientError && !(error instanceof Unavailable)) return { refusal: error };
      throw error;
    }
  }

  private async line(
    resource: Resource,
    { write = EMPTY, change, made, caller }: PreparedLine,
    { transaction, resolution, ...context }: LineContext,
  ): Promise<NonNullable<LineResult['value']>> {
    const writer = this.writer(transaction, caller ?? context.caller);
    if (change) {
      await change.work(writer);
      return { status: 200, iri: iriOf(resource, change.id) };
    }
    const { reference, isNew } = await performWrite(resource, write, resolution, { writer, transaction });
    await made?.(reference, writer, transaction);
    const { remarks } = writer;
    return {
      status: isNew ? 201 : 200,
      iri: iriOf(resource, reference.id),
      ...(remarks.size > 0 && { remarks: [...remarks] }),
    };
  }
}

const EMPTY: PreparedWrite = { input: new Map() };

interface Wave {
  readonly lines: readonly PreparedLine[];
  /** Which of them are written together. */
  readonly places: readonly number[];
  /** What is known of all lines so far. */
  readonly results: (LineResult | undefined)[];
}

interface Attempt {
  readonly transaction: Transaction;
  readonly caller: Caller;
  readonly options: UnitOptions;
}

interface LineContext {
  readonly transaction: Transaction;
  readonly caller: Caller;
  readonly resolution: Resolution | undefined;
}

interface UnitOptions extends Pick<BulkOptions, 'excludedSubscriber' | 'resolution'> {
  readonly record: ((results: readonly LineResult[], transaction: Transaction) => Promise<void>) | undefined;
}

const from = (done: number, { excludedSubscriber, resolution, record }: BulkOptions): UnitOptions => ({
  excludedSubscriber,
  resolution,
  record: record && ((results, transaction) => record(results, done, transaction)),
});

const inputsOf = (lines: readonly PreparedLine[]): WriteInput[] =>
  lines.flatMap(({ write }) => write?.input ?? []);

const refusalIn = (refusal: ClientError | undefined): LineResult => ({
  refusal: refusal ?? new NotWritten(),
});

const refusalsOf = (
  lines: readonly PreparedLine[],
  refused: ReadonlyMap<number, ClientError>,
): (LineResult | undefined)[] =>
  lines.map(({ refusal }, place) => {
    const known = refusal ?? refused.get(place);
    return known && { refusal: known };
  });
