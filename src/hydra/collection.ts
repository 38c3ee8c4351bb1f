import type { Pagination } from '../query/pagination.js';
import type { QueryString } from '../query/query-string.js';
import { searchParameters } from '../query/searchable.js';
import type { Resource } from '../resource/resource.js';

export interface CollectionAnswer {
  readonly resource: Resource;
  /** The path of the request, without its query. */
  readonly path: string;
  readonly query: QueryString;
  readonly members: readonly object[];
  readonly total: number;
  readonly pagination: Pagination;
}

/** A page of a collection in Hydra's words. */
export function hydraCollection({
  resource,
  path,
  query,
  members,
  total,
  pagination,
}: CollectionAnswer): object {
  const view = viewOf(path, query, total, pagination);
  const search = searchOf(resource, path);
  return {
    '@context': `/contexts/${resource.name}`,
    '@id': path,
    '@type': 'hydra:Collection',
    'hydra:member': members,
    'hydra:totalItems': total,
    ...(view ? { 'hydra:view': view } : {}),
    ...(search ? { 'hydra:search': search } : {}),
  };
}

/** Where this page stands among the others; nothing when there is one page and no query. */
function viewOf(
  path: string,
  query: QueryString,
  total: number,
  { page, itemsPerPage }: Pagination,
): object | undefined {
  const last = itemsPerPage === 0 ? 1 : Math.max(1, Math.ceil(total / itemsPerPage));
  const isPaged = last > 1 || page > 1;
  const type = { '@type': 'hydra:PartialCollectionView' };
  if (!isPaged) {
    const rest = query.withoutPage();
    return rest === '' ? undefined : { '@id': `${path}?${rest}`, ...type };
  }
  const iri = (number: number): string => `${path}?${query.withPage(number)}`;
  return {
    '@id': iri(page),
    ...type,
    'hydra:first': iri(1),
    'hydra:last': iri(last),
    ...(page > 1 ? { 'hydra:previous': iri(page - 1) } : {}),
    ...(page < last ? { 'hydra:next': iri(page + 1) } : {}),
  };
}

interface Search {
  readonly variables: string;
  readonly mapping: readonly object[];
}

const searches = new WeakMap<Resource, Search>();

function searchOf(resource: Resource, path: string): object | undefined {
  let search = searches.get(resource);
  if (!search) {
    const parameters = searchParameters(resource);
    search = {
      variables: parameters.map(({ name }) => name).join(','),
      mapping: parameters.map(({ name, property }) => ({
        '@type': 'IriTemplateMapping',
        variable: name,
        property,
        required: false,
      })),
    };
    searches.set(resource, search);
  }
  if (search.mapping.length === 0) return undefined;
  return {
    '@type': 'hydra:IriTemplate',
    'hydra:template': `${path}{?${search.variables}}`,
    'hydra:variableRepresentation': 'BasicRepresentation',
    'hydra:mapping': search.mapping,
  };
}
