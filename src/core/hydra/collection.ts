import type { Pagination } from '../query/pagination.js';
import type { QueryString } from '../query/query-string.js';
import { searchParameters } from '../query/filter-paths.js';
import type { Resource } from '../metadata/resource.js';

/** A page, as the store reads it. */
export interface CollectionPage {
  /** A JSON list. */
  readonly members: string;
  /** Rows on all pages; undefined when they were not counted. */
  readonly total: number | undefined;
  readonly pagination: Pagination;
  /** How the next page is asked for, where the total does not tell. */
  readonly next: number | { readonly cursor: string } | 'last' | undefined;
}

/** A page of a collection in Hydra's words, as JSON text. `path` is the request's, with a suffix where it has one; `id` without. */
export function hydraCollection(
  resource: Resource,
  { id, path }: { readonly id: string; readonly path: string },
  query: QueryString,
  page: CollectionPage,
): string {
  const view = viewOf(path, query, page);
  return [
    `{"@context":"/contexts/${resource.name}","@id":${JSON.stringify(id)},"@type":"hydra:Collection"`,
    `"hydra:member":${page.members}`,
    ...(page.total === undefined ? [] : [`"hydra:totalItems":${page.total}`]),
    ...(view ? [`"hydra:view":${JSON.stringify(view)}`] : []),
    ...searchOf(resource, id),
  ]
    .join()
    .concat('}');
}

const VIEW = { '@type': 'hydra:PartialCollectionView' };

/** Where a page stands among the others. */
export interface PageView {
  readonly '@id': string;
  readonly 'hydra:first'?: string;
  readonly 'hydra:last'?: string;
  readonly 'hydra:previous'?: string;
  readonly 'hydra:next'?: string;
}

/** The view of a page; nothing when there is one page and no query. `path` has the request's suffix. */
export function viewOf(
  path: string,
  query: QueryString,
  { total, pagination, next }: Omit<CollectionPage, 'members'>,
): PageView | undefined {
  const { page, itemsPerPage } = pagination;
  const iri = (target: number | { readonly cursor: string }): string => `${path}?${query.withPage(target)}`;
  const cursor = query.scalar('cursor');
  if (cursor !== undefined || typeof next === 'object') {
    return {
      '@id': cursor === undefined ? iri(1) : iri({ cursor }),
      ...VIEW,
      'hydra:first': iri(1),
      ...(typeof next === 'object' ? { 'hydra:next': iri(next) } : {}),
    };
  }
  const last = total === undefined ? undefined : lastPage(total, itemsPerPage);
  const following = next ?? (page < (last ?? 0) ? page + 1 : 'last');
  if (page === 1 && following === 'last') {
    const rest = query.without('page', 'cursor');
    return rest === '' ? undefined : { '@id': `${path}?${rest}`, ...VIEW };
  }
  return {
    '@id': iri(page),
    ...VIEW,
    'hydra:first': iri(1),
    ...(last === undefined ? {} : { 'hydra:last': iri(last) }),
    ...(page > 1 ? { 'hydra:previous': iri(page - 1) } : {}),
    ...(following === 'last' ? {} : { 'hydra:next': iri(following) }),
  };
}

const lastPage = (total: number, itemsPerPage: number): number =>
  itemsPerPage === 0 ? 1 : Math.max(1, Math.ceil(total / itemsPerPage));

/** The search of a resource, in two halves between which the path stands. */
const searches = new WeakMap<Resource, readonly [string, string] | undefined>();

function searchOf(resource: Resource, path: string): string[] {
  if (!searches.has(resource)) searches.set(resource, halves(resource));
  const search = searches.get(resource);
  return search ? [search[0] + JSON.stringify(path).slice(1, -1) + search[1]] : [];
}

function halves(resource: Resource): readonly [string, string] | undefined {
  const parameters = searchParameters(resource);
  if (parameters.length === 0) return undefined;
  const search = JSON.stringify({
    '@type': 'hydra:IriTemplate',
    'hydra:template': `{?${parameters.map(({ name }) => name).join()}}`,
    'hydra:variableRepresentation': 'BasicRepresentation',
    'hydra:mapping': parameters.map(({ name, property }) => ({
      '@type': 'IriTemplateMapping',
      variable: name,
      property,
      required: false,
    })),
  });
  const at = search.indexOf('{?');
  return [`"hydra:search":${search.slice(0, at)}`, search.slice(at)];
}
