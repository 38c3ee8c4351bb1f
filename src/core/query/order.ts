import { and, condition, NEVER, or, type Condition, type Stored } from '../metadata/condition.js';
import type { QueryString } from './query-string.js';
import type { FilterPath } from './filter-paths.js';
import type { Source } from './source.js';

/** One key of a sort; the last one is always the automatic key. */
export interface SortKey extends Condition {
  readonly direction: 'ASC' | 'DESC';
  /** It counts to the request's moment, which must then stay the same from page to page. */
  readonly isRunning: boolean;
}

/**
 * The sort that `order[path]=asc|desc` asks for, in the order sent. The automatic key comes last, in the direction of the
 * last one, so that pages never overlap and an index can be read backwards. Both databases sort NULL first.
 */
export function sortKeys(
  query: QueryString,
  orders: ReadonlyMap<string, FilterPath>,
  source: Source,
): readonly SortKey[] {
  const keys: SortKey[] = [];
  let direction: SortKey['direction'] = 'ASC';
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
    const derived = order.search.derived?.expression(table);
    const by = derived ?? condition(table.column(order.search.column));
    keys.push({ ...by, direction, isRunning: derived !== undefined });
  }
  return [...keys, { sql: 't.pk', params: [], direction, isRunning: false }];
}

/** The rows that come after the one whose sort keys have these values. */
export function comesAfter(keys: readonly SortKey[], values: readonly Stored[]): Condition {
  const alternatives = keys.map((key, index) =>
    and([
      ...keys.slice(0, index).map((earlier, at) => compare(earlier, '=', values[at] ?? null)),
      compare(key, 'after', values[index] ?? null),
    ]),
  );
  const [first] = keys;
  // says nothing new, but lets an index begin at the right place
  const bound = first && keys.length > 1 ? [compare(first, 'not before', values[0] ?? null)] : [];
  return and([...bound, or(alternatives)]);
}

function compare(
  { sql, params, direction }: SortKey,
  relation: '=' | 'after' | 'not before',
  value: Stored,
): Condition {
  const isNull = { sql: `${sql} IS NULL`, params };
  const beside =
    relation === '=' ? '=' : `${direction === 'ASC' ? '>' : '<'}${relation === 'after' ? '' : '='}`;
  const compared = { sql: `${sql} ${beside} ?`, params: [...params, value] };
  if (value !== null) return direction === 'ASC' || relation === '=' ? compared : or([compared, isNull]);
  // NULL is the smallest
  if (relation === '=') return isNull;
  if (direction === 'ASC')
    return relation === 'after' ? { sql: `${sql} IS NOT NULL`, params } : condition('1 = 1');
  return relation === 'after' ? NEVER : isNull;
}

/** The table that a path's column belongs to, joined when need be. */
export function tableOf(source: Source, { relations }: FilterPath): Source['root'] {
  if (relations.length === 0) return source.root;
  return { ...source.root, column: (path) => source.root.column([...relations, path].join('.')) };
}
