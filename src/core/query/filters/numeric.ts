import { isIn, or, type Stored } from '../../metadata/condition.js';
import type { Filter, FilterClass } from '../../metadata/filter.js';

/** `f=5`, `f[]=5&f[]=6`; one value that is no number, and the whole filter is ignored. */
const numericFilter: FilterClass = {
  parameters: (path) => [
    { name: path, property: path, type: 'integer', description: `\`${path}\` equals this.` },
    {
      name: `${path}[]`,
      property: path,
      type: 'array',
      items: 'integer',
      description: `\`${path}\` equals one of these.`,
    },
  ],
  query: (path, { search, table }, asked) => {
    const values = asked.list(path)?.map((value) => search.stored(value));
    if (values === undefined) return undefined;
    if (values.includes(undefined)) {
      asked.unusable(path);
      return undefined;
    }
    const { derived } = search;
    if (derived) return or(values.map((value) => derived.compare(table, '=', value as number)));
    return isIn(table.column(search.column), values as Stored[]);
  },
};

/** Equality with one of some numbers. */
export const numeric = <P extends string>(...paths: P[]): Filter<P> => ({ class: numericFilter, paths });
