import { condition } from '../../metadata/condition.js';
import type { Filter, FilterClass } from '../../metadata/filter.js';

/** `f=true|1`, `f=false|0`. */
const booleanFilter: FilterClass = {
  parameters: (path) => [
    { name: path, property: path, type: 'boolean', description: `\`${path}\` is true, or false.` },
  ],
  query: (path, { search, table }, asked) => {
    const [value] = asked.list(path) ?? [];
    if (value === undefined) return undefined;
    if (!['true', 'false', '1', '0'].includes(value)) {
      asked.unusable(path);
      return undefined;
    }
    return condition(`${table.column(search.column)} = ?`, search.stored(value) ?? 0);
  },
};

/** A yes-or-no property. */
export const boolean = <P extends string>(...paths: P[]): Filter<P> => ({ class: booleanFilter, paths });
