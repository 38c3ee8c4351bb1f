import type { DataSource } from 'typeorm';
import type { Clock } from '../database/clock.js';
import type { Database } from '../database/database.js';
import type { InstallationSecret } from '../database/installation-secret.js';
import type { Encryption } from '../database/encryption.js';
import { excludeSubscriber } from '../outbox/change-set.js';
import { idIs } from '../query/collection-query.js';
import { and, condition, isIn, isNever, type Condition } from '../metadata/condition.js';
import { NotFound, Violations } from '../metadata/errors.js';
import type { Group, ReadContext, Row, SqlTable } from '../metadata/field.js';
import type { Reference, Resource } from '../metadata/resource.js';
import type { Transaction } from '../metadata/transaction.js';
import type { Json } from '../serializer/reader.js';
import { scopeCondition, type Caller } from './caller.js';
import type { BulkOptions, Line, LineResult } from './bulk-lines.js';
import { BulkWrites } from './bulk-writes.js';
import { Catalog } from './catalog.js';
import { Collections, type CollectionRequest, type Page, type RowPage } from './collections.js';
import { parseWriteInput } from './write-input.js';
import { type AggregateQuery, AggregateCache } from './aggregate-cache.js';
import { relationsOf } from './embedded.js';
import { bodyOfPatch } from './merge-patch.js';
import { readFrom, readIn, readItem, readItems, readOf } from './reading.js';
import { performWrite, prepareWrite, type PreparedWrite, type ValidateAsync } from './prepared-write.js';
import { isUuid } from './references.js';
import type { ColumnsOf, ReadRows } from './rows.js';
import type {
  AsyncValidator,
  EventOptions,
  Precondition,
  RemoveOptions,
  Slice,
  WriteOptions,
} from './store-options.js';
import { isTracing } from '../tracing/tracing.js';
import { GatheredCreates } from './gathered-creates.js';
import { holdWorkspaces } from './upsert.js';
import { observeRows } from './unit-changes.js';
import { Writer, type WriterOptions } from './writer.js';

/** Rows of one unit of work when much is deleted: few enough to hold them for a moment only. */
const DELETE_BATCH_SIZE = 50;

/** All reads and writes of resources. */
export class Store {
  private readonly catalog: Catalog;
  private readonly collections: Collections;
  private readonly aggregates: AggregateCache;
  private readonly writerOptions: WriterOptions;
  private readonly bulk: BulkWrites;
  private readonly asyncValidators = new Map<Resource, AsyncValidator>();
  private readonly gathered: GatheredCreates;

  constructor(
    resources: readonly Resource[],
    private readonly database: Database,
    dataSource: DataSource,
    private readonly clock: Clock,
    secret: InstallationSecret,
    encryption: Encryption,
    options: Omit<WriterOptions, 'encrypt'>,
  ) {
    this.writerOptions = { ...options, encrypt: encryption.encrypt };
    this.catalog = new Catalog(resources, dataSource, database);
    this.aggregates = new AggregateCache(clock);
    this.bulk = new BulkWrites(
      database,
      (transaction, caller) => this.writer(transaction, caller),
      this.validateAsync,
    );
    this.gathered = new GatheredCreates(
      this.bulk,
      (...of) => this.createAlone(...of),
      (resource, ld, where, transaction) =>
        readItems(this.catalog, resource, 'get', where, this.context(ld), readIn(transaction)),
    );
    this.collections = new Collections(this.catalog, database, clock, secret);
    const observers = this.catalog.observers(resources);
    database.eachUnit((transaction) => observeRows(observers, transaction));
  }

  /** Bodies of a resource are looked at by `validator` before their unit of work begins, so that nothing is held meanwhile. */
  addAsyncValidator(resource: Resource, validator: AsyncValidator): void {
    this.asyncValidators.set(resource, validator);
  }

  /** A page of a collection. @throws NotFound when the path leads nowhere, BadInput when the page makes no sense. */
  page(request: CollectionRequest, caller: Caller): Promise<Page> {
    return this.collections.page(request, caller);
  }

  /** Some columns of the rows of a page, the key first. @throws as `page`. */
  selectPage(
    request: CollectionRequest,
    caller: Caller,
    columns: (table: SqlTable) => readonly string[],
  ): Promise<RowPage> {
    return this.collections.selectPage(request, caller, columns);
  }

  /** A whole collection, in batches. @throws as `page`, when the first batch is asked for. */
  batches(request: CollectionRequest, caller: Caller): AsyncGenerator<readonly Json[]> {
    return this.collections.batches(request, caller);
  }

  /** Some columns of all rows of a collection, in any order: for what is counted over them. @throws as `page`. */
  select(
    request: CollectionRequest,
    caller: Caller,
    columns: (table: SqlTable) => readonly string[],
  ): Promise<readonly Row[]> {
    return this.collections.select(request, caller, columns);
  }

  /** An item. @throws NotFound when it is not there, or not there for the caller. */
  async item(resource: Resource, id: string, caller: Caller, ld: boolean): Promise<Json> {
    const where = and([scopeCondition(resource, caller.scope), idIs(asId(id))]);
    const read = readFrom(this.database, caller);
    return readItem(this.catalog, resource, 'get', where, this.context(ld), read, this.collections.totalsOf);
  }

  /** Those of some items that are there for the caller, in the order of the ids. */
  async items(resource: Resource, ids: readonly string[], caller: Caller, ld: boolean): Promise<Json[]> {
    const where = and([scopeCondition(resource, caller.scope), isIn('t.id', ids)]);
    const read = readFrom(this.database, caller);
    const { totalsOf } = this.collections;
    const items = await readItems(this.catalog, resource, 'get', where, this.context(ld), read, totalsOf);
    const byId = new Map(items.map((item): [unknown, Json] => [item.id, item]));
    return ids.map((id) => byId.get(id)).filter((item) => item !== undefined);
  }

  /**
   * Rows that the caller may see, by property path of their columns: for surfaces that show resources in forms of their
   * own. Inside of a unit of work as that sees them.
   */
  async rows<E>(
    resource: Resource<E>,
    where: Condition,
    caller: Caller,
    slice: Slice = {},
    transaction?: Transaction,
  ): Promise<ColumnsOf<E>[]> {
    const table = this.catalog.tables.of(resource.entity);
    const all = and([scopeCondition(resource, caller.scope), where]);
    if (isNever(all)) return [];
    const { sql, params, index } = all;
    const paths = [...table.columns.keys()];
    const columns = [...table.columns.values()].map((column) => `t.${column}`).join(', ');
    const { order = 't.pk', limit, offset = 0 } = slice;
    const hint = index === undefined ? '' : this.database.dialect.byIndex(index);
    const from = `FROM ${table.name} t${hint} WHERE ${sql} ORDER BY ${order}`;
    const read = readOf(this.database, caller, transaction);
    // of a page the keys first, from an index alone where there is one
    const rows = await read(
      limit === undefined
        ? `SELECT ${columns} ${from}`
        : `SELECT ${columns} FROM (SELECT t.pk ${from} LIMIT ${limit} OFFSET ${offset}) k
            JOIN ${table.name} t ON t.pk = k.pk ORDER BY ${order}`,
      params,
    );
    return rows.map((row) => Object.fromEntries(paths.map((path, at) => [path, row[at]])) as ColumnsOf<E>);
  }

  /** `rows` for one caller, as a unit of work sees them where there is one. */
  reader(caller: Caller, transaction?: Transaction): ReadRows {
    return (resource, where) => this.rows(resource, where, caller, {}, transaction);
  }

  /** How many rows the caller may see. Counted once while nothing changes in the caller's workspaces. */
  async count(resource: Resource, where: Condition, caller: Caller): Promise<number> {
    const { name } = this.catalog.tables.of(resource.entity);
    const all = and([scopeCondition(resource, caller.scope), where]);
    if (isNever(all)) return 0;
    const { sql, params } = all;
    return this.aggregate(`${resource.path} ${where.sql} ${JSON.stringify(where.params)}`, caller, {
      columns: 'COUNT(*)',
      from: { sql: `FROM ${name} t WHERE ${sql}`, params },
      toValue: ([row]) => Number(row?.[0] ?? 0),
    });
  }

  /** What is counted over rows of the caller's workspaces, once while nothing changes in them. */
  aggregate<T>(name: string, caller: Caller, counting: AggregateQuery<T>): Promise<T> {
    return this.aggregates.get(name, caller, readFrom(this.database, caller), counting);
  }

  /** Several writes in one unit of work. @throws what the writes do. */
  unit<T>(
    caller: Caller,
    work: (writer: Writer, transaction: Transaction) => Promise<T>,
    { excludedSubscriber }: EventOptions = {},
  ): Promise<T> {
    return this.database.transaction((transaction) => {
      if (excludedSubscriber) excludeSubscriber(excludedSubscriber, transaction);
      return work(this.writer(transaction, caller), transaction);
    }, caller);
  }

  /** As `unit`. @returns the item of the row that `work` answers. */
  together(
    resource: Resource,
    caller: Caller,
    { ld, record, ...events }: WriteOptions,
    work: (writer: Writer, transaction: Transaction) => Promise<Reference>,
  ): Promise<Json> {
    return this.unit(
      caller,
      async (writer, transaction) => {
        const { pk } = await work(writer, transaction);
        await transaction.finish();
        const item = await this.now(resource, 'get', pk, ld, transaction);
        await record?.(transaction, item, Object.fromEntries(writer.shown), true);
        return item;
      },
      events,
    );
  }

  /** @returns the new item. @throws BadInput, Violations. */
  async create(resource: Resource, body: unknown, caller: Caller, options: WriteOptions): Promise<Json> {
    const { resolution, gathers = false, excludedSubscriber } = options;
    const write = await prepareWrite(resource, body, { caller, resolution }, this.validateAsync);
    // a trace is of one request
    if (!gathers || resolution || excludedSubscriber || !resource.lineKeys || isTracing())
      return this.createAlone(resource, write, caller, options);
    return this.gathered.create({ resource, write, caller, options });
  }

  private createAlone(
    resource: Resource,
    write: PreparedWrite,
    caller: Caller,
    { ld, record, remark, resolution, ...events }: WriteOptions,
  ): Promise<Json> {
    return this.unit(
      caller,
      async (writer, transaction) => {
        if (resolution) await holdWorkspaces([write.input], caller.scope, transaction);
        const { reference, isNew } = await performWrite(resource, write, resolution, { writer, transaction });
        const { pk } = reference;
        transaction.afterCommit(() => writer.remarks.forEach((each) => remark?.(each)));
        await transaction.finish();
        const item = await this.withEmbedded(
          resource,
          await this.now(resource, 'get', pk, ld, transaction),
          ld,
          transaction,
        );
        const shown = Object.fromEntries(writer.shown);
        await record?.(transaction, item, shown, isNew);
        return { ...item, ...shown };
      },
      events,
    );
  }

  /**
   * Writes many new items, the lines of one request, in units of work of some hundred lines.
   * @returns what became of each line. @throws Unavailable when the database goes away.
   */
  createMany(
    resource: Resource,
    lines: readonly Line[],
    caller: Caller,
    options: BulkOptions = {},
  ): Promise<LineResult[]> {
    return this.bulk.write(resource, lines, caller, options);
  }

  /**
   * Changes many items alike, in units of work of up to a hundred. @returns what became of each, in the order of the ids.
   * @throws BadInput for a body that none can take, Unavailable when the database goes away.
   */
  updateMany(
    resource: Resource,
    ids: readonly string[],
    body: unknown,
    caller: Caller,
    options: EventOptions = {},
  ): Promise<LineResult[]> {
    const input = parseWriteInput(resource, body, 'put');
    return this.bulk.change(
      resource,
      ids,
      (writer, id) => writer.update(resource, asId(id), input),
      caller,
      options,
    );
  }

  /** Deletes many items with their parts, in units of work of up to a hundred. @returns and throws as `updateMany`. */
  removeMany(
    resource: Resource,
    ids: readonly string[],
    caller: Caller,
    options: EventOptions = {},
  ): Promise<LineResult[]> {
    return this.bulk.change(
      resource,
      ids,
      (writer, id) => writer.remove(resource, asId(id)),
      caller,
      options,
    );
  }

  /** Changes the fields that the body carries. @returns the item. @throws NotFound, BadInput, Violations. */
  async update(
    resource: Resource,
    id: string,
    body: unknown,
    caller: Caller,
    { ld, precondition, merge = false, remark, ...events }: WriteOptions,
  ): Promise<Json> {
    const known = asId(id);
    const given = merge ? undefined : parseWriteInput(resource, body, 'put');
    const validation = await this.validateAsync(resource, body, caller);
    return this.unit(
      caller,
      async (writer, transaction) => {
        const before = given && !precondition ? undefined : await writer.lock(resource, known);
        const read = (inLd: boolean): Promise<Json> =>
          this.now(resource, 'get', before?.pk ?? 0, inLd, transaction);
        await precondition?.(read);
        const input = given ?? parseWriteInput(resource, bodyOfPatch(body, await read(false)), 'put');
        const { pk } = await writer.update(resource, known, input);
        await validation?.afterWrite?.(transaction);
        transaction.afterCommit(() => writer.remarks.forEach((each) => remark?.(each)));
        await transaction.finish();
        return this.now(resource, 'get', pk, ld, transaction);
      },
      events,
    );
  }

  /** Deletes an item with its parts. @throws NotFound. */
  async remove(
    resource: Resource,
    id: string,
    caller: Caller,
    precondition?: Precondition,
    { withData = false, ...events }: RemoveOptions = {},
  ): Promise<void> {
    const known = asId(id);
    if (withData) await this.removeData(resource, known, caller);
    return this.unit(
      caller,
      async (writer, transaction) => {
        if (precondition) {
          const { pk } = await writer.lock(resource, known);
          await precondition((ld) => this.now(resource, 'get', pk, ld, transaction));
        }
        await writer.remove(resource, known);
      },
      events,
    );
  }

  /** Much may have come with an item: it goes in units of its own, and whoever is interrupted goes on by asking again. */
  private async removeData(resource: Resource, id: string, caller: Caller): Promise<void> {
    for (let isLeft = resource.deletableData.length > 0; isLeft;)
      isLeft = await this.database.transaction(
        (transaction) => this.writer(transaction, caller).removeData(resource, id, DELETE_BATCH_SIZE),
        caller,
      );
  }

  private readonly validateAsync: ValidateAsync = async (resource, body, caller) => {
    const validation = await this.asyncValidators.get(resource)?.(body, caller);
    if (validation && validation.violations.length > 0) throw new Violations(validation.violations);
    return validation;
  };

  private context(ld: boolean): ReadContext {
    return { ld, now: this.clock.now() };
  }

  private writer(transaction: Transaction, caller: Caller): Writer {
    return new Writer(this.catalog.tables, transaction, caller, this.writerOptions);
  }

  /** A row as the unit of work sees it. */
  private now(
    resource: Resource,
    group: Group,
    pk: number,
    ld: boolean,
    transaction: Transaction,
  ): Promise<Json> {
    const where = condition('t.pk = ?', pk);
    return readItem(this.catalog, resource, group, where, this.context(ld), readIn(transaction));
  }

  /** The answer to a POST carries some objects instead of their IRIs, such as the team that was made with a workspace. */
  private async withEmbedded(
    resource: Resource,
    item: Json,
    ld: boolean,
    transaction: Transaction,
  ): Promise<Json> {
    for (const { name, relation } of relationsOf(resource)) {
      const iri = item[name];
      if (!relation.embeddedOnPost || typeof iri !== 'string') continue;
      const where = idIs(iri.slice(iri.lastIndexOf('/') + 1));
      item[name] = await readItem(
        this.catalog,
        relation.target(),
        'getp',
        where,
        this.context(ld),
        readIn(transaction),
      );
    }
    return item;
  }
}

/** @throws NotFound when a path's id can be none. */
function asId(id: string): string {
  if (!isUuid(id)) throw new NotFound();
  return id.toLowerCase();
}
