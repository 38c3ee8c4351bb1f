import { condition, type Condition, type Stored } from '../metadata/condition.js';
import { Violations } from '../metadata/errors.js';
import type { ParsedRelation } from '../metadata/fields/relation.js';
import { idFrom } from '../metadata/fields/simple.js';
import { iriOf, type Reference, type Resource } from '../metadata/resource.js';
import type { Transaction } from '../metadata/transaction.js';
import { CODE } from '../metadata/violation.js';
import type { Scope } from './caller.js';
import { relationsOf } from './embedded.js';
import type { References } from './references.js';
import type { Columns, Rows } from './rows.js';
import { holdUpserts } from './workspace-version.js';
import type { WriteInput } from './write-input.js';

/**
 * What becomes of a body whose item is there already (PostgREST's words): it is changed as by a PUT, or left as it is.
 * Without a resolution it is refused.
 */
export type Resolution = 'merge-duplicates' | 'ignore-duplicates';

const INTEGRATION = 'externalSourceIntegration';
const SYNC_ID = 'externalSourceSyncId';

/** Whether bodies of a resource name what may be there already. */
export const supportsUpsert = ({ fields, mergeBy }: Resource): boolean =>
  mergeBy !== undefined || (fields.has(INTEGRATION) && fields.has(SYNC_ID));

/** The workspace that a body says its item is in, where the caller may write. */
export function workspaceOf(input: WriteInput, { workspaceIds }: Scope): number | undefined {
  const iri = (input.get('workspace') as ParsedRelation | undefined)?.iri ?? '';
  return workspaceIds.get(idFrom(iri) ?? '');
}

/** Has other upserts in the workspaces of some bodies wait until this unit ends. */
export async function holdWorkspaces(
  inputs: readonly WriteInput[],
  scope: Scope,
  transaction: Transaction,
): Promise<void> {
  const pks = new Set(inputs.map((input) => workspaceOf(input, scope)).filter((pk) => pk !== undefined));
  for (const pk of [...pks].sort((one, other) => one - other)) await holdUpserts(pk, transaction);
}

/** Finds the items that bodies name. */
export class KnownItems {
  constructor(
    private readonly rows: Rows,
    private readonly references: References,
    private readonly scope: Scope,
  ) {}

  /**
   * The item with the body's external id at its integration; else the one with its tracking number or order number. An
   * item that the integrations of a shop tell apart by other ids is another one.
   * @throws Violations when several are meant.
   */
  async find(resource: Resource, input: WriteInput): Promise<Columns | undefined> {
    const workspacePk = workspaceOf(input, this.scope);
    const external = await this.externalOf(resource, input);
    if (external) {
      const [row] = await this.rows.holdSame(resource, external, SYNC_ID);
      if (row && this.isOwn(resource, row, workspacePk)) return row;
    }
    const { mergeBy } = resource;
    const value = mergeBy === undefined ? undefined : input.get(mergeBy);
    if (mergeBy === undefined || typeof value !== 'string' || value === '' || workspacePk === undefined)
      return undefined;
    const { search } = resource.fields.get(mergeBy) ?? {};
    if (!search) return undefined;
    const same = { workspacePk, [search.column]: search.stored(value) ?? '' };
    const found = await this.rows.holdSame(resource, same, search.column);
    const meant = found.filter((row) => row[mergeBy] === value);
    const isUnique = resource.unique.some(({ columns }) => columns.includes(mergeBy));
    if (isUnique) return meant[0];
    return onlyOf(mergeBy, external ? meant.filter((row) => !isOther(row, external)) : meant);
  }

  private async externalOf(resource: Resource, input: WriteInput): Promise<Columns | undefined> {
    const relation = resource.fields.get(INTEGRATION)?.relation;
    const iri = (input.get(INTEGRATION) as ParsedRelation | undefined)?.iri;
    const syncId = input.get(SYNC_ID);
    if (!relation || iri === undefined || typeof syncId !== 'string' || syncId === '') return undefined;
    const [integration] = await this.references.resolve(relation, [iri]);
    return { externalSourceIntegrationPk: (integration as Reference).pk, externalSourceSyncId: syncId };
  }

  /** What the caller may write, and is where the body says. */
  private isOwn({ owner }: Resource, row: Columns, workspacePk: number | undefined): boolean {
    if (owner === 'team') return this.scope.teams.has(row.teamPk as number);
    if (owner !== 'workspace') return false;
    const own = row.workspacePk as number;
    return this.scope.workspaces.has(own) && (workspacePk ?? own) === own;
  }
}

const isOther = (row: Columns, external: Columns): boolean =>
  row.externalSourceSyncId !== null &&
  Object.entries(external).some(([column, value]) => row[column] !== value);

function onlyOf(propertyPath: string, rows: readonly Columns[]): Columns | undefined {
  if (rows.length < 2) return rows[0];
  const message = 'There are several items with this value, so none of them is meant.';
  throw new Violations([{ propertyPath, message, code: CODE.notUnique }]);
}

/**
 * A body as it changes the item that is there: what its lists carry is matched with what is there, by external id, else
 * by place, so that the same body sent again changes nothing.
 */
export async function matched(
  resource: Resource,
  input: WriteInput,
  pk: number,
  find: (target: Resource, where: Condition) => Promise<readonly Columns[]>,
): Promise<WriteInput> {
  const result = new Map(input);
  for (const { name, relation } of relationsOf(resource)) {
    if (!relation.embeds || relation.cardinality !== 'many' || !input.has(name)) continue;
    const target = relation.target();
    const via = resource.cascadeChildren.find((part) => part.target() === target)?.via ?? '';
    const rows = await find(target, condition(`t.${via}Pk = ?`, pk));
    const list = input.get(name) as readonly ParsedRelation[];
    result.set(name, matchedList(target, list, rows));
  }
  return result;
}

function matchedList(
  target: Resource,
  list: readonly ParsedRelation[],
  rows: readonly Columns[],
): readonly ParsedRelation[] {
  const named = new Set(list.map((each) => each?.iri));
  const left = rows.filter((row) => !named.has(iriOf(target, row.id as string)));
  const take = (isMeant: (row: Columns) => boolean): Columns | undefined => {
    const at = left.findIndex(isMeant);
    return at < 0 ? undefined : left.splice(at, 1)[0];
  };
  const idOf = (each: ParsedRelation): Stored => (each?.body?.[SYNC_ID] ?? null) as Stored;
  const found = new Map<ParsedRelation, Columns>();
  const open = list.filter((each) => each?.iri === undefined);
  for (const each of open) {
    const row = idOf(each) === null ? undefined : take((one) => one.externalSourceSyncId === idOf(each));
    if (row) found.set(each, row);
  }
  for (const each of open) {
    if (found.has(each)) continue;
    const row = take((one) => (one.externalSourceSyncId ?? null) === null || idOf(each) === null);
    if (row) found.set(each, row);
  }
  return list.map((each) => {
    const row = each && found.get(each);
    return row && each?.body ? { iri: iriOf(target, row.id as string), body: each.body } : each;
  });
}
