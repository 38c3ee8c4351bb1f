import type { DataSource } from 'typeorm';
import type { Clock } from '../database/clock.js';
import type { Database } from '../database/database.js';
import { Tables } from '../database/tables.js';
import { CollectionQuery, idIs } from '../query/collection-query.js';
import { paginationOf, type Pagination } from '../query/pagination.js';
import type { QueryString } from '../query/query-string.js';
import { acceptedParameters } from '../query/searchable.js';
import { Source } from '../query/source.js';
import { and, condition, type Condition } from '../resource/condition.js';
import { BadInput, NotFound } from '../resource/errors.js';
import type { Group, ReadContext, Row } from '../resource/field.js';
import type { Link, Resource } from '../resource/resource.js';
import type { Transaction } from '../resource/transaction.js';
import { keyOf, readerOf, type Json, type ManyValues, type Reader } from '../serializer/reader.js';
import { narrowed, ownerColumns, scopeCondition, type Caller, type Scope } from './caller.js';
import { deserialize } from './draft.js';
import { isUuid } from './references.js';
import { Writer } from './writer.js';

/** One step of a nested path: an item, and the link that is followed from it. */
export interface Step {
  readonly resource: Resource;
  readonly id: string;
  readonly link: Link;
}

export interface CollectionRequest {
  readonly resource: Resource;
  /** Of a nested collection: the items that its path goes through. */
  readonly steps: readonly Step[];
  readonly query: QueryString;
  readonly group: Group;
  readonly ld: boolean;
  /** Refuse parameters that would be ignored. */
  readonly strict: boolean;
}

export interface Page {
  readonly members: readonly Json[];
  readonly total: number;
  readonly pagination: Pagination;
}

type Read = (sql: string, params: Condition['params']) => Promise<readonly Row[]>;

/** All reads and writes of resources. */
export class Store {
  private readonly tables: Tables;
  private readonly queries = new Map<Resource, CollectionQuery>();
  private readonly readers = new Map<string, Reader>();

  constructor(
    resources: readonly Resource[],
    private readonly database: Database,
    dataSource: DataSource,
    private readonly clock: Clock,
  ) {
    this.tables = new Tables(dataSource);
    for (const resource of resources) this.compile(resource);
  }

  /** Makes a resource's queries and readers. @throws when its declaration does not fit its entity. */
  private compile(resource: Resource): void {
    this.queries.set(resource, new CollectionQuery(resource, this.tables, this.database.dialect));
    for (const group of ['get', 'getc', 'getp'] as const) {
      this.readers.set(
        `${group} ${resource.name}`,
        readerOf(resource, group, this.tables, this.database.dialect),
      );
    }
    const scope = scopeCondition(resource, { teams: new Set([0]), workspaces: new Map([[0, 0]]) });
    const column = /^t\.(\w+)/.exec(scope.sql)?.[1] ?? '';
    if (!this.tables.of(resource.entity).columns.has(column)) {
      throw new Error(`${resource.name}: its rows have no "${column}", so they would belong to no tenant.`);
    }
  }

  /** A page of a collection, with the number of rows on all pages. @throws NotFound when the path leads nowhere. */
  async page(request: CollectionRequest, caller: Caller): Promise<Page> {
    const { resource, query } = request;
    const pagination = paginationOf(query);
    const now = this.clock.now();
    const wanted = { scope: await this.scopeOf(request, caller.scope), query, now };
    const queries = this.queriesOf(resource);
    const reader = this.reader(resource, request.group);
    const select = queries.page(wanted, reader.selection, pagination);
    const count = queries.count(wanted);
    if (request.strict) refuseIgnored(query, resource);
    const rows = pagination.itemsPerPage > 0 ? await this.read(select) : [];
    const total = totalOf(rows.length, pagination) ?? Number((await this.read(count))[0]?.[0] ?? 0);
    const many = await manyOf(reader, rows, this.tables, (sql, params) => this.database.read(sql, params));
    const context = { ld: request.ld, now };
    return { members: rows.map((row) => reader.toJson(row, many, context)), total, pagination };
  }

  /** An item. @throws NotFound when it is not there, or not there for the caller. */
  async item(resource: Resource, id: string, caller: Caller, ld: boolean): Promise<Json> {
    if (!isUuid(id)) throw new NotFound();
    const where = and([scopeCondition(resource, caller.scope), idIs(id.toLowerCase())]);
    const read: Read = (sql, params) => this.database.read(sql, params);
    return this.one(resource, 'get', where, { ld, now: this.clock.now() }, read);
  }

  /** @returns the new item. @throws BadInput, Violations. */
  create(resource: Resource, body: unknown, caller: Caller, ld: boolean): Promise<Json> {
    const draft = deserialize(resource, body, 'post');
    return this.database.transaction(async (transaction) => {
      const { pk } = await new Writer(this.tables, transaction, caller).create(resource, draft);
      const item = await this.written(resource, 'get', pk, ld, transaction);
      return this.withEmbedded(resource, item, ld, transaction);
    });
  }

  /** Changes the fields that the body carries. @returns the item. @throws NotFound, BadInput, Violations. */
  update(resource: Resource, id: string, body: unknown, caller: Caller, ld: boolean): Promise<Json> {
    if (!isUuid(id)) throw new NotFound();
    const draft = deserialize(resource, body, 'put');
    return this.database.transaction(async (transaction) => {
      const { pk } = await new Writer(this.tables, transaction, caller).update(
        resource,
        id.toLowerCase(),
        draft,
      );
      return this.written(resource, 'get', pk, ld, transaction);
    });
  }

  /** Deletes an item with its parts. @throws NotFound. */
  remove(resource: Resource, id: string, caller: Caller): Promise<void> {
    if (!isUuid(id)) throw new NotFound();
    return this.database.transaction((transaction) =>
      new Writer(this.tables, transaction, caller).remove(resource, id.toLowerCase()),
    );
  }

  /** A row as the unit of work sees it, with everything that was put off to its end. */
  private async written(
    resource: Resource,
    group: Group,
    pk: number,
    ld: boolean,
    transaction: Transaction,
  ): Promise<Json> {
    await transaction.finish();
    return this.one(
      resource,
      group,
      condition('t.pk = ?', pk),
      { ld, now: this.clock.now() },
      readIn(transaction),
    );
  }

  /** The answer to a POST carries some objects instead of their IRIs, such as the team that was made with a workspace. */
  private async withEmbedded(
    resource: Resource,
    item: Json,
    ld: boolean,
    transaction: Transaction,
  ): Promise<Json> {
    for (const { name, relation } of resource.fields.values()) {
      if (!relation?.embeddedOnPost || typeof item[name] !== 'string') continue;
      const where = idIs(item[name].slice(item[name].lastIndexOf('/') + 1));
      const context = { ld, now: this.clock.now() };
      item[name] = await this.one(relation.target(), 'getp', where, context, readIn(transaction));
    }
    return item;
  }

  private async one(
    resource: Resource,
    group: Group,
    where: Condition,
    context: ReadContext,
    read: Read,
  ): Promise<Json> {
    const reader = this.reader(resource, group);
    const source = new Source(
      this.tables,
      resource.entity,
      this.database.dialect,
      context.now,
      reader.selection.joins,
    );
    const [row] = await read(
      `SELECT ${reader.selection.sql} FROM ${source.sql} WHERE ${where.sql}`,
      where.params,
    );
    if (!row) throw new NotFound();
    return reader.toJson(row, await manyOf(reader, [row], this.tables, read), context);
  }

  /** The tenant scope, and the parent of a nested collection: all steps of the path must belong together. */
  private async scopeOf({ resource, steps }: CollectionRequest, scope: Scope): Promise<Condition[]> {
    const parent = steps.at(-1);
    if (!parent) return [scopeCondition(resource, scope)];
    if (!steps.every(({ id }) => isUuid(id))) throw new NotFound();
    const source = new Source(this.tables, parent.resource.entity, this.database.dialect, 0);
    const conditions = [scopeCondition(parent.resource, scope), idIs(parent.id.toLowerCase())];
    let path = '';
    for (const step of steps.slice(0, -1).reverse()) {
      path = `${path}${step.link.via}.`;
      conditions.push(condition(`${source.root.column(`${path}id`)} = ?`, step.id.toLowerCase()));
    }
    const owner = ownerColumns(parent.resource);
    const where = and(conditions);
    const sql = `SELECT t.pk, ${owner.workspacePk}, ${owner.teamPk} FROM ${source.sql} WHERE ${where.sql}`;
    const [found] = await this.database.read(sql, where.params);
    if (!found) throw new NotFound();
    const [pk, workspacePk, teamPk] = found as [number, number | null, number | null];
    const within = scopeCondition(resource, narrowed(scope, { workspacePk, teamPk }));
    const via = `t.${parent.link.via}Pk`;
    return within.sql === `${via} = ?` ? [within] : [within, condition(`${via} = ?`, pk)];
  }

  private read({ sql, params }: Condition): Promise<Row[]> {
    return this.database.read(sql, params);
  }

  private queriesOf(resource: Resource): CollectionQuery {
    const queries = this.queries.get(resource);
    if (!queries) throw new Error(`${resource.name} is not registered.`);
    return queries;
  }

  private reader(resource: Resource, group: Group): Reader {
    const reader = this.readers.get(`${group} ${resource.name}`);
    if (!reader) throw new Error(`${resource.name} is not registered.`);
    return reader;
  }
}

const readIn =
  (transaction: Transaction): Read =>
  async (sql, params) =>
    (await transaction.rows<Record<string, unknown>>(sql, params)).map((row) => Object.values(row));

/** @throws BadInput that names each parameter without an effect, and what there is. */
function refuseIgnored(query: QueryString, resource: Resource): void {
  const ignored = query.ignored();
  if (ignored.length === 0) return;
  const named = ignored.map(({ parameter, reason }) =>
    reason === 'unknown' ? `"${parameter}" is unknown` : `the value of "${parameter}" cannot be used`,
  );
  const allowed = acceptedParameters(resource).map(({ name }) => name);
  throw new BadInput(`In the query ${named.join(', ')}. Supported parameters are: ${allowed.join(', ')}.`);
}

/** The total, where the page itself tells it: it is the last one and has rows, or the first one. */
function totalOf(rows: number, { page, itemsPerPage }: Pagination): number | undefined {
  const isLast = rows < itemsPerPage && (rows > 0 || page === 1);
  return isLast ? (page - 1) * itemsPerPage + rows : undefined;
}

/** The to-many fields of some rows, with one query a field. */
async function manyOf(reader: Reader, rows: readonly Row[], tables: Tables, read: Read): Promise<ManyValues> {
  const values = new Map<string, ReadonlyMap<number, readonly unknown[]>>();
  if (rows.length === 0) return values;
  const pks = rows.map(keyOf);
  for (const [name, many] of reader.many) {
    const sql = many.sql(pks.map(() => '?').join(', '), (resource) => tables.of(resource.entity).name);
    const byOwner = new Map<number, unknown[]>();
    for (const [owner, value] of await read(sql, pks)) {
      const list = byOwner.get(owner as number);
      if (list) list.push(value);
      else byOwner.set(owner as number, [value]);
    }
    values.set(name, byOwner);
  }
  return values;
}
