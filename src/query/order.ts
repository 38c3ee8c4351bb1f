import type { Condition } from '../resource/condition.js';
import type { QueryString } from './query-string.js';
import type { SearchablePath } from './searchable.js';
import type { Source } from './source.js';

/**
 * ORDER BY from `order[path]=asc|desc`, in the order sent. The automatic key comes last, in the direction of the last
 * one, so that pages never overlap and an index can be read backwards. Both databases sort NULL first.
 */
export function orderBy(
  query: QueryString,
  orders: ReadonlyMap<string, SearchablePath>,
  source: Source,
): Condition {
  const parts: string[] = [];
  const params: Condition['params'][number][] = [];
  let direction = 'ASC';
  for (const [path, value] of query.entries('order')) {
    const order = orders.get(path);
    if (!order) continue;
    query.understand('order', path);
    const wanted = value.toUpperCase();
    if (wanted !== 'ASC' && wanted !== 'DESC') {
      query.unusable('order', path);
      continue;
    }
    direction = wanted;
    const table = tableOf(source, order);
    const by = order.search.derived?.expression(table) ?? {
      sql: table.column(order.search.column),
      params: [],
    };
    parts.push(`${by.sql} ${direction}`);
    params.push(...by.params);
  }
  return { sql: [...parts, `t.pk ${direction}`].join(', '), params };
}

/** The table that a path's column belongs to, joined when need be. */
export function tableOf(source: Source, { relations }: SearchablePath): Source['root'] {
  if (relations.length === 0) return source.root;
  return { ...source.root, column: (path) => source.root.column([...relations, path].join('.')) };
}
