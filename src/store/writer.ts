import { randomUUID } from 'node:crypto';
import type { Tables } from '../database/tables.js';
import { and, condition, type Condition } from '../resource/condition.js';
import { Forbidden, NotFound, Violations } from '../resource/errors.js';
import type { Relation } from '../resource/field.js';
import type { ParsedRelation } from '../resource/fields/relation.js';
import { iriOf, type Change, type Reference, type Resource } from '../resource/resource.js';
import type { Transaction } from '../resource/transaction.js';
import { isBlank, within, type Violation } from '../resource/violation.js';
import { scopeCondition, type Caller } from './caller.js';
import { deserialize, type Draft } from './draft.js';
import { belongingOf, itemNotFound, References, referenceTo, type Belonging } from './references.js';
import { Rows, type Columns } from './rows.js';

/** What the owner of an embedded object gives it. */
interface Given {
  readonly references?: ReadonlyMap<string, Reference>;
  /** Columns that the relation fixes, such as the entity of a status. */
  readonly preset?: Readonly<Record<string, string>>;
}

type Found = Map<string, readonly Reference[]>;

/** Writes rows with everything that belongs to them: references, embedded objects, rules, effects. One unit of work. */
export class Writer {
  private readonly rows: Rows;
  private readonly references: References;

  constructor(
    tables: Tables,
    private readonly transaction: Transaction,
    private readonly caller: Caller,
  ) {
    this.rows = new Rows(tables, transaction);
    this.references = new References(tables, transaction, caller.scope);
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
    await this.refer(resource, draft, found);
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
    await this.writeParts(resource, draft, self, true);
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
    await this.refer(resource, draft, found, referenceTo(resource, before));
    const after: Columns = { ...before };
    for (const { name, write } of resource.fields.values()) {
      if (draft.has(name)) Object.assign(after, write?.columns?.(draft.get(name)));
    }
    this.link(resource, after, found, belongingOf(resource, before));
    const change = this.change('update', before, after, draft, found);
    await this.rule(resource, change);
    await this.rows.update(resource, before, after);
    const self = referenceTo(resource, before);
    await this.writeParts(resource, draft, self, false);
    for (const effect of resource.effects) await effect(change, this.transaction);
    return self;
  }

  /** Deletes a row and its parts, through the rules of each. @throws NotFound, Violations. */
  async remove(resource: Resource, id: string): Promise<void> {
    await this.removeRow(resource, await this.find(resource, id));
  }

  private async removeRow(resource: Resource, before: Columns): Promise<void> {
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

  /** Resolves the references of a body, and creates what it embeds in to-one relations. */
  private async refer(resource: Resource, draft: Draft, found: Found, self?: Reference): Promise<void> {
    for (const { name, relation } of resource.fields.values()) {
      if (!relation || !draft.has(name) || found.has(name)) continue;
      if (relation.cardinality === 'one') {
        const value = draft.get(name) as ParsedRelation;
        if (isPart(relation, resource) && value !== null && value.iri === undefined) continue;
        found.set(
          name,
          value === null ? [] : [await this.one(name, relation, value, found.get('workspace')?.[0] ?? self)],
        );
      } else if (!relation.embeds) {
        const iris = (draft.get(name) as readonly ParsedRelation[]).map((each) => each?.iri ?? '');
        found.set(name, await this.references.resolve(relation, iris));
      }
    }
  }

  private async one(
    name: string,
    relation: Relation,
    value: NonNullable<ParsedRelation>,
    owner?: Reference,
  ): Promise<Reference> {
    if (value.iri !== undefined)
      return (await this.references.resolve(relation, [value.iri]))[0] as Reference;
    const target = relation.target();
    const draft = deserialize(target, value.body, 'post', name);
    if (relation.reuseBy === undefined || !owner?.workspacePk) {
      return inside(name, () => this.create(target, draft));
    }
    const workspacePk = owner.workspacePk;
    const known = await this.known(target, relation, draft, workspacePk);
    if (known) return known;
    const references = new Map([[target.ownerFrom, { ...owner, pk: workspacePk }]]);
    const { preset } = relation;
    try {
      return await inside(name, () =>
        this.create(target, draft, { references, ...(preset ? { preset } : {}) }),
      );
    } catch (error) {
      // another request may have made it a moment ago
      const made = error instanceof Violations && (await this.known(target, relation, draft, workspacePk));
      if (!made) throw error;
      return made;
    }
  }

  /** What the workspace has already, such as a status by its code. */
  private async known(
    target: Resource,
    { preset, reuseBy = '' }: Relation,
    draft: Draft,
    workspacePk: number,
  ): Promise<Reference | undefined> {
    const search = target.fields.get(reuseBy)?.search;
    const value = draft.get(reuseBy);
    if (!search || typeof value !== 'string') return undefined;
    const same = { workspacePk, ...preset, [search.column]: search.stored(value) ?? '' };
    const where = and(Object.entries(same).map(([column, each]) => condition(`t.${column} = ?`, each)));
    const [row] = await this.rows.find(target, where, 'unlocked');
    return row && referenceTo(target, row);
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

  /** Writes what a body embeds and what belongs to the row: lists of parts, and single objects that need their owner first. */
  private async writeParts(resource: Resource, draft: Draft, self: Reference, isNew: boolean): Promise<void> {
    for (const { name, relation } of resource.fields.values()) {
      if (!relation?.embeds || !draft.has(name)) continue;
      if (relation.cardinality === 'many') {
        await this.writeList(
          name,
          relation,
          resource,
          draft.get(name) as readonly ParsedRelation[],
          self,
          isNew,
        );
        continue;
      }
      const value = draft.get(name) as ParsedRelation;
      if (!isPart(relation, resource) || !value?.body || value.iri !== undefined) continue;
      const part = await this.createPart(
        name,
        relation.target(),
        value.body,
        relation.target().ownerFrom,
        self,
      );
      await this.rows.update(resource, { pk: self.pk }, { [relation.column ?? '']: part.pk });
    }
  }

  /** `@id` changes a part, none creates one, and what the list leaves out is deleted. */
  private async writeList(
    name: string,
    relation: Relation,
    resource: Resource,
    list: readonly ParsedRelation[],
    self: Reference,
    isNew: boolean,
  ): Promise<void> {
    const target = relation.target();
    const via = resource.parts.find((part) => part.target() === target)?.via ?? '';
    const rows = isNew ? [] : await this.rows.find(target, isOf(via, self.pk));
    const kept = new Map(rows.map((row) => [iriOf(target, row.id as string), row]));
    for (const each of list) if (each?.iri !== undefined && !kept.has(each.iri)) throw itemNotFound(each.iri);
    const named = new Set(list.map((each) => each?.iri));
    for (const [iri, row] of kept) if (!named.has(iri)) await this.removeRow(target, row);
    for (const [index, each] of list.entries()) {
      const path = `${name}[${index}]`;
      if (each?.iri === undefined) {
        if (each) await this.createPart(path, target, each.body, via, self);
      } else if (each.body) {
        const draft = deserialize(target, each.body, 'put', path);
        const id = kept.get(each.iri)?.id as string;
        await inside(path, () => this.update(target, id, draft));
      }
    }
  }

  private createPart(
    path: string,
    target: Resource,
    body: unknown,
    via: string,
    self: Reference,
  ): Promise<Reference> {
    const draft = deserialize(target, body, 'post', path);
    return inside(path, () => this.create(target, draft, { references: new Map([[via, self]]) }));
  }
}

const isOf = (via: string, pk: number): Condition => condition(`t.${via}Pk = ?`, pk);

/** The object belongs to the row that embeds it, so it can only be created after it. */
const isPart = ({ target, embeds }: Relation, resource: Resource): boolean =>
  embeds && target().fields.get(target().ownerFrom)?.relation?.target() === resource;

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

/** Does the work of an embedded object; its violations are told from the whole body's point of view. */
async function inside<T>(path: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw error instanceof Violations ? new Violations(within(path, error.violations)) : error;
  }
}
