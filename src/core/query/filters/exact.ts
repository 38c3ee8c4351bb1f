import { isIn, NEVER, type Stored } from '../../metadata/condition.js';
import type { Filter, FilterClass } from '../../metadata/filter.js';

/** `f=x` or `f[]=x&f[]=y`: any of the values. A malformed id matches nothing. */
const exactFilter: FilterClass = {
  parameters: (path) => [
    { name: path, property: path, type: 'string', description: `\`${path}\` equals this.` },
    {
      name: `${path}[]`,
      property: path,
      type: 'array',
      items: 'string',
      description: `\`${path}\` equals one of these.`,
    },
  ],
  query: (path, { search, table }, asked) => {
    const values = asked.list(path);
    if (values === undefined) return undefined;
    const stored = values
      .map((value) => search.stored(value))
      .filter((value): value is Stored => value !== undefined);
    const isId = search.kind === 'id';
    if (stored.length < values.length && !isId) asked.unusable(path);
    if (stored.length === 0) return isId ? NEVER : undefined;
    return search.anyOf ? search.anyOf(table, stored) : isIn(table.column(search.column), stored);
  },
};

/** Equality with one of the values; on ids and relations the value is an id or an IRI. */
export const exact = <P extends string>(...paths: P[]): Filter<P> => ({ class: exactFilter, paths });
