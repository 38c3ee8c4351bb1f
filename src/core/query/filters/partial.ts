import { condition, or, type Condition } from '../../metadata/condition.js';
import type { Filter, FilterClass } from '../../metadata/filter.js';

/**
 * `f=x`: the value contains x, wherever; every character of x stands for itself. Values are kept without the blanks around
 * them, so a blank at an end of x also finds the value's end.
 */
const partialFilter: FilterClass = {
  parameters: (path) => [
    {
      name: path,
      property: path,
      type: 'string',
      description: `\`${path}\` contains this, without regard to case.`,
    },
  ],
  query: (path, { search, table }, asked) => {
    const values = asked.list(path);
    if (values === undefined) return undefined;
    const column = table.column(search.column);
    const contains = (part: string): Condition => {
      if (/^ | $/.test(part)) return condition(`INSTR(${table.dialect.inBlanks(column)}, ?) > 0`, part);
      return search.contains?.(table, part) ?? condition(`INSTR(${column}, ?) > 0`, part);
    };
    return or(values.map((value) => contains(search.part?.(value) ?? value)));
  },
};

/** Substring. */
export const partial = <P extends string>(...paths: P[]): Filter<P> => ({ class: partialFilter, paths });
