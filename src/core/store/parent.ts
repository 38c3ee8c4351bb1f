import { Source } from '../query/source.js';
import { idIs } from '../query/collection-query.js';
import { and, condition, type Condition } from '../metadata/condition.js';
import { NotFound } from '../metadata/errors.js';
import type { Link, Resource } from '../metadata/resource.js';
import { narrowed, ownerColumns, scopeCondition, type Scope } from './caller.js';
import type { Catalog } from './catalog.js';
import type { Read } from './reading.js';
import { isUuid } from './references.js';

/** One step of a nested path: an item, and the link that is followed from it. */
export interface Step {
  readonly resource: Resource;
  readonly id: string;
  readonly link: Link;
}

/** Where a collection's rows are. */
export interface Within {
  /** The tenant scope and, for a nested collection, the parent. */
  readonly conditions: readonly Condition[];
  readonly scope: Scope;
}

/** The scope of a collection. All steps of the path must belong together. @throws NotFound when they do not. */
export async function scopeOf(
  resource: Resource,
  steps: readonly Step[],
  scope: Scope,
  catalog: Catalog,
  read: Read,
): Promise<Within> {
  const parent = steps.at(-1);
  if (!parent) return { conditions: [scopeCondition(resource, scope)], scope };
  if (!steps.every(({ id }) => isUuid(id))) throw new NotFound();
  if (steps.length === 1 && parent.resource.owner === 'is workspace') {
    const workspacePk = scope.workspaceIds.get(parent.id.toLowerCase());
    if (workspacePk === undefined) throw new NotFound();
    return below({ pk: workspacePk, workspacePk, teamPk: null }, parent.link, resource, scope);
  }
  const source = new Source(catalog.tables, parent.resource.entity);
  const conditions = [scopeCondition(parent.resource, scope), idIs(parent.id.toLowerCase())];
  let path = '';
  for (const step of steps.slice(0, -1).reverse()) {
    path = `${path}${step.link.via}.`;
    conditions.push(condition(`${source.root.column(`${path}id`)} = ?`, step.id.toLowerCase()));
  }
  const owner = ownerColumns(parent.resource);
  const where = and(conditions);
  const [found] = await read(
    `SELECT t.pk, ${owner.workspacePk} AS workspacePk, ${owner.teamPk} AS teamPk FROM ${source.sql} WHERE ${where.sql}`,
    where.params,
  );
  if (!found) throw new NotFound();
  const [pk, workspacePk, teamPk] = found as [number, number | null, number | null];
  return below({ pk, workspacePk, teamPk }, parent.link, resource, scope);
}

interface Parent {
  readonly pk: number;
  readonly workspacePk: number | null;
  readonly teamPk: number | null;
}

function below(parent: Parent, link: Link, resource: Resource, wide: Scope): Within {
  const scope = narrowed(wide, parent);
  const owned = scopeCondition(resource, scope);
  const via = `t.${link.via}Pk`;
  const isSame = owned.sql === `${via} = ?`;
  return { conditions: isSame ? [owned] : [owned, condition(`${via} = ?`, parent.pk)], scope };
}
