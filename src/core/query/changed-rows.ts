import { type Entity, entityColumns } from '../database/sql-names.js';
import type { Tables } from '../database/tables.js';
import type { Condition, Expiry, Stored } from '../metadata/condition.js';
import type { ColumnKind } from '../metadata/field.js';
import type { Resource } from '../metadata/resource.js';
import { filtersOf } from './filter-paths.js';
import { tableOf } from './order.js';
import { Source } from './source.js';

/** Columns of tables, by their names. */
export type ColumnsByTable = ReadonlyMap<string, ReadonlySet<string>>;

/** `t.trackingStatus`, `t_shipmentStatus.code`: the table `t` and what is joined to it. */
const COLUMN = /\b(t(?:_\w+)?)\.(\w+)/g;

/** Rows that one statement compares at most. */
export const MAX_ROWS_COMPARED = 200;

/**
 * What filters of lists read: the columns of each table that a filter compares, and the keys of the rows that its rows refer to. Only
 * tables whose changes are written down are in it: those of resources of a workspace, and of the workspace what never changes.
 */
export function filteredColumns(resources: readonly Resource[], tables: Tables): ColumnsByTable {
  const owned = resources.filter(({ owner }) => owner === 'workspace');
  const names = new Set(owned.map(({ entity }) => tables.of(entity).name));
  const found = new Map<string, Set<string>>();
  const add = (table: string, columns: Iterable<string>): void => {
    found.set(table, new Set([...(found.get(table) ?? []), ...columns]));
  };
  for (const { entity } of resources.filter(({ owner }) => owner === 'is workspace'))
    add(tables.of(entity).name, ['pk', 'id']);
  const fixed = new Set(found.keys());
  for (const resource of owned) {
    const source = new Source(tables, resource.entity);
    const { name, columns, relations } = tables.of(resource.entity);
    const read = filtersOf(resource).flatMap(({ search, ...path }) => {
      if (search.anyOf && !columns.has(search.column)) return [];
      const table = tableOf(source, { search, ...path });
      return [table.column(search.column), search.derived?.expression(table).sql ?? ''];
    });
    for (const [table, each] of columnsIn(read.join(' '), source)) if (names.has(table)) add(table, each);
    add(
      name,
      ['pk', 'id', 'workspacePk', ...resource.watched].filter((path) => columns.has(path)),
    );
    for (const { column, target } of relations.values()) {
      const to = tables.of(target).name;
      if (names.has(to) || fixed.has(to)) add(name, [column]);
    }
  }
  return found;
}

function columnsIn(sql: string, source: Source): ColumnsByTable {
  const found = new Map<string, Set<string>>();
  for (const [, alias = '', column = ''] of sql.matchAll(COLUMN)) {
    const name = source.tableName(alias);
    if (name !== undefined) found.set(name, (found.get(name) ?? new Set()).add(column));
  }
  return found;
}

/** A row as it was (−1) or as it is (+1), or several that are alike: the columns that the filter reads, in their order. */
export interface ComparedRow {
  readonly weight: number;
  readonly values: readonly Stored[];
}

/** The filter of a list, over rows that are not in the table: as they were, and as they are. */
export class ChangedRows {
  private constructor(
    /** The table whose rows are listed. */
    readonly table: string,
    /** What the filter reads of them. */
    readonly columns: readonly string[],
    /** Columns of tables that are joined. */
    readonly joined: ColumnsByTable,
    private readonly parameters: readonly string[],
    private readonly source: Source,
    private readonly where: Condition,
  ) {}

  /**
   * @param where the scope and the filters, over a source of their own.
   * @returns undefined when the filter reads more than the row and what it refers to, or columns that nobody keeps.
   */
  static of(
    entity: Entity<unknown>,
    source: Source,
    where: Condition,
    kept: ColumnsByTable,
  ): ChangedRows | undefined {
    if (/\bSELECT\b/.test(where.sql)) return undefined;
    const own = source.tableName('t') ?? '';
    const read = columnsIn(`${where.sql} ${source.sql}`, source);
    const isKept = [...read].every(([table, columns]) =>
      [...columns].every((column) => kept.get(table)?.has(column)),
    );
    const isOwnClock = (where.expiries ?? []).every(({ clock: { since } }) => since.startsWith('t.'));
    // a table that is joined to itself would need to be told apart
    if (!isKept || !isOwnClock || source.joinsItself) return undefined;
    const columns = [...(read.get(own) ?? [])];
    const kinds = new Map(entityColumns(entity).map(({ column, options }) => [column, kindOf(options.type)]));
    const { dialect } = source.root;
    const parameters = columns.map((column) => {
      const kind = kinds.get(column);
      return kind && dialect.parameter(kind);
    });
    if (parameters.some((each) => each === undefined)) return undefined;
    const joined = new Map([...read].filter(([table]) => table !== own));
    return new ChangedRows(own, columns, joined, parameters as string[], source, where);
  }

  /** When time changes which rows match. */
  get expiries(): readonly Expiry[] {
    return this.where.expiries ?? [];
  }

  /** By how much the total differs, and after it what is asked for besides. At most `MAX_ROWS_COMPARED` rows. */
  count(rows: readonly ComparedRow[], besides?: Condition): Condition {
    const named = [
      'CAST(? AS SIGNED) AS weight',
      ...this.columns.map((column, at) => `${this.parameters[at]} AS ${column}`),
    ];
    const plain = ['CAST(? AS SIGNED)', ...this.parameters];
    const selects = rows.map((_, at) => `SELECT ${(at === 0 ? named : plain).join(', ')}`);
    return {
      sql: `SELECT ${['COALESCE(SUM(t.weight), 0)', ...(besides ? [besides.sql] : [])].join(', ')} FROM ${this.source.over(`(${selects.join(' UNION ALL ')})`)} WHERE ${this.where.sql}`,
      params: [
        ...(besides?.params ?? []),
        ...rows.flatMap(({ weight, values }) => [weight, ...values]),
        ...this.where.params,
      ],
    };
  }
}

/** The kind of a column by its declared type; of the automatic key none is declared. */
function kindOf(type: unknown): ColumnKind | undefined {
  switch (type) {
    case 'varchar':
    case 'text':
      return 'text';
    case undefined:
    case Number:
    case 'int':
    case 'bigint':
    case 'tinyint':
      return 'integer';
    case 'decimal':
      return 'decimal';
    case 'datetime':
      return 'moment';
    default:
      return undefined;
  }
}
