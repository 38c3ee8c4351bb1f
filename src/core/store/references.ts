import { isUUID } from 'class-validator';
import type { Tables } from '../database/tables.js';
import { and, condition, isIn, type Condition } from '../metadata/condition.js';
import { BadInput, Forbidden } from '../metadata/errors.js';
import type { Relation } from '../metadata/field.js';
import { iriOf, type Reference, type Resource } from '../metadata/resource.js';
import { type Batch, readBatch, type Transaction } from '../metadata/transaction.js';
import { ownerColumns, scopeCondition, type Scope } from './caller.js';
import type { Columns } from './rows.js';

export const isUuid = (text: string): boolean => isUUID(text);

/** The sentence for whatever is not there for the caller. */
export const itemNotFound = (iri: string): BadInput =>
  new BadInput(`Item not found for "${iri.slice(0, 200)}".`);

/** Columns that every row has that is meant. */
type Preset = NonNullable<Relation['preset']>;

/** Which workspace and team a row belongs to. */
export type Belonging = Pick<Reference, 'workspacePk' | 'teamPk'>;

/** What a body refers to by one relation. */
export interface Wanted {
  readonly relation: Pick<Relation, 'target' | 'preset'>;
  readonly iri: string;
}

/** Resolves what bodies refer to, inside the caller's scope. */
export class References {
  /** Rows that the unit of work has at hand, by IRI: they are not looked up again. */
  private readonly known = new Map<string, Reference>();

  constructor(
    private readonly tables: Tables,
    private readonly transaction: Transaction,
    private readonly scope: Scope,
  ) {}

  /** `row` is one that the caller may write. */
  remember(resource: Resource, row: Columns): void {
    this.known.set(iriOf(resource, row.id as string), referenceTo(resource, row));
  }

  forget(resource: Resource, row: Columns): void {
    this.known.delete(iriOf(resource, row.id as string));
  }

  /**
   * Looks up with one query what relations to several resources lead to, so that `resolve` has it at hand. What is not
   * there is left for `resolve` to refuse.
   */
  async lookUp(wanted: readonly Wanted[]): Promise<void> {
    const sought = new Map<Resource, string[]>();
    for (const { relation, iri } of wanted) {
      const resource = relation.target();
      const id = relation.preset || resource.owner === 'is workspace' ? undefined : idOf(iri, resource);
      if (id !== undefined && !this.known.has(iriOf(resource, id)))
        sought.set(resource, [...(sought.get(resource) ?? []), id]);
    }
    if (sought.size < 2) return;
    const found = await this.transaction.batch(jointLookupIn(this.scope, this.tables), sought);
    for (const [iri, row] of found) this.known.set(iri, row);
  }

  /**
   * The rows that IRIs point to, in their order.
   * @throws BadInput naming the first that is not there for the caller, or is of another resource.
   */
  async resolve(
    relation: Pick<Relation, 'target' | 'preset'>,
    iris: readonly string[],
  ): Promise<Reference[]> {
    if (iris.length === 0) return [];
    const { target, preset = {} } = relation;
    const resource = target();
    const ids = iris.map((iri) => idIn(iri, resource));
    if (resource.owner === 'is workspace')
      return ids.map((id, index) => this.workspace(id, iris[index] ?? ''));
    const found = new Map<string, Reference>();
    for (const id of ids) {
      const known = relation.preset ? undefined : this.known.get(iriOf(resource, id));
      if (known) found.set(id, known);
    }
    const others = ids.filter((id) => !found.has(id));
    for (const [id, row] of await this.rows(resource, preset, others, this.scope)) found.set(id, row);
    const missing = ids.find((id) => !found.has(id));
    if (missing !== undefined) await this.assertUnreadable(resource, preset, missing);
    return ids.map((id, index) => {
      const row = found.get(id);
      if (!row) throw itemNotFound(iris[index] ?? '');
      return row;
    });
  }

  /** @throws Forbidden when the caller may read the row, but not write where it is. */
  private async assertUnreadable(resource: Resource, preset: Preset, id: string): Promise<void> {
    const { readable } = this.scope;
    if (readable && (await this.rows(resource, preset, [id], readable)).size > 0) throw new Forbidden();
  }

  private async rows(
    resource: Resource,
    preset: Preset,
    ids: readonly string[],
    scope: Scope,
  ): Promise<ReadonlyMap<string, Reference>> {
    if (ids.length === 0) return new Map();
    return this.transaction.batch(lookupOf(resource, preset, scope, this.tables), ids);
  }

  /** The scope knows its workspaces. */
  private workspace(id: string, iri: string): Reference {
    const pk = this.scope.workspaceIds.get(id);
    if (pk === undefined && this.scope.readable?.workspaceIds.has(id)) throw new Forbidden();
    if (pk === undefined) throw itemNotFound(iri);
    return { pk, id, workspacePk: pk, teamPk: this.scope.workspaces.get(pk) ?? null };
  }

  /** A row refers only to rows of its own workspace, and to what its own team has. @throws BadInput. */
  assertBelongs(reference: Reference, target: Resource, row: Belonging): void {
    const isElsewhere =
      reference.workspacePk === null || row.workspacePk === null
        ? this.teamOf(reference) !== this.teamOf(row)
        : reference.workspacePk !== row.workspacePk;
    if (isElsewhere) throw itemNotFound(`/${target.path}/${reference.id}`);
  }

  private teamOf({ workspacePk, teamPk }: Belonging): number | null {
    return teamPk ?? (workspacePk === null ? null : (this.scope.workspaces.get(workspacePk) ?? null));
  }
}

type Lookup = Batch<readonly string[], ReadonlyMap<string, Reference>>;

/** By the scope in which they look. */
const lookups = new WeakMap<Scope, Map<string, Lookup>>();

/** Looks up rows by their ids, those of many lines with one query. */
function lookupOf(resource: Resource, preset: Preset, scope: Scope, tables: Tables): Lookup {
  const known = lookups.get(scope) ?? new Map<string, Lookup>();
  lookups.set(scope, known);
  const name = `${resource.path} ${JSON.stringify(preset)}`;
  const lookup =
    known.get(name) ??
    readBatch(async (lists: readonly (readonly string[])[], transaction) => {
      const { sql, params } = selectOf(resource, preset, lists.flat(), scope, tables);
      const rows = await transaction.rows<Reference>(sql, params);
      const found = new Map(rows.map((row) => [row.id, row]));
      return lists.map(() => found);
    });
  known.set(name, lookup);
  return lookup;
}

/** `also`: columns that come before the others, such as `1 AS place, `. */
function selectOf(
  resource: Resource,
  preset: Preset,
  ids: readonly string[],
  scope: Scope,
  tables: Tables,
  also = '',
): Condition {
  const owner = ownerColumns(resource);
  const where = and([
    scopeCondition(resource, scope),
    isIn('t.id', [...new Set(ids)]),
    ...Object.entries(preset).map(([column, value]) => condition(`t.${column} = ?`, value)),
  ]);
  return {
    sql:
      `SELECT ${also}t.pk AS pk, t.id AS id, ${owner.workspacePk} AS workspacePk, ${owner.teamPk} AS teamPk ` +
      `FROM ${tables.of(resource.entity).name} t WHERE ${where.sql}`,
    params: where.params,
  };
}

type JointLookup = Batch<ReadonlyMap<Resource, readonly string[]>, ReadonlyMap<string, Reference>>;

/** By the scope in which they look. */
const jointLookups = new WeakMap<Scope, JointLookup>();

/** Looks up rows of several resources by their ids, those of many lines as well, with one query. Answers them by IRI. */
function jointLookupIn(scope: Scope, tables: Tables): JointLookup {
  const known =
    jointLookups.get(scope) ??
    readBatch(async (all: readonly ReadonlyMap<Resource, readonly string[]>[], transaction) => {
      const ids = new Map<Resource, readonly string[]>();
      for (const sought of all)
        for (const [resource, some] of sought) ids.set(resource, [...(ids.get(resource) ?? []), ...some]);
      const resources = [...ids.keys()];
      const selects = resources.map((resource, at) =>
        selectOf(resource, {}, ids.get(resource) ?? [], scope, tables, `${at} AS place, `),
      );
      const rows = await transaction.rows<Reference & { readonly place: number }>(
        selects.map(({ sql }) => sql).join(' UNION ALL '),
        selects.flatMap(({ params }) => params),
      );
      const found = new Map(
        rows.map(({ place, ...row }) => [iriOf(resources[place] as Resource, row.id), row] as const),
      );
      return all.map(() => found);
    });
  jointLookups.set(scope, known);
  return known;
}

function idIn(iri: string, resource: Resource): string {
  const id = idOf(iri, resource);
  if (id === undefined) throw itemNotFound(iri);
  return id;
}

/** The id in an IRI of a resource; undefined where it is none. */
function idOf(iri: string, resource: Resource): string | undefined {
  const at = iri.lastIndexOf('/');
  const id = iri.slice(at + 1);
  return iri.slice(1, at) === resource.path && isUuid(id) ? id.toLowerCase() : undefined;
}

/** Whose a row is: its own workspace or team; a workspace or team is its own. */
export function belongingOf(resource: Resource, row: Columns): Belonging {
  const key = (name: string): number | null => (row[name] ?? null) as number | null;
  switch (resource.owner) {
    case 'workspace':
      return { workspacePk: key('workspacePk'), teamPk: null };
    case 'is workspace':
      return { workspacePk: key('pk'), teamPk: key('teamPk') };
    case 'team':
      return { workspacePk: null, teamPk: key('teamPk') };
    case 'is team':
      return { workspacePk: null, teamPk: key('pk') };
    case 'user':
    case 'is user':
      return { workspacePk: null, teamPk: null };
  }
}

export const referenceTo = (resource: Resource, row: Columns): Reference => ({
  pk: row.pk as number,
  id: row.id as string,
  ...belongingOf(resource, row),
});
