import type { Table, Tables } from '../database/tables.js';
import type { SqlTable } from '../metadata/field.js';

/** Workspaces that are few enough to be listed in a condition. */
const isFew = (pks: readonly number[]): boolean => pks.length > 0 && pks.length <= 20;

/** The FROM of a query: a resource's table as `t`, and the joins that property paths ask for, each once. */
export class Source {
  readonly root: SqlTable;
  private readonly joins: Map<string, string>;
  private readonly reached = new Map<string, Table>();
  private readonly table: Table;

  constructor(
    private readonly tables: Tables,
    entity: new () => unknown,
    /** The moment to which running clocks are counted, in milliseconds since 1970. */
    private readonly now = 0,
    joins: ReadonlyMap<string, string> = new Map(),
    /** The workspaces that all rows belong to. */
    private readonly workspacePks: readonly number[] = [],
  ) {
    this.joins = new Map(joins);
    this.table = tables.of(entity);
    this.root = this.reach('t', this.table);
  }

  /** `shipments t LEFT JOIN statuses t_shipmentStatus ON …` */
  get sql(): string {
    return this.hinted('');
  }

  /** As `sql`, with a word on how MySQL reads the table. */
  hinted(hint: string): string {
    return [`${this.table.name} t${hint}`, ...this.joins.values()].join(' ');
  }

  /** The table, whose rows are found by their primary keys, with joins of others; after `ON` when it is joined itself. */
  byPrimaryKey(joins: ReadonlyMap<string, string>, on?: string): string {
    const table = `${this.table.name} t${this.tables.dialect.byPrimaryKey}`;
    return [table, ...(on === undefined ? [] : [`ON ${on}`]), ...joins.values()].join(' ');
  }

  /** Other rows in the place of the table's, which have the columns that are asked of them. */
  over(rows: string): string {
    return [`${rows} t`, ...this.joins.values()].join(' ');
  }

  /** The name of the table that an alias stands for. */
  tableName(alias: string): string | undefined {
    return this.reached.get(alias)?.name;
  }

  /** Whether another row of the table is joined. */
  get joinsItself(): boolean {
    return [...this.reached].some(([alias, { name }]) => alias !== 't' && name === this.table.name);
  }

  /** The table alone. */
  get alone(): string {
    return `${this.table.name} t`;
  }

  get joined(): ReadonlyMap<string, string> {
    return this.joins;
  }

  private reach(alias: string, table: Table): SqlTable {
    this.reached.set(alias, table);
    return {
      alias,
      dialect: this.tables.dialect,
      now: this.now,
      workspacePks: isFew(this.workspacePks) ? this.workspacePks : undefined,
      column: (path) => {
        const column = table.columns.get(path);
        if (column !== undefined) return `${alias}.${column}`;
        const [relation = '', ...rest] = path.split('.');
        return this.join(alias, table, relation).column(rest.join('.'));
      },
    };
  }

  /** Only to-one relations are joined, so that no row appears twice. */
  private join(alias: string, table: Table, name: string): SqlTable {
    const relation = table.relations.get(name);
    if (!relation)
      throw new Error(`"${name}" is not a column or a to-one relation of the table ${table.name}.`);
    const target = this.tables.of(relation.target);
    const joined = `${alias}_${name}`;
    this.joins.set(
      joined,
      `LEFT JOIN ${target.name} ${joined} ON ${joined}.pk = ${alias}.${relation.column}`,
    );
    return this.reach(joined, target);
  }
}
