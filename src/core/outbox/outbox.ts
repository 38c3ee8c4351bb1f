import type { DataSource } from 'typeorm';
import type { Clock } from '../database/clock.js';
import type { Database } from '../database/database.js';
import { Tables } from '../database/tables.js';
import { Source } from '../query/source.js';
import { isIn } from '../metadata/condition.js';
import type { Row } from '../metadata/field.js';
import type { Resource } from '../metadata/resource.js';
import { type Transaction, unitKey } from '../metadata/transaction.js';
import { keyOf, readerOf, type Reader } from '../serializer/reader.js';
import { changesOf, type EventSnapshot, type PendingChange } from './change-set.js';
import { enqueue, type Message, type ToldMessage } from './enqueue.js';
import { concerns, isAbout, subscriptionsOf } from './subscriptions.js';
import { listsIn, statusLast, updatedFields } from './updated-fields.js';

interface Announced {
  readonly resource: Resource;
  readonly reader: Reader;
}

const OUTBOX = unitKey<Outbox | undefined>(() => undefined);

/** The outbox of the database on which a unit works; nothing where there is none. */
export const outboxOf = (transaction: Transaction): Outbox | undefined => transaction.get(OUTBOX);

/**
 * Writes what subscribers are told of into the unit of work that changes it, so that both are kept or neither is. Units
 * that change nothing announced pay nothing, workspaces without subscriptions one look at an index.
 */
export class Outbox {
  private readonly announced = new Map<string, Announced>();
  private readonly listeners: (() => void)[] = [];
  private readonly tables: Tables;

  constructor(
    resources: readonly Resource[],
    database: Database,
    dataSource: DataSource,
    private readonly clock: Clock,
  ) {
    this.tables = new Tables(dataSource, database.dialect);
    for (const resource of resources.filter(({ publishesEvents }) => publishesEvents))
      this.announced.set(resource.path, { resource, reader: readerOf(resource, 'get', this.tables) });
    database.eachUnit((unit) => {
      unit.set(OUTBOX, this);
      unit.atTheEnd('outbox', () => this.write(unit));
    });
  }

  /** Calls `listener` after each unit that has written events. */
  onWritten(listener: () => void): void {
    this.listeners.push(listener);
  }

  /** A row that is about to be deleted, as it is; nothing when nobody wants to know. */
  async itemOf(
    { path }: Resource,
    row: { readonly pk: number; readonly workspacePk: number },
    transaction: Transaction,
  ): Promise<EventSnapshot | undefined> {
    const announced = this.announced.get(path);
    const subscriptions = await subscriptionsOf(row.workspacePk, transaction);
    const isWanted = subscriptions.some((each) => concerns(each, { entity: path, event: 'delete' }));
    if (!announced || !isWanted) return undefined;
    const [found] = await this.read(announced, [row.pk], transaction);
    return found && this.snapshotOf(announced, found);
  }

  /** The lists of references that a body replaces, as they are; nothing when nobody wants to know. */
  async listsOf(
    resource: Resource,
    row: { readonly pk: number; readonly workspacePk: number },
    sent: ReadonlyMap<string, unknown>,
    transaction: Transaction,
  ): Promise<ReadonlyMap<string, string>> {
    const names = listsIn(resource, sent);
    const announced = this.announced.get(resource.path);
    if (names.length === 0 || !announced) return new Map();
    if ((await subscriptionsOf(row.workspacePk, transaction)).length === 0) return new Map();
    const [found] = await this.read(announced, [row.pk], transaction);
    if (!found) return new Map();
    const item = announced.reader.toJson(found, { ld: true, now: this.clock.now() });
    return new Map(names.map((name) => [name, JSON.stringify(item[name])]));
  }

  /** Writes what a unit has changed so far, so that it is told as it is now, and not with what changes after it. */
  async flush(transaction: Transaction): Promise<void> {
    await this.write(transaction);
    changesOf(transaction).clear();
  }

  private async write(transaction: Transaction): Promise<void> {
    const { all: recorded, excluded } = changesOf(transaction);
    const changes = recorded.filter(({ entity }) => this.announced.has(entity));
    let isWritten = false;
    for (const workspacePk of new Set(changes.map((change) => change.workspacePk))) {
      const all = await subscriptionsOf(workspacePk, transaction);
      const subscriptions = all.filter(({ id }) => id !== excluded);
      const wanted = changes.filter(
        (change) =>
          change.workspacePk === workspacePk && subscriptions.some((each) => concerns(each, change)),
      );
      const messages = (await this.messages(wanted, transaction)).flatMap((message): ToldMessage[] => {
        const { change, fields } = message;
        const about = { event: change.event, fields };
        const told = subscriptions.filter((each) => concerns(each, change) && isAbout(each, about));
        return told.length === 0 ? [] : [{ ...message, told }];
      });
      if (messages.length === 0) continue;
      await enqueue(messages, transaction);
      isWritten = true;
    }
    if (isWritten) transaction.afterCommit(() => this.listeners.forEach((listener) => listener()));
  }

  /** What is told of each change, in their order. Updates that nobody can see, and rows that are gone, are none. */
  private async messages(changes: readonly PendingChange[], transaction: Transaction): Promise<Message[]> {
    const rows = new Map<string, Row>();
    for (const [entity, announced] of this.announced) {
      const pks = changes.filter((each) => each.entity === entity && !each.snapshot).map(({ pk }) => pk);
      for (const row of await this.read(announced, pks, transaction))
        rows.set(`${entity} ${keyOf(row)}`, row);
    }
    return changes.flatMap((change): Message[] => {
      if (change.event === 'delete')
        return change.snapshot ? [{ ...change.snapshot, change, fields: [] }] : [];
      const announced = this.announced.get(change.entity);
      const row = rows.get(`${change.entity} ${change.pk}`);
      if (!announced || !row) return [];
      const fields = change.event === 'update' ? this.fieldsOf(change, announced, row) : [];
      if (change.event === 'update' && fields.length === 0) return [];
      return [{ ...this.snapshotOf(announced, row), change, fields }];
    });
  }

  private fieldsOf({ columns, lists }: PendingChange, { resource, reader }: Announced, row: Row): string[] {
    const fields = updatedFields(resource, columns);
    if (lists.size === 0) return statusLast(resource, fields);
    const item = reader.toJson(row, { ld: true, now: this.clock.now() });
    for (const [name, before] of lists) if (JSON.stringify(item[name]) !== before) fields.push(name);
    return statusLast(resource, fields);
  }

  private async read(
    { resource, reader }: Announced,
    pks: readonly number[],
    transaction: Transaction,
  ): Promise<readonly Row[]> {
    if (pks.length === 0) return [];
    const { selection } = reader;
    const source = new Source(this.tables, resource.entity, this.clock.now(), selection.joins);
    const where = isIn('t.pk', pks);
    return transaction.read(`SELECT ${selection.sql} FROM ${source.sql} WHERE ${where.sql}`, where.params);
  }

  private snapshotOf({ resource, reader }: Announced, row: Row): EventSnapshot {
    const text = reader.toText(row, { ld: true, now: this.clock.now() });
    return { id: row[1] as string, data: `{"@context":"/contexts/${resource.name}",${text.slice(1)}` };
  }
}
