import { and, condition, type Condition } from '../../metadata/condition.js';
import type { Filter, FilterClass } from '../../metadata/filter.js';

/** Answers show whole seconds, so a moment without a fraction is all of its second: its first and its last instant. */
const startOf = (moment: string): string => moment;
const endOf = (moment: string): string => moment.replace(/\.0+$/, '.999999');

const OPERATORS = [
  ['before', '<=', endOf, 'at or before'],
  ['strictly_before', '<', startOf, 'before'],
  ['after', '>=', startOf, 'at or after'],
  ['strictly_after', '>', endOf, 'after'],
] as const;

/** `f[after]=2026-01-02T10:00:00+02:00`; the moment itself belongs to `before` and `after`. Null matches never. */
const dateFilter: FilterClass = {
  parameters: (path) =>
    OPERATORS.map(([key, , , words]) => ({
      name: `${path}[${key}]`,
      property: path,
      type: 'string',
      description: `\`${path}\` is ${words} this moment: ISO 8601, UTC where there is no offset, or Unix seconds.`,
      example: '2026-01-02T10:00:00+02:00',
    })),
  query: (path, { search, table }, asked) => {
    const parts: Condition[] = [];
    for (const [key, operator, edgeOf] of OPERATORS) {
      const text = asked.keyed(path, key);
      if (text === undefined) continue;
      const moment = search.stored(text);
      if (typeof moment !== 'string') asked.unusable(path, key);
      else parts.push(condition(`${table.column(search.column)} ${operator} ?`, edgeOf(moment)));
    }
    return parts.length > 0 ? and(parts) : undefined;
  },
};

/** Comparison with moments. */
export const date = <P extends string>(...paths: P[]): Filter<P> => ({ class: dateFilter, paths });
