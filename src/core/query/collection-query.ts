import type { Tables } from '../database/tables.js';
import { and, condition, type Condition } from '../metadata/condition.js';
import type { FilterMapping } from '../metadata/field.js';
import type { Resource } from '../metadata/resource.js';
import { ChangedRows, type ColumnsByTable } from './changed-rows.js';
import { CollectionPlan, scopesOf } from './collection-plan.js';
import { sortKeys, tableOf } from './order.js';
import type { QueryString } from './query-string.js';
import { filtersOf, ordersOf, type FilterPath } from './filter-paths.js';
import { Source } from './source.js';

export interface CollectionQueryOptions {
  /** The tenant scope and the parent of a nested collection, over the table `t`. */
  readonly scope: readonly Condition[];
  readonly query: QueryString;
  /** The moment to which running clocks are counted, in milliseconds since 1970. */
  readonly now: number;
  /** The workspaces that all rows belong to. */
  readonly workspacePks?: readonly number[];
}

/** What a resource's collections can be asked; a request's answers come from a plan. */
export class CollectionQuery {
  private readonly filters: readonly FilterPath[];
  private readonly orders: ReadonlyMap<string, FilterPath>;

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
  plan({ scope, query, now, workspacePks }: CollectionQueryOptions): CollectionPlan {
    const source = new Source(this.tables, this.resource.entity, now, new Map(), workspacePks);
    const filters = this.conditions(source, query);
    const sorted = new Source(this.tables, this.resource.entity, now, source.joined);
    return new CollectionPlan(
      scope,
      scopesOf(scope, workspacePks),
      filters,
      source,
      sortKeys(query, this.orders, sorted),
      sorted,
    );
  }

  /**
   * The filters of a request over rows that have changed. A piece of text is looked for in the row itself, whatever
   * index finds it among all of them. @returns undefined when they read more than that.
   */
  changedRows(
    { scope, query, now, workspacePks }: CollectionQueryOptions,
    kept: ColumnsByTable,
  ): ChangedRows | undefined {
    const source = new Source(this.tables, this.resource.entity, now, new Map(), workspacePks);
    const filters = this.conditions(source, query, (search) => ({ ...search, contains: undefined }));
    return ChangedRows.of(this.resource.entity, source, and([...scope, ...filters]), kept);
  }

  /** Whether the query sorts by something that counts to the request's moment. */
  sortsByRunning(query: QueryString): boolean {
    return sortKeys(query, this.orders, new Source(this.tables, this.resource.entity)).some(
      (key) => key.isRunning,
    );
  }

  private conditions(
    source: Source,
    query: QueryString,
    searched = (search: FilterMapping): FilterMapping => search,
  ): Condition[] {
    const asked: Condition[] = [];
    for (const path of this.filters) {
      if (!path.names.some((name) => query.has(name))) continue;
      // joined only when the filter really asks for a column
      const table = { ...source.root, column: (column: string) => tableOf(source, path).column(column) };
      const found = path.class.query(path.path, { search: searched(path.search), table }, query);
      if (found) asked.push(found);
    }
    return asked;
  }
}

/** The condition that finds one row by its id, inside the scope. */
export const idIs = (id: string): Condition => condition('t.id = ?', id);
