import type { Clock } from '../database/clock.js';
import type { Database } from '../database/database.js';
import type { InstallationSecret } from '../database/installation-secret.js';
import type { CollectionPlan } from '../query/collection-query.js';
import { openCursor, sealCursor } from '../query/cursor.js';
import { MAX_ITEMS, paginationOf, type Pagination } from '../query/pagination.js';
import type { QueryString } from '../query/query-string.js';
import { acceptedParameters } from '../query/searchable.js';
import type { Stored } from '../resource/condition.js';
import { BadInput } from '../resource/errors.js';
import type { Group, Row } from '../resource/field.js';
import type { Resource } from '../resource/resource.js';
import type { Json, Reader } from '../serializer/reader.js';
import type { Caller } from './caller.js';
import type { Catalog } from './catalog.js';
import { scopeOf, type Step } from './parent.js';
import { readFrom, readMembers, type Read } from './reading.js';

/** A list that is wanted. */
export interface CollectionRequest {
  readonly resource: Resource;
  /** The path of the request, without its query. */
  readonly path: string;
  /** Of a nested collection: the items that its path goes through. */
  readonly steps: readonly Step[];
  readonly query: QueryString;
  readonly group: Group;
  readonly ld: boolean;
  readonly preferences: Preferences;
}

/** What a client prefers (RFC 7240). */
export interface Preferences {
  /** Refuse parameters that would be ignored. */
  readonly strict: boolean;
  /** Do not count the rows of all pages. */
  readonly uncounted: boolean;
  /** Go on from the last row instead of skipping rows. */
  readonly byCursor: boolean;
}

export interface Page {
  readonly members: readonly Json[];
  /** Rows on all pages; undefined when they were not counted. */
  readonly total: number | undefined;
  readonly pagination: Pagination;
  /** How the next page is asked for, where the total does not tell: its number or a cursor; `last` when there is none. */
  readonly next: number | { readonly cursor: string } | 'last' | undefined;
}

type Slice = Pick<Page, 'next'> & { readonly rows: readonly Row[] };

/** Reads collections: pages by number or by cursor, and whole ones in batches. */
export class Collections {
  private readonly read: Read;

  constructor(
    private readonly catalog: Catalog,
    database: Database,
    private readonly clock: Clock,
    private readonly secret: InstallationSecret,
  ) {
    this.read = readFrom(database);
  }

  /** @throws NotFound when the path leads nowhere, BadInput when the page makes no sense. */
  async page(request: CollectionRequest, caller: Caller): Promise<Page> {
    const { query, preferences } = request;
    const pagination = paginationOf(query);
    const cursor = query.scalar('cursor');
    const key = await this.secret.key('cursor');
    const position = cursor === undefined ? undefined : openCursor(cursor, aboutOf(request), key);
    const isKept = position && this.catalog.queries(request.resource).sortsByRunning(query);
    const now = isKept ? position.now : this.clock.now();
    const plan = await this.plan(request, caller, now);
    const reader = this.catalog.reader(request.resource, request.group);
    const byCursor = cursor !== undefined || preferences.byCursor;
    const { rows, next } = byCursor
      ? await this.following(plan, reader, position?.values, pagination.itemsPerPage, (values) =>
          sealCursor({ now, values }, aboutOf(request), key),
        )
      : await this.numbered(plan, reader, pagination, preferences);
    const told = byCursor ? undefined : totalToldBy(rows.length, pagination);
    const total = preferences.uncounted ? undefined : (told ?? (await this.count(plan)));
    const members = await readMembers(this.catalog, reader, rows, { ld: request.ld, now }, this.read);
    return { members, total, pagination, next };
  }

  /** All members, in batches that each begin where the last one ended: memory stays the same however many there are. */
  async *batches(request: CollectionRequest, caller: Caller): AsyncGenerator<readonly Json[]> {
    const now = this.clock.now();
    const plan = await this.plan(request, caller, now);
    const reader = this.catalog.reader(request.resource, request.group);
    let after: readonly Stored[] | undefined;
    for (;;) {
      const { sql, params } = plan.following(reader.selection, after, MAX_ITEMS);
      const rows = await this.read(sql, params);
      if (rows.length > 0)
        yield await readMembers(this.catalog, reader, rows, { ld: request.ld, now }, this.read);
      const last = rows.at(-1);
      if (!last || rows.length < MAX_ITEMS) return;
      after = last.slice(-plan.keys.length) as readonly Stored[];
    }
  }

  private async plan(request: CollectionRequest, caller: Caller, now: number): Promise<CollectionPlan> {
    const { resource, query, steps } = request;
    const scope = await scopeOf(resource, steps, caller.scope, this.catalog, this.read);
    const plan = this.catalog.queries(resource).plan({ scope, query, now });
    if (request.preferences.strict) refuseIgnored(query, resource);
    return plan;
  }

  private async numbered(
    plan: CollectionPlan,
    { selection }: Reader,
    pagination: Pagination,
    { uncounted }: Preferences,
  ): Promise<Slice> {
    const { page, itemsPerPage } = pagination;
    if (itemsPerPage === 0) return { rows: [], next: uncounted ? 'last' : undefined };
    // without a total, one row more tells whether there is a next page
    const { sql, params } = plan.page(selection, pagination, uncounted ? 1 : 0);
    const rows = await this.read(sql, params);
    const next = rows.length > itemsPerPage ? page + 1 : 'last';
    return { rows: rows.slice(0, itemsPerPage), next: uncounted ? next : undefined };
  }

  private async following(
    plan: CollectionPlan,
    { selection }: Reader,
    after: readonly Stored[] | undefined,
    limit: number,
    seal: (values: readonly Stored[]) => string,
  ): Promise<Slice> {
    if (limit === 0) return { rows: [], next: 'last' };
    const { sql, params } = plan.following(selection, after, limit + 1);
    const found = await this.read(sql, params);
    const rows = found.slice(0, limit);
    const last = rows.at(-1);
    if (!last || found.length <= limit) return { rows, next: 'last' };
    return { rows, next: { cursor: seal(last.slice(-plan.keys.length) as readonly Stored[]) } };
  }

  private async count(plan: CollectionPlan): Promise<number> {
    const { sql, params } = plan.count();
    return Number((await this.read(sql, params))[0]?.[0] ?? 0);
  }
}

/** What a cursor is good for: the collection, its filters and its order, with any page size. */
const aboutOf = ({ path, query }: CollectionRequest): string =>
  `${path}?${query.without('page', 'cursor', 'itemsPerPage')}`;

/** The total, where the page itself tells it: it is the last one and has rows, or the first one. */
function totalToldBy(rows: number, { page, itemsPerPage }: Pagination): number | undefined {
  const isLast = rows < itemsPerPage && (rows > 0 || page === 1);
  return isLast ? (page - 1) * itemsPerPage + rows : undefined;
}

/** @throws BadInput that names each parameter without an effect, and what there is. */
function refuseIgnored(query: QueryString, resource: Resource): void {
  const ignored = query.ignored();
  if (ignored.length === 0) return;
  const named = ignored.map(({ parameter, reason }) =>
    reason === 'unknown' ? `"${parameter}" is unknown` : `the value of "${parameter}" cannot be used`,
  );
  const allowed = acceptedParameters(resource).map(({ name }) => name);
  throw new BadInput(`In the query ${named.join(', ')}. Supported parameters are: ${allowed.join(', ')}.`);
}
