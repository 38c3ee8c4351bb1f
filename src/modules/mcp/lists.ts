import { viewOf } from '../../core/hydra/collection.js';
import { BadInput, NotFound } from '../../core/metadata/errors.js';
import { idFrom } from '../../core/metadata/fields/simple.js';
import type { Resource } from '../../core/metadata/resource.js';
import { QueryString } from '../../core/query/query-string.js';
import type { Json } from '../../core/serializer/reader.js';
import type { Caller } from '../../core/store/caller.js';
import type { Step } from '../../core/store/parent.js';
import type { Store } from '../../core/store/store.js';
import { isUuid } from '../../core/store/references.js';
import { orderResource } from '../orders/order.resource.js';
import { shipmentResource } from '../shipments/shipment.resource.js';

/** A piece of a list, and how the next one is asked for. */
export interface Piece {
  readonly items: readonly Json[];
  readonly nextCursor: string | null;
}

/** Reads a piece of a list by the query of its REST endpoint; parameters that would be ignored are refused. @throws BadInput. */
export async function readList(
  store: Store,
  resource: Resource,
  query: string,
  caller: Caller,
  steps: readonly Step[] = [],
): Promise<Piece> {
  const path = `/${resource.path}`;
  const sent = new QueryString(query);
  const page = await store.page(
    {
      resource,
      path,
      steps,
      query: sent,
      group: steps.length > 0 ? 'get' : 'getc',
      ld: false,
      preferences: { strict: true, uncounted: true, byCursor: true },
    },
    caller,
  );
  const next = viewOf(path, sent, page)?.['hydra:next'];
  const nextCursor = next === undefined ? null : sealed(next.slice(next.indexOf('?') + 1));
  return { items: page.members.json(), nextCursor };
}

/** What every cursor begins with, before it is encoded. */
const MARK = 'next:';

const sealed = (query: string): string => Buffer.from(MARK + query).toString('base64url');

/** The query that a cursor stands for. @throws BadInput. */
export function queryOf(cursor: string): string {
  const text = Buffer.from(cursor, 'base64url').toString();
  if (!text.startsWith(MARK))
    throw new BadInput('That is no nextCursor of an answer. Call without a cursor to begin anew.');
  return text.slice(MARK.length);
}

/** The step below an item of a resource: `/orders/{id}/items`. */
export function stepTo(resource: Resource, id: string, segment: string): Step {
  const link = resource.links.find((each) => each.segment === segment);
  if (!link) throw new Error(`${resource.name} has no link ${segment}.`);
  return { resource, id, link };
}

/** Filters as the API has them, `{"createdAt": {"after": "…"}, "trackingStatus": ["…"]}` or `{"createdAt[after]": "…"}`, as a query. */
export function filterPairs(filters: unknown): [string, string][] {
  if (filters === undefined || filters === null) return [];
  if (typeof filters !== 'object' || Array.isArray(filters))
    throw new BadInput('"filters" must be an object: {"trackingStatus": ["in_transit"]}.');
  return Object.entries(filters).flatMap(([name, value]) => pairsOf(name, value));
}

function pairsOf(name: string, value: unknown): [string, string][] {
  if (Array.isArray(value))
    return value.flatMap((each) => pairsOf(name.endsWith('[]') ? name : `${name}[]`, each));
  if (typeof value === 'object' && value !== null)
    return Object.entries(value).flatMap(([key, each]) => pairsOf(`${name}[${key}]`, each));
  const isText = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
  return [[name, isText ? String(value) : '']];
}

export const queryText = (pairs: readonly (readonly [string, string])[]): string =>
  pairs.map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`).join('&');

/** A shipment by its id, IRI, URI or tracking number. @throws NotFound, BadInput when several have the number. */
export const findShipment = (store: Store, name: string, caller: Caller): Promise<Json> =>
  findOne(store, shipmentResource, 'trackingNumber', name, caller);

/** An order by its id, IRI, URI or number. @throws as `findShipment`. */
export const findOrder = (store: Store, name: string, caller: Caller): Promise<Json> =>
  findOne(store, orderResource, 'orderNumber', name, caller);

const plain = (text: string): string => text.replace(/[\s-]/g, '').toUpperCase();

async function findOne(
  store: Store,
  resource: Resource,
  field: string,
  name: string,
  caller: Caller,
): Promise<Json> {
  const id = idFrom(name.replace(/^waybill:\//, ''));
  if (id !== undefined && isUuid(id)) return store.item(resource, id, caller, false);
  const query = queryText([
    [field, name],
    ['itemsPerPage', '100'],
  ]);
  const { items } = await readList(store, resource, query, caller);
  const found = items.filter((each) => plain(String(each[field])) === plain(name));
  const [one, another] = found;
  if (!one) throw new NotFound(`There is no ${resource.name.toLowerCase()} "${name.slice(0, 100)}".`);
  if (another) {
    const ids = found.map((each) => String(each.id)).join(', ');
    throw new BadInput(`Several have this ${field}. Call again with one of these ids: ${ids}.`);
  }
  return store.item(resource, String(one.id), caller, false);
}
