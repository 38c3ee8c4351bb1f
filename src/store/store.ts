import type { DataSource } from 'typeorm';
import type { Clock } from '../database/clock.js';
import type { Database } from '../database/database.js';
import type { InstallationSecret } from '../database/installation-secret.js';
import { idIs } from '../query/collection-query.js';
import { and, condition } from '../resource/condition.js';
import { NotFound } from '../resource/errors.js';
import type { Group } from '../resource/field.js';
import type { Resource } from '../resource/resource.js';
import type { Transaction } from '../resource/transaction.js';
import type { Json } from '../serializer/reader.js';
import { scopeCondition, type Caller } from './caller.js';
import { Catalog } from './catalog.js';
import { Collections, type CollectionRequest, type Page } from './collections.js';
import { deserialize } from './draft.js';
import { bodyOfPatch } from './merge-patch.js';
import { readFrom, readIn, readItem } from './reading.js';
import { isUuid } from './references.js';
import { Writer } from './writer.js';

/** What an existing item must be for a write to go on; it reads the item as it is now, and throws when it is not. */
export type Precondition = (read: (ld: boolean) => Promise<Json>) => Promise<void>;

export interface WriteOptions {
  readonly ld: boolean;
  readonly precondition?: Precondition | undefined;
  /** The body is a merge patch of the item as it is. */
  readonly merge?: boolean;
  /** Done in the same unit of work as the write, with its answer. */
  readonly record?: ((transaction: Transaction, item: Json) => Promise<void>) | undefined;
}

/** All reads and writes of resources. */
export class Store {
  private readonly catalog: Catalog;
  private readonly collections: Collections;

  constructor(
    resources: readonly Resource[],
    private readonly database: Database,
    dataSource: DataSource,
    private readonly clock: Clock,
    secret: InstallationSecret,
  ) {
    this.catalog = new Catalog(resources, dataSource, database);
    this.collections = new Collections(this.catalog, database, clock, secret);
  }

  /** A page of a collection. @throws NotFound when the path leads nowhere, BadInput when the page makes no sense. */
  page(request: CollectionRequest, caller: Caller): Promise<Page> {
    return this.collections.page(request, caller);
  }

  /** A whole collection, in batches. @throws as `page`, when the first batch is asked for. */
  batches(request: CollectionRequest, caller: Caller): AsyncGenerator<readonly Json[]> {
    return this.collections.batches(request, caller);
  }

  /** An item. @throws NotFound when it is not there, or not there for the caller. */
  async item(resource: Resource, id: string, caller: Caller, ld: boolean): Promise<Json> {
    const where = and([scopeCondition(resource, caller.scope), idIs(asId(id))]);
    return readItem(
      this.catalog,
      resource,
      'get',
      where,
      { ld, now: this.clock.now() },
      readFrom(this.database),
    );
  }

  /** @returns the new item. @throws BadInput, Violations. */
  create(resource: Resource, body: unknown, caller: Caller, { ld, record }: WriteOptions): Promise<Json> {
    const draft = deserialize(resource, body, 'post');
    return this.database.transaction(async (transaction) => {
      const { pk } = await this.writer(transaction, caller).create(resource, draft);
      await transaction.finish();
      const item = await this.withEmbedded(
        resource,
        await this.now(resource, 'get', pk, ld, transaction),
        ld,
        transaction,
      );
      await record?.(transaction, item);
      return item;
    });
  }

  /** Changes the fields that the body carries. @returns the item. @throws NotFound, BadInput, Violations. */
  async update(
    resource: Resource,
    id: string,
    body: unknown,
    caller: Caller,
    { ld, precondition, merge = false }: WriteOptions,
  ): Promise<Json> {
    const known = asId(id);
    const given = merge ? undefined : deserialize(resource, body, 'put');
    return this.database.transaction(async (transaction) => {
      const writer = this.writer(transaction, caller);
      const before = given && !precondition ? undefined : await writer.lock(resource, known);
      const read = (inLd: boolean): Promise<Json> =>
        this.now(resource, 'get', before?.pk ?? 0, inLd, transaction);
      await precondition?.(read);
      const draft = given ?? deserialize(resource, bodyOfPatch(body, await read(false)), 'put');
      const { pk } = await writer.update(resource, known, draft);
      await transaction.finish();
      return this.now(resource, 'get', pk, ld, transaction);
    });
  }

  /** Deletes an item with its parts. @throws NotFound. */
  async remove(resource: Resource, id: string, caller: Caller, precondition?: Precondition): Promise<void> {
    const known = asId(id);
    return this.database.transaction(async (transaction) => {
      const writer = this.writer(transaction, caller);
      if (precondition) {
        const { pk } = await writer.lock(resource, known);
        await precondition((ld) => this.now(resource, 'get', pk, ld, transaction));
      }
      await writer.remove(resource, known);
    });
  }

  private writer(transaction: Transaction, caller: Caller): Writer {
    return new Writer(this.catalog.tables, transaction, caller);
  }

  /** A row as the unit of work sees it. */
  private now(
    resource: Resource,
    group: Group,
    pk: number,
    ld: boolean,
    transaction: Transaction,
  ): Promise<Json> {
    const context = { ld, now: this.clock.now() };
    return readItem(this.catalog, resource, group, condition('t.pk = ?', pk), context, readIn(transaction));
  }

  /** The answer to a POST carries some objects instead of their IRIs, such as the team that was made with a workspace. */
  private async withEmbedded(
    resource: Resource,
    item: Json,
    ld: boolean,
    transaction: Transaction,
  ): Promise<Json> {
    for (const { name, relation } of resource.fields.values()) {
      const iri = item[name];
      if (!relation?.embeddedOnPost || typeof iri !== 'string') continue;
      const where = idIs(iri.slice(iri.lastIndexOf('/') + 1));
      const context = { ld, now: this.clock.now() };
      item[name] = await readItem(
        this.catalog,
        relation.target(),
        'getp',
        where,
        context,
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
