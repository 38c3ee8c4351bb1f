import { readFileSync } from 'node:fs';

/** The facts of one list: properties by the class of their parameters. */
interface ListFacts {
  /** How many parameters there are in all; it proves that the classes are expanded rightly. */
  readonly count: number;
  /** Nested lists with the same parameters. */
  readonly nested?: readonly string[];
  readonly order?: readonly string[];
}

const range = ['between', 'gt', 'gte', 'lt', 'lte'];
const date = ['before', 'strictly_before', 'after', 'strictly_after'];

/** The parameters of each class, by the property they are about. */
const CLASSES: Record<string, (property: string) => readonly string[]> = {
  exact: (property) => [property, `${property}[]`],
  numeric: (property) => [property, `${property}[]`],
  scalar: (property) => [property],
  boolean: (property) => [property],
  list: (property) => [`${property}[]`],
  range: (property) => range.map((operator) => `${property}[${operator}]`),
  date: (property) => date.map((operator) => `${property}[${operator}]`),
  empty: (property) => [`empty[${property}]`],
  exists: (property) => [`exists[${property}]`],
  order: (property) => [`order[${property}]`],
};

/** A list as TrackMage publishes it. */
export interface PublishedList {
  readonly path: string;
  readonly count: number;
  readonly nested: readonly string[];
  readonly sortable: readonly string[];
  /** All query parameters, with `page` and `itemsPerPage`. */
  readonly parameters: readonly string[];
}

const file = new URL('../contract/parameters.json', import.meta.url);
const facts = JSON.parse(readFileSync(file, 'utf8')) as Record<string, ListFacts>;

/** TrackMage's lists, from `test/contract/parameters.json`. */
export const publishedLists: readonly PublishedList[] = Object.entries(facts).map(([path, list]) => ({
  path,
  count: list.count,
  nested: list.nested ?? [],
  sortable: list.order ?? [],
  parameters: [
    'page',
    'itemsPerPage',
    ...Object.entries(list).flatMap(([name, properties]) =>
      (CLASSES[name] ? (properties as readonly string[]) : []).flatMap((each) => CLASSES[name]?.(each) ?? []),
    ),
  ],
}));
