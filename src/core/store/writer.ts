import { type Quotas, UNBOUNDED } from '../metadata/quotas.js';
import { randomUUID } from 'node:crypto';
import type { Tables } from '../database/tables.js';
import type { RecordedEvent } from '../outbox/change-set.js';
import { forgetChanges } from '../outbox/forget-changes.js';
import { forgetTeam } from '../outbox/forget-team.js';
import { outboxOf } from '../outbox/outbox.js';
import { and, condition, type Condition } from '../metadata/condition.js';
import { Forbidden, NotFound, Violations } from '../metadata/errors.js';
import type { Encrypt } from '../metadata/field.js';
import type { Change, Reference, Resource } from '../metadata/resource.js';
import type { Transaction } from '../metadata/transaction.js';
import { CODE, isBlank, type Violation } from '../metadata/violation.js';
import { scopeCondition, type Caller } from './caller.js';
import type { WriteInput } from './write-input.js';
import { Embedded, type ResolvedReferences } from './embedded.js';
import { isOf, Children } from './children.js';
import { belongingOf, References, referenceTo, type Belonging } from './references.js';
import { assertMayChange, assertMayCreate } from './roles.js';
import { blankRow } from './row-inserts.js';
import { Rows, type Columns, type ColumnsOf } from './rows.js';
import { touchWritten } from './touch.js';
import { KnownItems, matched } from './upsert.js';
import { forgetVersions } from './workspace-version.js';

/** What the owner of an embedded object gives it. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- as `Resource`
export interface WriteOverrides<E = any> {
  readonly references?: ReadonlyMap<string, Reference>;
  /** Columns that no body carries, by property path, such as the entity of a status. */
  readonly columns?: Readonly<Partial<ColumnsOf<E>>>;
}

/**
 * Has everything go that is kept of a row beside it, such as answers to requests: the row is deleted, or names its person
 * no more.
 */
export type EraseTraces = (
  resource: Resource,
  row: Readonly<Columns>,
  transaction: Transaction,
  encrypt: Encrypt,
) => Promise<void>;

/** Writes down who has made a change, where somebody may want to know of it later. */
export type AuditChange = (
  resource: Resource,
  change: Change,
  caller: Caller,
  transaction: Transaction,
) => Promise<void>;

/** What the application hands to those who write. */
export interface WriterOptions {
  readonly encrypt: Encrypt;
  readonly quotas: Quotas;
  readonly eraseTraces: EraseTraces;
  readonly auditChange: AuditChange;
}

/** Writes rows with everything that belongs to them: references, embedded objects, hooks. One unit of work. */
export class Writer {
  /** What only the answer to this write shows, by field. */
  readonly shown = new Map<string, string>();
  /** What the client may want to know of this write, in sentences of ASCII. */
  readonly remarks = new Set<string>();
  private readonly rows: Rows;
  private readonly references: References;
  private readonly knownItems: KnownItems;
  private readonly embedded: Embedded;
  private readonly children: Children;

  constructor(
    tables: Tables,
    private readonly transaction: Transaction,
    private readonly caller: Caller,
    private readonly options: WriterOptions = BY_OPERATOR,
  ) {
    this.rows = new Rows(tables, transaction);
    this.references = new References(tables, transaction, caller.scope);
    this.knownItems = new KnownItems(this.rows, this.references, caller.scope);
    this.embedded = new Embedded(this, this.rows, this.references);
    this.children = new Children(this, this.rows, this.references, transaction);
  }

  /** @returns a reference to the new row. @throws BadInput, Violations, Forbidden. */
  create<E>(resource: Resource<E>, input: WriteInput, given?: WriteOverrides<E>): Promise<Reference>;
  async create(
    resource: Resource,
    input: WriteInput,
    { references = new Map(), columns }: WriteOverrides = {},
  ): Promise<Reference> {
    assertMayCreate(resource, this.caller.scope);
    refuse(checked(resource, input, (name) => !references.has(name)));
    const found: ResolvedReferences = new Map(
      [...references].map(([name, reference]) => [name, [reference]]),
    );
    await this.embedded.refer(resource, input, found);
    const row: Columns = { ...blankRow(resource) };
    row.id = randomUUID();
    for (const [name, value] of input) {
      const field = resource.fields.get(name);
      if (field?.groups.has('post')) Object.assign(row, field.write?.columns?.(value, this.options.encrypt));
    }
    Object.assign(row, columns);
    const owner = found.get(resource.ownerFrom)?.[0];
    if (resource.owner === 'workspace') row.workspacePk = owner?.workspacePk ?? null;
    if (resource.owner === 'team' || resource.owner === 'is workspace') row.teamPk = owner?.teamPk ?? null;
    this.link(resource, row, found, belongingOf(resource, row));
    const change = { kind: 'create' as const, before: undefined, after: row, ...this.about(input, found) };
    for (const hook of resource.beforeWrite) await hook(change, this.transaction);
    await this.validate(resource, change);
    await this.rows.insert(resource, row);
    const self = referenceTo(resource, row);
    this.touch(resource, change);
    await this.children.write(resource, input, self, true);
    for (const hook of resource.afterWrite) await hook(change, this.transaction);
    await this.options.auditChange(resource, change, this.caller, this.transaction);
    return self;
  }

  /**
   * Creates an item, or changes the one that the body names where it is there already; `update` is the body as a PUT has
   * it, undefined where what is there stays.
   * @returns a reference to the item, and whether it is new. @throws as `create` and `update`.
   */
  async upsert(
    resource: Resource,
    input: WriteInput,
    update: WriteInput | undefined,
  ): Promise<{ reference: Reference; isNew: boolean }> {
    const known = await this.knownItems.find(resource, input);
    if (known) return this.merge(resource, known, update);
    try {
      return { reference: await this.create(resource, input), isNew: true };
    } catch (error) {
      // another request may have made it a moment ago
      const isTaken =
        error instanceof Violations && error.violations.every(({ code }) => code === CODE.notUnique);
      const made = isTaken ? await this.knownItems.find(resource, input) : undefined;
      if (!made) throw error;
      return this.merge(resource, made, update);
    }
  }

  private async merge(
    resource: Resource,
    known: Columns,
    update: WriteInput | undefined,
  ): Promise<{ reference: Reference; isNew: boolean }> {
    this.references.remember(resource, known);
    if (!update) return { reference: referenceTo(resource, known), isNew: false };
    const input = await matched(resource, update, known.pk as number, (target, where) =>
      this.rows.find(target, where),
    );
    return { reference: await this.updateRow(resource, known, input), isNew: false };
  }

  remark(sentence: string): void {
    this.remarks.add(sentence);
  }

  /** Holds a row until the unit ends. @throws NotFound. */
  async lock(resource: Resource, id: string): Promise<Reference> {
    return referenceTo(resource, await this.one(resource, id));
  }

  /**
   * `references` are relations that no body changes: a part moves to another owner.
   * `columns` are written beside what the body carries.
   * @returns a reference to the changed row. @throws NotFound, BadInput, Violations.
   */
  update<E>(
    resource: Resource<E>,
    id: string,
    input: WriteInput,
    given?: WriteOverrides<E>,
  ): Promise<Reference>;
  async update(
    resource: Resource,
    id: string,
    input: WriteInput,
    given: WriteOverrides = {},
  ): Promise<Reference> {
    return this.updateRow(resource, await this.one(resource, id), input, given);
  }

  /** As `update`, of a row that `find` has just found. */
  updateRow<E>(
    resource: Resource<E>,
    before: ColumnsOf<E>,
    input: WriteInput,
    given?: WriteOverrides<E>,
  ): Promise<Reference>;
  async updateRow(
    resource: Resource,
    before: Columns,
    input: WriteInput,
    { references = new Map(), columns }: WriteOverrides = {},
  ): Promise<Reference> {
    assertMayChange(resource, before, 'update', this.caller);
    refuse(checked(resource, input, (name) => input.has(name)));
    const found: ResolvedReferences = new Map(
      [...references].map(([name, reference]) => [name, [reference]]),
    );
    await this.embedded.refer(resource, input, found, referenceTo(resource, before));
    const after: Columns = { ...before };
    for (const { name, write } of resource.fields.values()) {
      if (!input.has(name)) continue;
      Object.assign(after, write?.columns?.(input.get(name), this.options.encrypt));
      const stored = before[name] ?? null;
      if (write?.isSame?.(stored, after[name] ?? null)) after[name] = stored;
    }
    Object.assign(after, columns);
    this.link(resource, after, found, belongingOf(resource, before));
    const change = { kind: 'update' as const, before, after, ...this.about(input, found) };
    for (const hook of resource.beforeWrite) await hook(change, this.transaction);
    await this.validate(resource, change);
    const lists = await this.listsOf(resource, before, input);
    const isChanged = await this.rows.update(resource, before, after);
    const self = referenceTo(resource, before);
    if (isChanged || lists) this.touch(resource, change, { lists });
    if (resource.publishesEvents && isNoLongerNamed(before, after)) await this.erase(resource, before);
    await this.children.write(resource, input, self, false);
    for (const hook of resource.afterWrite) await hook(change, this.transaction);
    if (isChanged) await this.options.auditChange(resource, change, this.caller, this.transaction);
    return self;
  }

  /** Rows that the caller may write, by property path of their columns, held until the unit ends, in the order of their keys. */
  async find<E>(resource: Resource<E>, where: Condition): Promise<ColumnsOf<E>[]> {
    const rows = await this.rows.find(resource, and([scopeCondition(resource, this.caller.scope), where]));
    for (const row of rows) this.references.remember(resource, row);
    return rows;
  }

  /** Deletes a row and its parts, through the hooks of each. @throws NotFound, Violations. */
  async remove(resource: Resource, id: string): Promise<void> {
    const before = await this.one(resource, id);
    assertMayChange(resource, before, 'delete', this.caller);
    await this.removeRow(resource, before);
  }

  /** As `remove`, of a row that is known. */
  async removeRow(resource: Resource, before: Columns): Promise<void> {
    const change = {
      kind: 'delete' as const,
      before,
      after: undefined,
      ...this.about(new Map(), new Map()),
    };
    await this.validate(resource, change);
    for (const hook of resource.beforeDelete) await hook(change, this.transaction);
    const snapshot = resource.publishesEvents
      ? await outboxOf(this.transaction)?.itemOf(resource, keysOf(before), this.transaction)
      : undefined;
    if (resource.owner === 'is team') await forgetTeam(before.pk as number, this.transaction);
    for (const { target, via } of resource.cascadeChildren) {
      for (const part of await this.rows.find(target(), isOf(via, before.pk as number))) {
        await this.removeRow(target(), part);
      }
    }
    await this.rows.delete(resource, before);
    this.references.forget(resource, before);
    if (resource.owner !== 'is workspace') this.touch(resource, change, { snapshot });
    if (resource.publishesEvents) await this.erase(resource, before);
    for (const hook of resource.afterWrite) await hook(change, this.transaction);
    await this.options.auditChange(resource, change, this.caller, this.transaction);
    if (resource.owner === 'is workspace') {
      await forgetVersions(before.pk as number, this.transaction);
      await forgetChanges(before.pk as number, this.transaction);
    }
  }

  /**
   * Deletes some of the rows that came with a row, and what they are parts of with them.
   * @returns whether there may be more. @throws NotFound, Violations.
   */
  async removeData(resource: Resource, id: string, limit: number): Promise<boolean> {
    const before = await this.one(resource, id);
    assertMayChange(resource, before, 'delete', this.caller);
    const pk = before.pk as number;
    for (const part of resource.cascadeChildren.filter(({ target }) => target() === resource)) {
      const rows = await this.rows.find(resource, isOf(part.via, pk));
      for (const row of rows) await this.removeRow(resource, row);
    }
    for (const { target, via } of resource.deletableData) {
      const pks = await this.rows.some(target(), isOf(via, pk), limit);
      for (const each of pks) {
        // one before may have taken it along
        const [row] = await this.rows.find(target(), condition('t.pk = ?', each));
        if (row) await this.removeRow(target(), row);
      }
      if (pks.length > 0) return true;
    }
    return false;
  }

  /** What was remembered of the row's workspace no longer holds, and its subscribers are told. */
  private touch(
    resource: Resource,
    { kind, before, after }: Change,
    more: Pick<RecordedEvent, 'lists' | 'snapshot'> = {},
  ): void {
    const row = after ?? before ?? {};
    const columns = before && after ? Object.keys(after).filter((path) => after[path] !== before[path]) : [];
    touchWritten(resource, row, { event: kind, columns, ...more }, this.transaction);
  }

  private erase(resource: Resource, row: Columns): Promise<void> {
    const { eraseTraces, encrypt } = this.options;
    return eraseTraces(resource, row, this.transaction, encrypt);
  }

  /** The lists that a body replaces, as they are; undefined when it has none, or nobody wants to know. */
  private async listsOf(
    resource: Resource,
    row: Columns,
    input: WriteInput,
  ): Promise<ReadonlyMap<string, string> | undefined> {
    if (!resource.publishesEvents) return undefined;
    const lists = await outboxOf(this.transaction)?.listsOf(resource, keysOf(row), input, this.transaction);
    return lists && lists.size > 0 ? lists : undefined;
  }

  private async one(resource: Resource, id: string): Promise<Columns> {
    const { scope } = this.caller;
    const isMeant = condition('t.id = ?', id);
    const [row] = await this.find(resource, isMeant);
    if (row) return row;
    const { readable } = scope;
    const isReadable =
      readable &&
      (await this.rows.find(resource, and([scopeCondition(resource, readable), isMeant]), 'unlocked'));
    throw isReadable?.[0] ? new Forbidden() : new NotFound();
  }

  /** What hooks know of a write beside its row. */
  private about(sent: WriteInput, references: ResolvedReferences): Omit<Change, 'kind' | 'before' | 'after'> {
    const { userPk, may } = this.caller;
    const { shown } = this;
    const { encrypt, quotas } = this.options;
    return { sent, references, userPk, may, shown, encrypt, quotas };
  }

  private async validate(resource: Resource, change: Change): Promise<void> {
    const violations: Violation[] = [];
    for (const hook of resource.validate) violations.push(...(await hook(change, this.transaction)));
    // whoever sends again what is there already wants to know just that
    if (violations.length > 0 && change.after) {
      violations.push(...(await this.rows.taken(resource, change.after)));
    }
    refuse(violations);
  }

  /** Sets the foreign keys; what is referred to belongs to the row's own workspace or team. */
  private link(resource: Resource, row: Columns, found: ResolvedReferences, owner: Belonging): void {
    for (const [name, references] of found) {
      const relation = resource.fields.get(name)?.relation;
      if (!relation) continue;
      for (const reference of references) this.references.assertBelongs(reference, relation.target(), owner);
      if (relation.column) row[relation.column] = references[0]?.pk ?? null;
    }
  }
}

const keysOf = (row: Readonly<Columns>): { pk: number; workspacePk: number } => ({
  pk: row.pk as number,
  workspacePk: row.workspacePk as number,
});

/** Whether a change takes the person's address away: that is how somebody is erased whose item stays. */
const isNoLongerNamed = (before: Readonly<Columns>, after: Readonly<Columns>): boolean =>
  Boolean(before.email) && !after.email;

/** Of a writer that only makes rows, none of them with a secret. */
const BY_OPERATOR: WriterOptions = {
  encrypt: () => {
    throw new Error('A writer without a key was given something to encrypt.');
  },
  quotas: UNBOUNDED,
  eraseTraces: () => {
    throw new Error('A writer that only makes rows was to delete one.');
  },
  auditChange: () => Promise.resolve(),
};

const refuse = (violations: readonly Violation[]): void => {
  if (violations.length > 0) throw new Violations(violations);
};

/** What speaks against the values of a body, each alone. A required field may be missing where it is not asked for. */
function checked(resource: Resource, input: WriteInput, asked: (name: string) => boolean): Violation[] {
  const violations: Violation[] = [];
  for (const { name, required, write } of resource.fields.values()) {
    const value = input.get(name);
    const missing = value === undefined || value === null || value === '';
    if (required && missing && asked(name)) violations.push(isBlank(name));
    else if (input.has(name) && write?.check) violations.push(...write.check(value, name));
  }
  return violations;
}
