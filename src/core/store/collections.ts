import type { Clock } from '../database/clock.js';
import type { Database } from '../database/database.js';
import { type InstallationSecret, keyFor } from '../database/installation-secret.js';
import type { Selection } from '../query/collection-plan.js';
import { openCursor, type Position, sealCursor } from '../query/cursor.js';
import { MAX_ITEMS, paginationOf, type Pagination } from '../query/pagination.js';
import type { QueryString } from '../query/query-string.js';
import { Source } from '../query/source.js';
import { acceptedParameters } from '../query/filter-paths.js';
import type { Stored } from '../metadata/condition.js';
import { BadInput } from '../metadata/errors.js';
import type { Group, Row, SqlTable } from '../metadata/field.js';
import type { Resource } from '../metadata/resource.js';
import { type Json, type Reader, selectionOf } from '../serializer/reader.js';
import type { Caller } from './caller.js';
import type { Catalog } from './catalog.js';
import { CountCache, type CountedList } from './count-cache.js';
import { scopeOf, type Step } from './parent.js';
import { readFrom } from './reading.js';
import { countedOnce, totalsFor, type TotalsOf } from './workspace-totals.js';

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

interface AnyPage {
  /** Rows on all pages; undefined when they were not counted. */
  readonly total: number | undefined;
  readonly pagination: Pagination;
  /** How the next page is asked for, where the total does not tell: its number or a cursor; `last` when there is none. */
  readonly next: number | { readonly cursor: string } | 'last' | undefined;
}

export interface Page extends AnyPage {
  readonly members: Members;
}

/** Some columns of the rows of a page. */
export interface RowPage extends AnyPage {
  readonly rows: readonly Row[];
}

/** The rows of a page, in one form or the other. */
export interface Members {
  json(): readonly Json[];
  /** A JSON list. */
  text(): string;
}

type Slice = Pick<RowPage, 'next' | 'total' | 'rows'>;

/** A list that is being read. */
interface Reading extends CountedList {
  readonly request: CollectionRequest;
}

/** Reads collections: pages by number or by cursor, and whole ones in batches. */
export class Collections {
  /** How many rows of resources workspaces have, as it is remembered. */
  readonly totalsOf: TotalsOf;
  private readonly lists: CountCache;

  constructor(
    private readonly catalog: Catalog,
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly secret: InstallationSecret,
  ) {
    this.lists = new CountCache(catalog.silentlyChangedBy);
    this.totalsOf = countedOnce(catalog, this.lists, clock);
  }

  /** @throws NotFound when the path leads nowhere, BadInput when the page makes no sense. */
  async page(request: CollectionRequest, caller: Caller): Promise<Page> {
    const reader = this.readerOf(request);
    const { rows, reading, ...page } = await this.read(request, caller, reader.selection);
    const { read, now } = reading;
    const context = { ld: request.ld, now, ...(await totalsFor(reader, rows, read, this.totalsOf)) };
    const members: Members = {
      json: () => rows.map((row) => reader.toJson(row, context)),
      text: () => `[${rows.map((row) => reader.toText(row, context)).join()}]`,
    };
    return { ...page, members };
  }

  /** Some columns of a page's rows, the key first. @throws as `page`. */
  async selectPage(
    request: CollectionRequest,
    caller: Caller,
    columns: (table: SqlTable) => readonly string[],
  ): Promise<RowPage> {
    const source = new Source(this.catalog.tables, request.resource.entity);
    const selection = selectionOf(columns(source.root), source);
    const { rows, total, next, pagination } = await this.read(request, caller, selection);
    return { rows, total, next, pagination };
  }

  private async read(
    request: CollectionRequest,
    caller: Caller,
    selection: Selection,
  ): Promise<RowPage & { readonly reading: Reading }> {
    const { query, preferences } = request;
    const pagination = paginationOf(query);
    const cursor = query.scalar('cursor');
    const isByCursor = cursor !== undefined || preferences.byCursor;
    const key = isByCursor ? this.secret.key('cursor') : undefined;
    const position = cursor === undefined ? undefined : await this.positionOf(cursor, request);
    const isKept = position && this.catalog.queries(request.resource).sortsByRunning(query);
    const now = isKept ? position.now : this.clock.now();
    const reading = await this.begin(request, caller, now, selection);
    const slice = reading.plan.isEmpty
      ? nothing(isByCursor, preferences)
      : key
        ? await this.following(reading, position?.values, pagination.itemsPerPage, (values) =>
            sealCursor({ now, values }, aboutOf(request), key),
          )
        : preferences.uncounted
          ? await this.uncounted(reading, pagination)
          : await this.numbered(reading, pagination);
    return { ...slice, pagination, reading };
  }

  /** Some columns of all rows of a list, in any order. @throws as `page`. */
  async select(
    request: CollectionRequest,
    caller: Caller,
    columns: (table: SqlTable) => readonly string[],
  ): Promise<readonly Row[]> {
    const { plan, read } = await this.begin(request, caller, this.clock.now());
    const { sql, params } = plan.select(columns);
    return read(sql, params);
  }

  /** All members, in batches that each begin where the last one ended: memory stays the same however many there are. */
  async *batches(request: CollectionRequest, caller: Caller): AsyncGenerator<readonly Json[]> {
    const now = this.clock.now();
    const reader = this.readerOf(request);
    const { plan, selection, read } = await this.begin(request, caller, now);
    if (plan.isEmpty) return;
    let after: readonly Stored[] | undefined;
    for (;;) {
      const { sql, params } = plan.following(selection, after, MAX_ITEMS);
      const rows = await read(sql, params);
      const context = { ld: request.ld, now, ...(await totalsFor(reader, rows, read, this.totalsOf)) };
      if (rows.length > 0) yield rows.map((row) => reader.toJson(row, context));
      const last = rows.at(-1);
      if (!last || rows.length < MAX_ITEMS) return;
      after = plan.keysOf(last);
    }
  }

  /** @throws BadInput. */
  private async positionOf(cursor: string, request: CollectionRequest): Promise<Position> {
    const about = aboutOf(request);
    const position = await this.secret.signer((secret) =>
      openCursor(cursor, about, keyFor('cursor', secret)),
    );
    if (!position) throw new BadInput('The cursor does not belong to this query. Begin again without it.');
    return position;
  }

  private readerOf({ resource, group }: CollectionRequest): Reader {
    return this.catalog.reader(resource, group);
  }

  private async begin(
    request: CollectionRequest,
    caller: Caller,
    now: number,
    selection = this.readerOf(request).selection,
  ): Promise<Reading> {
    const { resource, query, steps, path } = request;
    const read = readFrom(this.database, caller);
    const { conditions, scope } = await scopeOf(resource, steps, caller.scope, this.catalog, read);
    const workspacePks = resource.owner === 'workspace' ? [...scope.workspaces.keys()] : [];
    const counted = this.catalog.counted(resource, { scope: conditions, query, now, workspacePks });
    if (request.preferences.strict) refuseIgnored(query, resource);
    return {
      ...counted,
      name: `${workspacePks.join()} ${path}?${query.filters}`,
      order: query.orders,
      selection,
      read,
      request,
    };
  }

  private async numbered(reading: Reading, pagination: Pagination): Promise<Slice> {
    const { page, itemsPerPage: limit } = pagination;
    const span = { offset: (page - 1) * limit, limit };
    const known = await this.lists.page(reading, span);
    if (known) return { ...known, next: undefined };
    const { plan, selection } = reading;
    const { sql, params } = plan.page(selection, span, this.lists.version(reading));
    const rows = limit === 0 ? [] : await reading.read(sql, params);
    const told = totalFromPage(rows.length, pagination);
    const total = told ?? (await this.lists.total(reading, rows));
    if (told === undefined) this.lists.storePage(reading, span, rows);
    return { rows, next: undefined, total };
  }

  /** Without a total, one row more tells whether there is a next page. */
  private async uncounted(reading: Reading, { page, itemsPerPage: limit }: Pagination): Promise<Slice> {
    const { plan, selection } = reading;
    if (limit === 0) return { rows: [], next: 'last', total: undefined };
    const { sql, params } = plan.page(selection, { offset: (page - 1) * limit, limit: limit + 1 });
    const rows = await reading.read(sql, params);
    return { rows: rows.slice(0, limit), next: rows.length > limit ? page + 1 : 'last', total: undefined };
  }

  private async following(
    reading: Reading,
    after: readonly Stored[] | undefined,
    limit: number,
    seal: (values: readonly Stored[]) => string,
  ): Promise<Slice> {
    const { plan, selection, request } = reading;
    const { sql, params } = plan.following(selection, after, limit + 1, this.lists.version(reading));
    const found = limit === 0 ? [] : await reading.read(sql, params);
    const rows = found.slice(0, limit);
    const isWhole = after === undefined && limit > 0 && found.length <= limit;
    const told = isWhole ? found.length : undefined;
    const { uncounted } = request.preferences;
    const total = uncounted ? undefined : (told ?? (await this.lists.total(reading, found)));
    const last = rows.at(-1);
    if (!last || found.length <= limit) return { rows, next: 'last', total };
    return { rows, next: { cursor: seal(plan.keysOf(last)) }, total };
  }
}

/** A list that no row can be in, without a look. */
const nothing = (isByCursor: boolean, { uncounted }: Preferences): Slice => ({
  rows: [],
  next: isByCursor || uncounted ? 'last' : undefined,
  total: uncounted ? undefined : 0,
});

/** What a cursor is good for: the collection, its filters and its order, with any page size. */
const aboutOf = ({ path, query }: CollectionRequest): string =>
  `${path}?${query.without('page', 'cursor', 'itemsPerPage')}`;

/** The total, where the page itself tells it: it is the last one and has rows, or the first one. */
function totalFromPage(rows: number, { page, itemsPerPage }: Pagination): number | undefined {
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
