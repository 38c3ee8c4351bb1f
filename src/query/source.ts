import type { Table, Tables } from '../database/tables.js';
import type { SqlTable } from '../resource/field.js';

/** The FROM of a query: a resource's table as `t`, and the joins that property paths ask for, each once. */
export class Source {
  readonly root: SqlTable;
  private readonly joins: Map<string, string>;
  private readonly table: Table;

  constructor(
    private readonly tables: Tables,
    entity: new () => unknown,
    /** The moment to which running clocks are counted, in milliseconds since 1970. */
    private readonly now = 0,
    joins: ReadonlyMap<string, string> = new Map(),
  ) {
    this.joins = new Map(joins);
    this.table = tables.of(entity);
    this.root = this.reach('t', this.table);
  }

  /** `shipments t LEFT JOIN statuses t_shipmentStatus ON …` */
  get sql(): string {
    return [`${this.table.name} t`, ...this.joins.values()].join(' ');
  }

  /** As `sql`, with the joins of others; those that both have are the same. */
  with(...others: readonly ReadonlyMap<string, string>[]): string {
    const joins = new Map([...others, this.joins].flatMap((each) => [...each]));
    return [`${this.table.name} t`, ...joins.values()].join(' ');
  }

  get joined(): ReadonlyMap<string, string> {
    return this.joins;
  }

  private reach(alias: string, table: Table): SqlTable {
    return {
      alias,
      dialect: this.tables.dialect,
      now: this.now,
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
