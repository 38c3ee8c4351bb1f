import { and, condition, type Condition, type Stored } from '../../metadata/condition.js';
import type { Comparison } from '../../metadata/field.js';
import type { QueryParameters, Filter, FilterClass, FilterTarget } from '../../metadata/filter.js';

const OPERATORS: readonly (readonly [key: string, operator: Comparison, words: string])[] = [
  ['gt', '>', 'greater than'],
  ['gte', '>=', 'at least'],
  ['lt', '<', 'less than'],
  ['lte', '<=', 'at most'],
];

function compare({ search, table }: FilterTarget, operator: Comparison, value: Stored): Condition {
  if (search.derived) return search.derived.compare(table, operator, value as number);
  return condition(`${table.column(search.column)} ${operator} ?`, value);
}

/** `f[between]=1..5`, both ends included; undefined when it is not two values. */
function between(path: string, searched: FilterTarget, asked: QueryParameters): Condition | undefined {
  const ends = asked.keyed(path, 'between')?.split('..');
  if (ends === undefined) return undefined;
  const [from, to] = ends.map((end) => searched.search.stored(end));
  if (ends.length !== 2 || from === undefined || to === undefined) {
    asked.unusable(path, 'between');
    return undefined;
  }
  return and([compare(searched, '>=', from), compare(searched, '<=', to)]);
}

/** `f[gt]`, `f[gte]`, `f[lt]`, `f[lte]`, `f[between]`; all of them hold. Null is in no range. */
const rangeFilter: FilterClass = {
  parameters: (path) => [
    {
      name: `${path}[between]`,
      property: path,
      type: 'string',
      description: `\`${path}\` is between two numbers, both included.`,
      example: '1..5',
    },
    ...OPERATORS.map(([key, , words]) => ({
      name: `${path}[${key}]`,
      property: path,
      type: 'string' as const,
      description: `\`${path}\` is ${words} this number.`,
    })),
  ],
  query: (path, searched, asked) => {
    const parts = [between(path, searched, asked)];
    for (const [key, operator] of OPERATORS) {
      const text = asked.keyed(path, key);
      if (text === undefined) continue;
      const value = searched.search.stored(text);
      if (value === undefined) asked.unusable(path, key);
      else parts.push(compare(searched, operator, value));
    }
    const used = parts.filter((part) => part !== undefined);
    return used.length > 0 ? and(used) : undefined;
  },
};

/** Comparison with numbers. */
export const range = <P extends string>(...paths: P[]): Filter<P> => ({ class: rangeFilter, paths });
