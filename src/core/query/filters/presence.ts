import { condition, type Condition } from '../../metadata/condition.js';
import type { Filter, FilterClass, FilterTarget } from '../../metadata/filter.js';

/** `true`, `1` and nothing are yes; `false` and `0` no; anything else cannot be used. */
function truth(text: string): boolean | undefined {
  if (text === 'true' || text === '1' || text === '') return true;
  return text === 'false' || text === '0' ? false : undefined;
}

/** A class whose parameter is `<operator>[<path>]=true|false`. */
const presenceFilter = (
  operator: string,
  meaning: string,
  is: (searched: FilterTarget, yes: boolean) => Condition,
): FilterClass => ({
  parameters: (path) => [
    {
      name: `${operator}[${path}]`,
      property: path,
      type: 'boolean',
      description: `\`${path}\` ${meaning}; \`false\`: the others.`,
    },
  ],
  query: (path, searched, asked) => {
    const text = asked.keyed(operator, path);
    if (text === undefined) return undefined;
    const yes = truth(text);
    if (yes === undefined) {
      asked.unusable(operator, path);
      return undefined;
    }
    return is(searched, yes);
  },
});

const emptyFilter = presenceFilter('empty', 'has no value, or an empty one', ({ search, table }, yes) => {
  const column = table.column(search.column);
  return condition(yes ? `${column} IS NULL OR ${column} = ''` : `${column} <> ''`);
});

const existsFilter = presenceFilter(
  'exists',
  'has a value',
  ({ search, table }, yes) =>
    search.exists?.(table, yes) ??
    condition(`${table.column(search.column)} IS ${yes ? 'NOT NULL' : 'NULL'}`),
);

/** `empty[f]=true`: null or an empty string; of a list: without an element. */
export const empty = <P extends string>(...paths: P[]): Filter<P> => ({ class: emptyFilter, paths });

/** `exists[f]=true`: not null. */
export const exists = <P extends string>(...paths: P[]): Filter<P> => ({ class: existsFilter, paths });
