import type { Field, FilterMapping } from '../metadata/field.js';
import type { Filter, FilterClass, Parameter } from '../metadata/filter.js';
import type { Resource } from '../metadata/resource.js';
import { orderFilter } from './filters/order.js';
import { PAGINATION_PARAMETERS } from './pagination.js';

/** A property path of a filter, followed through the declarations. */
export interface FilterPath {
  readonly path: string;
  readonly class: FilterClass;
  /** What its parameters begin with: `createdAt` of `createdAt[before]`. */
  readonly names: readonly string[];
  /** The relations on the way; the search's column belongs to the last one's table. */
  readonly relations: readonly string[];
  readonly search: FilterMapping;
}

/** Follows a path such as `orderItem.order.id` or `address.city` to the field that is compared. */
function follow(resource: Resource, path: string): Pick<FilterPath, 'relations' | 'search'> {
  const relations: string[] = [];
  let field: Field | undefined;
  let reached = resource;
  for (const name of path.split('.')) {
    if (field?.relation) {
      relations.push(field.name);
      reached = field.relation.target();
    }
    field = field?.parts ? field.parts.get(name) : reached.fields.get(name);
    if (!field) break;
  }
  if (!field?.search) throw new Error(`${resource.name}: "${path}" is not a property that can be searched.`);
  return { relations, search: field.search };
}

const namesOf = (filter: FilterClass, path: string): string[] => [
  ...new Set(filter.parameters(path).map(({ name }) => name.split('[', 1)[0] ?? '')),
];

const filterPaths = (resource: Resource, filters: readonly Filter[]): FilterPath[] =>
  filters.flatMap((filter) =>
    filter.paths.map((path) => ({
      path,
      class: filter.class,
      names: namesOf(filter.class, path),
      ...follow(resource, path),
    })),
  );

/** `groups[]=get` gives the members of a top-level collection the fields of an item. */
const GROUPS_PARAMETER: Parameter = {
  name: 'groups[]',
  property: 'groups',
  type: 'array',
  items: 'string',
  description: '`get` gives the members all fields of an item.',
  example: 'get',
};

/** Everything a collection of the resource can be filtered by. */
export const filtersOf = (resource: Resource): readonly FilterPath[] =>
  filterPaths(resource, [...resource.filters, ...resource.undocumentedFilters]).filter(
    (each) => each.class !== orderFilter,
  );

/** Everything a collection of the resource can be sorted by, by path. */
export const ordersOf = (resource: Resource): ReadonlyMap<string, FilterPath> =>
  new Map(
    filterPaths(resource, resource.filters)
      .filter((each) => each.class === orderFilter)
      .map((each) => [each.path, each]),
  );

/** The parameters that documents list: those of the declared filters, in their order. */
export const searchParameters = (resource: Resource): readonly Parameter[] => [
  ...resource.filters.flatMap((filter) => filter.paths.flatMap((path) => filter.class.parameters(path))),
  ...(resource.supportsGroups ? [GROUPS_PARAMETER] : []),
];

/** Those of all filters, with those that are not published and without orders. */
export const filterParameters = (resource: Resource): readonly Parameter[] =>
  [...resource.filters, ...resource.undocumentedFilters]
    .filter((filter) => filter.class !== orderFilter)
    .flatMap((filter) => filter.paths.flatMap((path) => filter.class.parameters(path)));

/** The published parameters of the resource's collections. */
export const collectionParameters = (resource: Resource): readonly Parameter[] => [
  ...PAGINATION_PARAMETERS,
  ...searchParameters(resource),
];

/** These, and those that clients use without being told. */
export const acceptedParameters = (resource: Resource): readonly Parameter[] => [
  ...collectionParameters(resource),
  ...resource.undocumentedFilters.flatMap((filter) =>
    filter.paths.flatMap((path) => filter.class.parameters(path)),
  ),
];
