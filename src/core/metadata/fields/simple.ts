import { isUUID } from 'class-validator';
import { parseMoment, toWire } from '../datetime.js';
import { WrongType } from '../errors.js';
import type { FieldDeclaration, FieldOptions, FieldSchema, Reads, Row } from '../field.js';
import { isTooLong, type Violation } from '../violation.js';
import { parseText, storable } from './text.js';

/** The id of the answer: a version 4 UUID, made by the server. */
export function uuid(options: FieldOptions): FieldDeclaration {
  return (name) => ({
    name,
    groups: new Set(options.groups),
    required: false,
    description: options.description,
    schema: { type: 'string', format: 'uuid' },
    reads: [name],
    toJson: (row, at) => row[at],
    toText: (row, at) => `"${row[at] as string}"`,
    search: { column: name, kind: 'id', stored: idFrom },
  });
}

/** The id in a query value that is an id or an IRI. */
export function idFrom(text: string): string | undefined {
  const id = text.slice(text.lastIndexOf('/') + 1).toLowerCase();
  return isUUID(id) ? id : undefined;
}

export function boolean(options: FieldOptions & { readonly default: boolean }): FieldDeclaration {
  return (name) => ({
    name,
    groups: new Set(options.groups),
    required: options.required ?? false,
    description: options.description,
    schema: { type: 'boolean', default: options.default },
    reads: [name],
    toJson: (row, at) => Boolean(row[at]),
    write: {
      parse: (value, path) => {
        if (typeof value !== 'boolean') throw new WrongType(path, 'bool', value);
        return value;
      },
      columns: (value) => ({ [name]: value === true ? 1 : 0 }),
      default: options.default,
    },
    search: { column: name, kind: 'boolean', stored: (text) => (text === 'true' || text === '1' ? 1 : 0) },
  });
}

/** A moment that only the server writes; null until it has come. */
export function datetime(options: FieldOptions & { readonly nullable?: boolean }): FieldDeclaration {
  return (name) => ({
    name,
    groups: new Set(options.groups),
    required: false,
    description: options.description,
    schema: { type: 'string', format: 'date-time', nullable: options.nullable ?? true },
    reads: [name],
    toJson: (row, at) => (row[at] === null ? null : toWire(row[at] as string)),
    toText: (row, at) => (row[at] === null ? 'null' : `"${toWire(row[at] as string)}"`),
    search: { column: name, kind: 'date', stored: parseMoment },
  });
}

/** A value that follows from others and is only read. */
export function derived(
  options: FieldOptions & {
    readonly schema: FieldSchema;
    readonly reads: readonly Reads[];
    readonly toJson: (row: Row, at: number) => unknown;
  },
): FieldDeclaration {
  return (name) => ({
    name,
    groups: new Set(options.groups),
    required: false,
    description: options.description,
    schema: options.schema,
    reads: options.reads,
    toJson: options.toJson,
  });
}

/** Bytes of a free-form JSON value at most: what its column takes. */
const JSON_LIMIT = 65_535;

/** A JSON list, or an object with any keys as PHP sends lists with gaps: its values in order. */
export function listFrom(value: unknown, path: string): readonly unknown[] {
  if (Array.isArray(value)) return value as unknown[];
  if (typeof value === 'object' && value !== null) return Object.values(value);
  throw new WrongType(path, 'array', value);
}

/** A JSON value of a column of its own; `none` is what stands for null, and is kept as null. */
export function jsonColumn<V>(
  options: FieldOptions & { readonly none: V },
  schema: FieldSchema,
  parse: (value: unknown, path: string) => V,
  check: (value: V, path: string) => readonly Violation[] = () => [],
): FieldDeclaration {
  const none = JSON.stringify(options.none);
  const kept = (value: unknown): string | null => {
    const text = JSON.stringify(value ?? options.none);
    return text === none ? null : text;
  };
  return (name) => ({
    name,
    groups: new Set(options.groups),
    required: options.required ?? false,
    description: options.description,
    schema,
    reads: [name],
    toJson: (row, at) => (row[at] === null ? options.none : (JSON.parse(row[at] as string) as unknown)),
    write: {
      parse: (value, path) => (value === null ? options.none : parse(value, path)),
      check: (value, path) =>
        Buffer.byteLength(JSON.stringify(value)) > JSON_LIMIT
          ? [isTooLong(path, JSON_LIMIT)]
          : check(value as V, path),
      columns: (value) => ({ [name]: kept(value) }),
      // earlier versions kept it as a text
      isSame: (stored, given) => (stored ?? none) === (given ?? none),
      default: options.none,
    },
  });
}

/** A list of strings that nobody searches. */
export const textList = (options: FieldOptions): FieldDeclaration =>
  jsonColumn<readonly string[]>(
    { ...options, none: [] },
    { type: 'array', items: { type: 'string' } },
    (value, path) =>
      listFrom(value, path).map((each, index) => parseText(each, `${path}[${index}]`, false) ?? ''),
  );

const STRINGS: FieldSchema = { type: 'object', values: { type: 'string' } };

/** A map of strings; PHP sends an empty one as `[]`. */
export const textMap = (options: FieldOptions): FieldDeclaration =>
  jsonColumn<Readonly<Record<string, string>>>({ ...options, none: {} }, STRINGS, (value, path) => {
    if (typeof value !== 'object' || value === null) throw new WrongType(path, 'array', value);
    const entries = Object.entries(value).map(([key, each]): [string, string] => [
      parseText(key, path, false) ?? '',
      parseText(each, `${path}.${key}`, false) ?? '',
    ]);
    return Object.fromEntries(entries);
  });

/** Every string and key inside can be kept. @throws BadInput. */
export function assertStorable(value: unknown, path: string): void {
  if (typeof value === 'string') storable(value, path);
  if (typeof value !== 'object' || value === null) return;
  for (const [key, each] of Object.entries(value)) {
    storable(key, path);
    assertStorable(each, path);
  }
}

/** An object whose inside is the client's own. */
export const freeObject = (options: FieldOptions): FieldDeclaration =>
  jsonColumn<object>({ ...options, none: {} }, { type: 'object' }, (value, path) => {
    if (typeof value !== 'object' || value === null) throw new WrongType(path, 'array', value);
    assertStorable(value, path);
    return Array.isArray(value) && value.length === 0 ? {} : value;
  });
