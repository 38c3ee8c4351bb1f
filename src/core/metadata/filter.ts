import type { Condition } from './condition.js';
import type { FilterMapping, SqlTable } from './field.js';

/** A published query parameter. */
export interface Parameter {
  /** As it stands in a URL: `trackingStatus[]`. */
  readonly name: string;
  /** The property it is about. */
  readonly property: string;
  readonly type: 'string' | 'integer' | 'boolean' | 'array';
  readonly items?: 'string' | 'integer';
  readonly enum?: readonly string[];
  readonly default?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  /** What it means, in a sentence. */
  readonly description: string;
  readonly example?: string;
}

/** A searchable property in a running query. */
export interface FilterTarget {
  readonly search: FilterMapping;
  readonly table: SqlTable;
}

/** The parameters of a request, as filters see them. */
export interface QueryParameters {
  /** `name=x` gives `[x]`, `name[]=x&name[3]=y` gives `[x, y]`; undefined when not asked. */
  list(name: string): readonly string[] | undefined;
  /** `name[key]=x`. */
  keyed(name: string, key: string): string | undefined;
  /** Says that a parameter was recognised but cannot be used; it is then ignored (or refused, when strict). */
  unusable(name: string, key?: string): void;
}

/** A class of filters: the names it is called by, and the SQL it means. */
export interface FilterClass {
  parameters(path: string): readonly Parameter[];
  /** Undefined when the request does not ask, or what it asks cannot be used. */
  query(path: string, searched: FilterTarget, asked: QueryParameters): Condition | undefined;
}

/** Some properties that can be filtered by one class; P are their paths. */
export interface Filter<P extends string = string> {
  readonly class: FilterClass;
  readonly paths: readonly P[];
}
