import { and, condition, type Condition } from '../../resource/condition.js';
import type { Filter, FilterClass } from '../../resource/filter.js';

const OPERATORS = [
  ['before', '<='],
  ['strictly_before', '<'],
  ['after', '>='],
  ['strictly_after', '>'],
] as const;

/** `f[after]=2026-01-02T10:00:00+02:00`; the moment itself belongs to `before` and `after`. Null matches never. */
const dateFilter: FilterClass = {
  parameters: (path) =>
    OPERATORS.map(([key]) => ({ name: `${path}[${key}]`, property: path, type: 'string' })),
  condition: (path, { search, table }, asked) => {
    const parts: Condition[] = [];
    for (const [key, operator] of OPERATORS) {
      const text = asked.keyed(path, key);
      if (text === undefined) continue;
      const moment = search.stored(text);
      if (moment === undefined) asked.unusable(path, key);
      else parts.push(condition(`${table.column(search.column)} ${operator} ?`, moment));
    }
    return parts.length > 0 ? and(parts) : undefined;
  },
};

/** Comparison with moments. */
export const date = <P extends string>(...paths: P[]): Filter<P> => ({ class: dateFilter, paths });
