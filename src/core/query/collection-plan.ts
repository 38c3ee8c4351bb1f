import {
  and,
  condition,
  isIn,
  isNever,
  type Condition,
  type Stored,
  type Expiry,
} from '../metadata/condition.js';
import { comesAfter, type SortKey } from './order.js';
import type { SqlDialect, SqlTable } from '../metadata/field.js';
import type { Source } from './source.js';

/** The columns that a reader wants, with the joins they need. */
export interface Selection {
  readonly sql: string;
  readonly joins: ReadonlyMap<string, string>;
  /** How many columns there are. */
  readonly width: number;
}

/** Which of the sorted rows. */
export interface Span {
  readonly offset: number;
  readonly limit: number;
}

/** Workspaces whose rows are found one after the other. */
const MAX_MERGED_WORKSPACES = 20;

/**
 * The scope in parts that each begin at one place of an index, so that rows come in their order without being sorted: one
 * for each of some workspaces.
 */
export function scopesOf(
  scope: readonly Condition[],
  workspacePks: readonly number[] = [],
): readonly (readonly Condition[])[] {
  const isOfAll = scope.length === 1 && scope[0]?.sql === isIn('t.workspacePk', workspacePks).sql;
  const isSeveral = workspacePks.length > 1 && workspacePks.length <= MAX_MERGED_WORKSPACES;
  return isOfAll && isSeveral ? workspacePks.map((pk) => [condition('t.workspacePk = ?', pk)]) : [scope];
}

/** The queries of one request. Conditions meet in one place, each in parentheses: no OR escapes the tenant scope. */
export class CollectionPlan {
  private readonly where: Condition;

  constructor(
    private readonly scope: readonly Condition[],
    private readonly scopes: readonly (readonly Condition[])[],
    private readonly filters: readonly Condition[],
    private readonly filtered: Source,
    private readonly keys: readonly SortKey[],
    private readonly sorted: Source,
  ) {
    this.where = and([...scope, ...filters]);
  }

  /** No row can be in the list. */
  get isEmpty(): boolean {
    return isNever(this.where);
  }

  /** The order of the rows changes with time alone. */
  get isRunning(): boolean {
    return this.keys.some((key) => key.isRunning);
  }

  /**
   * How many rows there are on all pages; after it what is asked for besides, and for each of `expiries`, when
   * the clock began that expires next.
   */
  count(besides: readonly Condition[] = []): Condition {
    const more = [...besides, ...this.expiries.map((expiry) => this.nextOf(expiry))];
    return {
      sql: `SELECT ${['COUNT(*)', ...more.map(({ sql }) => sql)].join(', ')} FROM ${this.filtered.hinted(this.scanned)} WHERE ${this.where.sql}`,
      params: [...more.flatMap(({ params }) => params), ...this.where.params],
    };
  }

  /** Some columns of all rows of the list, in any order. */
  select(columns: (table: SqlTable) => readonly string[]): Condition {
    const selected = columns(this.filtered.root).join(', ');
    return {
      sql: `SELECT ${selected} FROM ${this.filtered.hinted(this.scanned)} WHERE ${this.where.sql}`,
      params: this.where.params,
    };
  }

  get dialect(): SqlDialect {
    return this.filtered.root.dialect;
  }

  /** When time changes which rows there are. */
  get expiries(): readonly Expiry[] {
    return this.where.expiries ?? [];
  }

  /** When the clock began that expires first, of any row in the scope. */
  private nextOf({ clock: { since, days }, after }: Expiry): Condition {
    const where = and([...this.scope, condition(`${days} IS NULL`), condition(`${since} > ?`, after)]);
    return {
      sql: `(SELECT ${since} FROM ${this.filtered.alone} WHERE ${where.sql} ORDER BY ${since} LIMIT 1)`,
      params: where.params,
    };
  }

  /**
   * Rows by their position. Each has the selection's columns, then `extra`, then the values of its sort keys. The keys
   * are found first, in an index where there is one; then the rows are read by their primary keys.
   */
  page(selection: Selection, span: Span, extra?: Condition, after?: Condition): Condition {
    const found = this.found(span, after);
    const shown = [selection.sql, ...(extra ? [extra.sql] : []), ...this.keys.map((_, at) => `p.k${at}`)];
    const table = this.filtered.byPrimaryKey(selection.joins, `t.pk = p.k${this.keys.length - 1}`);
    return {
      sql: `SELECT ${shown.join(', ')} FROM (${found.sql}) p JOIN ${table} ORDER BY ${this.order}`,
      params: [...(extra?.params ?? []), ...found.params],
    };
  }

  /** The rows after a position (or the first ones), as of `page`. */
  following(
    selection: Selection,
    after: readonly Stored[] | undefined,
    limit: number,
    extra?: Condition,
  ): Condition {
    return this.page(selection, { offset: 0, limit }, extra, after && comesAfter(this.keys, after));
  }

  /** The rows with these primary keys that are in the scope, in any order: the selection's columns, then `extra`. */
  keyed(selection: Selection, pks: readonly number[], extra: Condition): Condition {
    const where = and([...this.scope, isIn('t.pk', pks)]);
    return {
      sql: `SELECT ${selection.sql}, ${extra.sql} FROM ${this.filtered.byPrimaryKey(selection.joins)} WHERE ${where.sql}`,
      params: [...extra.params, ...where.params],
    };
  }

  /** The values of a row's sort keys. */
  keysOf(row: readonly unknown[]): readonly Stored[] {
    return row.slice(-this.keys.length) as readonly Stored[];
  }

  /** The sort keys of the rows of a page, the primary key last: the part of `page` that has to find them. */
  found(span: Span, after?: Condition): Condition {
    const [only, ...others] = this.scopes;
    if (only && others.length === 0) return this.foundIn(only, span, after);
    const first = { offset: 0, limit: span.offset + span.limit };
    const parts = this.scopes.map((scope) => this.foundIn(scope, first, after));
    const all = parts.map(({ sql }, at) => `SELECT * FROM (${sql}) w${at}`).join(' UNION ALL ');
    return {
      sql: `SELECT * FROM (${all}) u ORDER BY ${this.order} LIMIT ? OFFSET ?`,
      params: [...parts.flatMap(({ params }) => params), span.limit, span.offset],
    };
  }

  private foundIn(scope: readonly Condition[], span: Span, after: Condition | undefined): Condition {
    const keys = this.keys.map(({ sql }, at) => `${sql} AS k${at}`).join(', ');
    const { notByPrimaryKey } = this.sorted.root.dialect;
    const isByKeyAlone = this.keys.length === 1 && scope.every(({ params }) => params.length === 1);
    const from = this.sorted.hinted(this.scanned || (isByKeyAlone ? notByPrimaryKey : ''));
    const where = and([...scope, ...this.filters, ...(after ? [after] : [])]);
    return {
      sql: `SELECT ${keys} FROM ${from} WHERE ${where.sql} ORDER BY ${this.order} LIMIT ? OFFSET ?`,
      params: [...this.keys.flatMap((key) => key.params), ...where.params, span.limit, span.offset],
    };
  }

  private get order(): string {
    return this.keys.map(({ direction }, at) => `k${at} ${direction}`).join(', ');
  }

  /** The index that a condition asks for. */
  private get scanned(): string {
    const { index } = this.where;
    return index === undefined ? '' : this.filtered.root.dialect.byIndex(index);
  }
}
