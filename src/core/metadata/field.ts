import type { Condition, Stored } from './condition.js';
import type { Resource } from './resource.js';
import type { Violation } from './violation.js';

/**
 * `get`: an item and the members of nested collections; `getc`: members of top-level collections; `getp`: an object inside
 * the answer to its child's POST; `post`, `put`: bodies.
 */
export type Group = 'get' | 'getc' | 'getp' | 'post' | 'put';

export const READ: readonly Group[] = ['get', 'getc'];
export const ALL: readonly Group[] = ['get', 'getc', 'post', 'put'];
/** Read everywhere, written once: on POST. */
export const ONCE: readonly Group[] = ['get', 'getc', 'post'];

/** What a reader needs beside the row: the format, and the moment that running clocks count to. */
export interface ReadContext {
  /** JSON-LD (`@id`, `@type` on embedded objects) or plain JSON. */
  readonly ld: boolean;
  /** The request's moment, in milliseconds since 1970. */
  readonly now: number;
  /** What fields with `counts` show of the rows that are read: how many rows of a resource there are, by workspace. */
  readonly totals?: ReadonlyMap<Resource, ReadonlyMap<number, number>>;
}

/** Makes text unreadable for whoever sees the database alone. */
export type Encrypt = (text: string) => string;

export type Row = readonly unknown[];

/** The facts that documents (Hydra, OpenAPI) tell about a field. */
export interface FieldSchema {
  readonly type: 'string' | 'integer' | 'number' | 'boolean' | 'array' | 'object';
  readonly format?: string;
  readonly nullable?: boolean;
  readonly enum?: readonly string[];
  readonly maxLength?: number;
  readonly minLength?: number;
  readonly pattern?: string;
  /** The pattern of bodies, where it is wider: the server brings values into the form of `pattern`. */
  readonly written?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly default?: unknown;
  readonly example?: unknown;
  /** Of a list: its elements, and how many there may be. */
  readonly items?: FieldSchema;
  readonly maxItems?: number;
  /** Of a map: its values. */
  readonly values?: FieldSchema;
  /** Of an object: what is in it. */
  readonly properties?: Readonly<Record<string, FieldSchema>>;
  /** Each of them may be missing. */
  readonly isPartial?: boolean;
  /** Of an embedded object: its `@type`. */
  readonly className?: string;
  /** Of an IRI that follows from other columns, and so is no relation: what it leads to. */
  readonly target?: () => Resource;
}

/** How filters and orders see a field. */
export interface FilterMapping {
  /** The property path of the column that is compared, from the entity that has the field. */
  readonly column: string;
  /** A query's text in the column's stored form; undefined when it can be none (the filter is then ignored). */
  stored(text: string): Stored | undefined;
  /** Stored form of a piece of text to look for inside the column, where that differs. */
  part?(text: string): string;
  /** A value that is not a column of its own, such as a running clock. */
  derived?: DerivedSearch;
  /** The condition that there is a value, where that is not a column that is not null. */
  exists?(table: SqlTable, yes: boolean): Condition;
  /** The condition that the value contains a piece of text without blanks at its ends, where there is a quick one. */
  readonly contains?: ((table: SqlTable, piece: string) => Condition) | undefined;
  /** A value in another table: the condition that one of the values is there. */
  anyOf?(table: SqlTable, values: readonly Stored[]): Condition;
  /** The class of values; date filters take dates only, numeric ones numbers. */
  readonly kind: 'text' | 'number' | 'date' | 'boolean' | 'id';
}

export type Comparison = '=' | '<' | '<=' | '>' | '>=';

/** A value computed from columns; the same moment serves filters, orders and what is shown. */
export interface DerivedSearch {
  expression(table: SqlTable): Condition;
  compare(table: SqlTable, operator: Comparison, value: number): Condition;
}

/** A table of a running query: its columns by property path, and what the query knows. */
export interface SqlTable {
  readonly alias: string;
  column(propertyPath: string): string;
  readonly dialect: SqlDialect;
  readonly now: number;
  /** The workspaces that all rows belong to, when they are few. */
  readonly workspacePks?: readonly number[] | undefined;
}

/** How a column compares. */
export type ColumnKind = 'text' | 'integer' | 'decimal' | 'moment';

/** What MySQL and SQLite spell differently. */
export interface SqlDialect {
  readonly kind: 'mysql' | 'sqlite';
  /** A parameter that compares as a column of this kind does. */
  parameter(kind: ColumnKind): string;
  /** Whole days between two datetime expressions, rounded down. */
  wholeDays(from: string, to: string): string;
  /** Whole seconds of a datetime since 1970. */
  seconds(moment: string): string;
  /** The quotient of two whole numbers, without its fraction. */
  dividedBy(dividend: string, divisor: string): string;
  /** A text with a blank before and after it. */
  inBlanks(text: string): string;
  /** After a table's name: its rows are not sorted by reading the whole table in the order of its primary key. */
  readonly notByPrimaryKey: string;
  /** After a table's name: its rows are found by their primary keys. */
  readonly byPrimaryKey: string;
  /** After a table's name: its rows are found in this index. */
  byIndex(name: string): string;
  /** Appended to a SELECT that must hold its rows until the transaction ends. */
  readonly forUpdate: string;
  /** As `forUpdate`, without the rows that another transaction holds. */
  readonly forUpdateUnlessLocked: string;
  /** The ids of rows as one text with commas between them, NULL when there are none. `from` is what comes after FROM. */
  listed(id: string, from: string, order: string): string;
  /** `INSERT …` becomes an update of the row that has its keys already. */
  onConflict(keys: string, set: string): string;
  /** `INSERT` that leaves a row that is there already as it is. */
  readonly insertOrIgnore: string;
}

/** A value of a request's body after `parse`: what `columns` and the store understand. */
export type Parsed = unknown;

/** How a field is written. */
export interface Write {
  /** Whether a value of a body stands for what is there already: it is as if the body did not have the field. */
  isUnchanged?(value: unknown): boolean;
  /** Checks the JSON type and brings the value into its own form. @throws BadInput when the JSON type is wrong. */
  parse(value: unknown, path: string): Parsed;
  /** The rules that concern this value alone. */
  check?(value: Parsed, path: string): readonly Violation[];
  /** The columns to store, by property path. Relations have none: the store resolves them. */
  columns?(value: Parsed, encrypt: Encrypt): Readonly<Record<string, Stored>>;
  /** Whether two values of its column mean the same: what is there then stays. */
  isSame?(stored: Stored, given: Stored): boolean;
  /** What POST stores when the body does not have the field. */
  readonly default?: Parsed;
}

/** Part of a row to read: a property path, or SQL over the resource's own table. */
export type Reads = string | ((table: SqlTable) => string);

export interface Field {
  readonly name: string;
  readonly groups: ReadonlySet<Group>;
  /** A POST without it is refused. */
  readonly required: boolean;
  readonly schema: FieldSchema;
  readonly description?: string | undefined;
  readonly reads: readonly Reads[];
  /** The JSON value, from the row's values beginning at `at`, one for each of `reads`. */
  toJson(row: Row, at: number, context: ReadContext): unknown;
  /** The same as JSON text, where that is quicker. */
  toText?(row: Row, at: number, context: ReadContext): string;
  readonly write?: Write;
  /** Of a workspace's field that tells how many rows of a resource it has: which. */
  readonly counts?: () => Resource;
  readonly search?: FilterMapping | undefined;
  /** Of a relation: what it points to, and how it is written. */
  readonly relation?: Relation;
  /** Of an embedded object: its parts. */
  readonly parts?: ReadonlyMap<string, Field>;
}

export interface Relation {
  readonly target: () => Resource;
  readonly cardinality: 'one' | 'many';
  /** The property path of the foreign key, of a to-one relation. */
  readonly column?: string;
  /** Bodies may carry the object itself, which is created with its owner. */
  readonly embeds: boolean;
  /** Answers carry the object itself, as this group shows it (default `get`). */
  readonly embedded: boolean;
  readonly embeddedGroup?: Group | undefined;
  /** Columns that every object of this relation has, such as the entity of a status. */
  readonly preset?: Readonly<Record<string, string>> | undefined;
  /** An embedded object with this field's value is taken when the workspace has it already. */
  readonly reuseBy?: string | undefined;
  /** The answer to a POST carries the object itself, with its group `getp`. */
  readonly embeddedOnPost?: boolean | undefined;
  /** What it leads to keeps count of those that name it: of two that name the same, the later goes by the earlier. */
  readonly isCounted?: boolean | undefined;
}

/** A field still without its name, as declarations have it. */
export type FieldDeclaration = (name: string) => Field;

export interface FieldOptions {
  readonly groups: readonly Group[];
  readonly required?: boolean;
  readonly description?: string;
}
