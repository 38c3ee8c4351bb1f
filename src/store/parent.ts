import { Source } from '../query/source.js';
import { idIs } from '../query/collection-query.js';
import { and, condition, type Condition } from '../resource/condition.js';
import { NotFound } from '../resource/errors.js';
import type { Link, Resource } from '../resource/resource.js';
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

/**
 * The conditions of a collection: the tenant scope and, for a nested one, the parent. All steps of the path must belong
 * together. @throws NotFound when they do not.
 */
export async function scopeOf(
  resource: Resource,
  steps: readonly Step[],
  scope: Scope,
  catalog: Catalog,
  read: Read,
): Promise<Condition[]> {
  const parent = steps.at(-1);
  if (!parent) return [scopeCondition(resource, scope)];
  if (!steps.every(({ id }) => isUuid(id))) throw new NotFound();
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
  const within = scopeCondition(resource, narrowed(scope, { workspacePk, teamPk }));
  const via = `t.${parent.link.via}Pk`;
  return within.sql === `${via} = ?` ? [within] : [within, condition(`${via} = ?`, pk)];
}
