import { randomUUID } from 'node:crypto';
import type { Tables } from '../database/tables.js';
import { and, condition } from '../resource/condition.js';
import { Forbidden, NotFound, Violations } from '../resource/errors.js';
import type { Change, Reference, Resource } from '../resource/resource.js';
import type { Transaction } from '../resource/transaction.js';
import { isBlank, type Violation } from '../resource/violation.js';
import { scopeCondition, type Caller } from './caller.js';
import type { Draft } from './draft.js';
import { Embedded, type Found } from './embedded.js';
import { isOf, Parts } from './parts.js';
import { belongingOf, References, referenceTo, type Belonging } from './references.js';
import { Rows, type Columns } from './rows.js';

/** What the owner of an embedded object gives it. */
export interface Given {
  readonly references?: ReadonlyMap<string, Reference>;
  /** Columns that the relation fixes, such as the entity of a status. */
  readonly preset?: Readonly<Record<string, string>>;
}

/** Writes rows with everything that belongs to them: references, embedded objects, rules, effects. One unit of work. */
export class Writer {
  private readonly rows: Rows;
  private readonly references: References;
  private readonly embedded: Embedded;
  private readonly parts: Parts;

  constructor(
    tables: Tables,
    private readonly transaction: Transaction,
    private readonly caller: Caller,
  ) {
    this.rows = new Rows(tables, transaction);
    this.references = new References(tables, transaction, caller.scope);
    this.embedded = new Embedded(this, this.rows, this.references);
    this.parts = new Parts(this, this.rows);
  }

  /** @returns a reference to the new row. @throws BadInput, Violations, Forbidden. */
  async create(
    resource: Resource,
    draft: Draft,
    { references = new Map(), preset = {} }: Given = {},
  ): Promise<Reference> {
    const isOutside = resource.owner === 'is team' || resource.owner === 'is workspace';
    if (isOutside && this.caller.scope.isBound) throw new Forbidden();
    refuse(checked(resource, draft, (name) => !references.has(name)));
    const found: Found = new Map([...references].map(([name, reference]) => [name, [reference]]));
    await this.embedded.refer(resource, draft, found);
    const row: Columns = { id: randomUUID() };
    for (const { name, groups, write } of resource.fields.values()) {
      if (groups.has('post'))
        Object.assign(row, write?.columns?.(draft.has(name) ? draft.get(name) : write.default));
    }
    Object.assign(row, preset);
    const owner = found.get(resource.ownerFrom)?.[0];
    if (resource.owner === 'workspace') row.workspacePk = owner?.workspacePk ?? null;
    if (resource.owner === 'team' || resource.owner === 'is workspace') row.teamPk = owner?.teamPk ?? null;
    this.link(resource, row, found, belongingOf(resource, row));
    const change = this.change('create', undefined, row, draft, found);
    await this.rule(resource, change);
    row.pk = await this.rows.insert(resource, row);
    const self = referenceTo(resource, row);
    await this.parts.write(resource, draft, self, true);
    for (const effect of resource.effects) await effect(change, this.transaction);
    return self;
  }

  /** Holds a row until the unit ends. @throws NotFound. */
  async lock(resource: Resource, id: string): Promise<Reference> {
    return referenceTo(resource, await this.find(resource, id));
  }

  /** @returns a reference to the changed row. @throws NotFound, BadInput, Violations. */
  async update(resource: Resource, id: string, draft: Draft): Promise<Reference> {
    const before = await this.find(resource, id);
    refuse(checked(resource, draft, (name) => draft.has(name)));
    const found: Found = new Map();
    await this.embedded.refer(resource, draft, found, referenceTo(resource, before));
    const after: Columns = { ...before };
    for (const { name, write } of resource.fields.values()) {
      if (draft.has(name)) Object.assign(after, write?.columns?.(draft.get(name)));
    }
    this.link(resource, after, found, belongingOf(resource, before));
    const change = this.change('update', before, after, draft, found);
    await this.rule(resource, change);
    await this.rows.update(resource, before, after);
    const self = referenceTo(resource, before);
    await this.parts.write(resource, draft, self, false);
    for (const effect of resource.effects) await effect(change, this.transaction);
    return self;
  }

  /** Deletes a row and its parts, through the rules of each. @throws NotFound, Violations. */
  async remove(resource: Resource, id: string): Promise<void> {
    await this.removeRow(resource, await this.find(resource, id));
  }

  /** As `remove`, of a row that is known. */
  async removeRow(resource: Resource, before: Columns): Promise<void> {
    const change = this.change('delete', before, undefined, new Map(), new Map());
    await this.rule(resource, change);
    for (const { target, via } of resource.parts) {
      for (const part of await this.rows.find(target(), isOf(via, before.pk as number))) {
        await this.removeRow(target(), part);
      }
    }
    await this.rows.delete(resource, before.pk as number);
    for (const effect of resource.effects) await effect(change, this.transaction);
  }

  private async find(resource: Resource, id: string): Promise<Columns> {
    const where = and([scopeCondition(resource, this.caller.scope), condition('t.id = ?', id)]);
    const [row] = await this.rows.find(resource, where);
    if (!row) throw new NotFound();
    return row;
  }

  private change(
    kind: Change['kind'],
    before: Columns | undefined,
    after: Columns | undefined,
    sent: Draft,
    references: Found,
  ): Change {
    return { kind, before, after, sent, references, userPk: this.caller.userPk };
  }

  private async rule(resource: Resource, change: Change): Promise<void> {
    const violations: Violation[] = [];
    for (const rule of resource.rules) violations.push(...(await rule(change, this.transaction)));
    // whoever sends again what is there already wants to know just that
    if (violations.length > 0 && change.after) {
      violations.push(...(await this.rows.taken(resource, change.after)));
    }
    refuse(violations);
  }

  /** Sets the foreign keys; what is referred to belongs to the row's own workspace or team. */
  private link(resource: Resource, row: Columns, found: Found, owner: Belonging): void {
    for (const [name, references] of found) {
      const relation = resource.fields.get(name)?.relation;
      if (!relation) continue;
      for (const reference of references) this.references.assertBelongs(reference, relation.target(), owner);
      if (relation.column) row[relation.column] = references[0]?.pk ?? null;
    }
  }
}

const refuse = (violations: readonly Violation[]): void => {
  if (violations.length > 0) throw new Violations(violations);
};

/** What speaks against the values of a body, each alone. A required field may be missing where it is not asked for. */
function checked(resource: Resource, draft: Draft, asked: (name: string) => boolean): Violation[] {
  return [...resource.fields.values()].flatMap(({ name, required, write }) => {
    const value = draft.get(name);
    const missing = value === undefined || value === null || value === '';
    if (required && missing && asked(name)) return [isBlank(name)];
    return draft.has(name) ? (write?.check?.(value, name) ?? []) : [];
  });
}
