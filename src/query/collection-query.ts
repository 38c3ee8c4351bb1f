import type { Tables } from '../database/tables.js';
import { and, condition, type Condition, type Stored } from '../resource/condition.js';
import type { Resource } from '../resource/resource.js';
import { comesAfter, orderBy, sortKeys, tableOf, type SortKey } from './order.js';
import type { Pagination } from './pagination.js';
import type { QueryString } from './query-string.js';
import { filtersOf, ordersOf, type SearchablePath } from './searchable.js';
import { Source } from './source.js';

/** The columns that a reader wants, with the joins they need. */
export interface Selection {
  readonly sql: string;
  readonly joins: ReadonlyMap<string, string>;
}

export interface Wanted {
  /** The tenant scope and the parent of a nested collection, over the table `t`. */
  readonly scope: readonly Condition[];
  readonly query: QueryString;
  /** The moment to which running clocks are counted, in milliseconds since 1970. */
  readonly now: number;
}

/** What a resource's collections can be asked; a request's answers come from a plan. */
export class CollectionQuery {
  private readonly filters: readonly SearchablePath[];
  private readonly orders: ReadonlyMap<string, SearchablePath>;

  /** @throws when a declared filter or order names what the entity does not have. */
  constructor(
    private readonly resource: Resource,
    private readonly tables: Tables,
  ) {
    this.filters = filtersOf(resource);
    this.orders = ordersOf(resource);
    const source = new Source(tables, resource.entity);
    for (const path of [...this.filters, ...this.orders.values()]) {
      if (!path.search.anyOf) tableOf(source, path).column(path.search.column);
    }
  }

  /** Reads a request's filters and orders, once. */
  plan({ scope, query, now }: Wanted): CollectionPlan {
    const filtered = new Source(this.tables, this.resource.entity, now);
    const sorted = new Source(this.tables, this.resource.entity, now);
    const where = and([...scope, ...this.conditions(filtered, query)]);
    return new CollectionPlan(where, filtered, sortKeys(query, this.orders, sorted), sorted);
  }

  /** Whether the query sorts by something that counts to the request's moment. */
  sortsByRunning(query: QueryString): boolean {
    return sortKeys(query, this.orders, new Source(this.tables, this.resource.entity)).some(
      (key) => key.isRunning,
    );
  }

  private conditions(source: Source, query: QueryString): Condition[] {
    const asked: Condition[] = [];
    for (const path of this.filters) {
      // joined only when the filter really asks for a column
      const table = { ...source.root, column: (column: string) => tableOf(source, path).column(column) };
      const found = path.class.condition(path.path, { search: path.search, table }, query);
      if (found) asked.push(found);
    }
    return asked;
  }
}

/** The queries of one request. Conditions meet in one place, each in parentheses: no OR escapes the tenant scope. */
export class CollectionPlan {
  constructor(
    private readonly where: Condition,
    private readonly filtered: Source,
    readonly keys: readonly SortKey[],
    private readonly sorted: Source,
  ) {}

  /** How many rows there are on all pages. */
  count(): Condition {
    return {
      sql: `SELECT COUNT(*) FROM ${this.filtered.sql} WHERE ${this.where.sql}`,
      params: this.where.params,
    };
  }

  /** One page by its number; with `extra` rows of the next one. */
  page(selection: Selection, { page, itemsPerPage }: Pagination, extra = 0): Condition {
    const order = orderBy(this.keys);
    const from = this.filtered.with(selection.joins, this.sorted.joined);
    return {
      sql: `SELECT ${selection.sql} FROM ${from} WHERE ${this.where.sql} ORDER BY ${order.sql} LIMIT ? OFFSET ?`,
      params: [...this.where.params, ...order.params, itemsPerPage + extra, (page - 1) * itemsPerPage],
    };
  }

  /** The rows after a position (or the first ones), each with the values of its sort keys at its end. */
  following(selection: Selection, after: readonly Stored[] | undefined, limit: number): Condition {
    const where = after ? and([this.where, comesAfter(this.keys, after)]) : this.where;
    const order = orderBy(this.keys);
    const columns = [selection.sql, ...this.keys.map(({ sql }, index) => `${sql} AS k${index}`)].join(', ');
    const from = this.filtered.with(selection.joins, this.sorted.joined);
    return {
      sql: `SELECT ${columns} FROM ${from} WHERE ${where.sql} ORDER BY ${order.sql} LIMIT ?`,
      params: [...this.keys.flatMap((key) => key.params), ...where.params, ...order.params, limit],
    };
  }
}

/** The condition that finds one row by its id, inside the scope. */
export const idIs = (id: string): Condition => condition('t.id = ?', id);
