import type { Tables } from '../database/tables.js';
import { and, condition, type Condition } from '../resource/condition.js';
import type { SqlDialect } from '../resource/field.js';
import type { Resource } from '../resource/resource.js';
import { orderBy, tableOf } from './order.js';
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
  readonly now: number;
}

/** The queries of a resource's collections: scope, filters, orders, page. */
export class CollectionQuery {
  private readonly filters: readonly SearchablePath[];
  private readonly orders: ReadonlyMap<string, SearchablePath>;

  /** @throws when a declared filter or order names what the entity does not have. */
  constructor(
    private readonly resource: Resource,
    private readonly tables: Tables,
    private readonly dialect: SqlDialect,
  ) {
    this.filters = filtersOf(resource);
    this.orders = ordersOf(resource);
    const source = this.source(0);
    for (const path of [...this.filters, ...this.orders.values()]) {
      if (!path.search.anyOf) tableOf(source, path).column(path.search.column);
    }
  }

  /** `SELECT … FROM … WHERE … ORDER BY … LIMIT …` of one page. */
  page(wanted: Wanted, selection: Selection, pagination: Pagination): Condition {
    const source = this.source(wanted.now, selection.joins);
    const where = this.where(source, wanted);
    const order = orderBy(wanted.query, this.orders, source);
    const offset = (pagination.page - 1) * pagination.itemsPerPage;
    return {
      sql: `SELECT ${selection.sql} FROM ${source.sql} WHERE ${where.sql} ORDER BY ${order.sql} LIMIT ? OFFSET ?`,
      params: [...where.params, ...order.params, pagination.itemsPerPage, offset],
    };
  }

  /** How many rows there are on all pages. */
  count(wanted: Wanted): Condition {
    const source = this.source(wanted.now);
    const where = this.where(source, wanted);
    return { sql: `SELECT COUNT(*) FROM ${source.sql} WHERE ${where.sql}`, params: where.params };
  }

  private source(now: number, joins?: ReadonlyMap<string, string>): Source {
    return new Source(this.tables, this.resource.entity, this.dialect, now, joins);
  }

  /** The one place where conditions meet: each stands in parentheses, so that no OR escapes the tenant scope. */
  private where(source: Source, { scope, query }: Wanted): Condition {
    const filters = this.filters.map(({ class: filter, path, ...rest }) =>
      filter.condition(
        path,
        {
          search: rest.search,
          table: lazily(() => tableOf(source, { class: filter, path, ...rest }), source),
        },
        query,
      ),
    );
    return and([...scope, ...filters.filter((each) => each !== undefined)]);
  }
}

/** A table that is joined only when a filter really asks for a column. */
const lazily = (table: () => Source['root'], source: Source): Source['root'] => ({
  ...source.root,
  column: (path) => table().column(path),
});

/** The condition that finds one row by its id, inside the scope. */
export const idIs = (id: string): Condition => condition('t.id = ?', id);
