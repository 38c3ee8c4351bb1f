import { condition, or } from '../../resource/condition.js';
import type { Filter, FilterClass } from '../../resource/filter.js';

/** `f=x`: the value contains x, wherever; every character of x stands for itself. */
const partialFilter: FilterClass = {
  parameters: (path) => [{ name: path, property: path, type: 'string' }],
  condition: (path, { search, table }, asked) => {
    const values = asked.list(path);
    if (values === undefined) return undefined;
    const column = table.column(search.column);
    return or(values.map((value) => condition(`INSTR(${column}, ?) > 0`, search.part?.(value) ?? value)));
  },
};

/** Substring. */
export const partial = <P extends string>(...paths: P[]): Filter<P> => ({ class: partialFilter, paths });
