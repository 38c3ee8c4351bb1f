import { isEmail, isURL } from 'class-validator';
import type { Stored } from '../condition.js';
import { BadInput, WrongType } from '../errors.js';
import type { FieldDeclaration, FieldOptions, FieldSchema, FilterMapping, Write } from '../field.js';
import { fold, foldValue } from '../fold.js';
import { codeKey, withoutCase } from '../identity.js';
import * as violations from '../violation.js';

export interface TextOptions extends FieldOptions {
  /** Characters at most; default 255. */
  readonly max?: number;
  readonly min?: number;
  /** Characters exactly. */
  readonly exactly?: number;
  /** An empty value is kept as null. */
  readonly emptyIsNull?: boolean;
  readonly pattern?: RegExp;
  readonly format?: 'email' | 'url';
  readonly choices?: readonly string[];
  /** What speaks against a value in the right form, such as a code that nobody has given to a country. */
  readonly refusal?: (value: string, path: string) => violations.Violation | undefined;
  readonly default?: string;
  readonly example?: string;
  /** May be null; default true. */
  readonly nullable?: boolean;
}

/** A string of a body. Numbers count as text: real clients send house and phone numbers so. */
export function parseText(value: unknown, path: string, nullable: boolean): string | null {
  if (value === null && nullable) return null;
  if (typeof value === 'number' && Number.isFinite(value)) return String(value);
  if (typeof value !== 'string') throw new WrongType(path, 'string', value);
  return storable(value, path);
}

/** Text that every database can keep: no NUL, no half of a surrogate pair. */
export function storable(value: string, path: string): string {
  if (value.includes('\0') || !value.isWellFormed()) {
    throw new BadInput(`The "${path}" attribute contains characters that are not allowed.`);
  }
  return value;
}

function checkText(options: TextOptions, value: string | null, path: string): violations.Violation[] {
  const { max = 255, min = 0, pattern, format, choices } = options;
  if (value === '' && choices) return [violations.isNoChoice(path)];
  if (value === null || value === '') return [];
  const length = value.length > Math.min(max, min * 2) ? [...value].length : value.length;
  if (length > max) return [violations.isTooLong(path, max)];
  if (length < min) return [violations.isTooShort(path, min)];
  if (options.exactly !== undefined && length !== options.exactly) {
    return [violations.hasWrongLength(path, options.exactly)];
  }
  if (choices && !choices.includes(value)) return [violations.isNoChoice(path)];
  if (format === 'email' && !isEmail(value)) return [violations.isNoEmail(path)];
  if (
    format === 'url' &&
    !isURL(value, { require_tld: false, require_protocol: true, protocols: ['http', 'https'] })
  ) {
    return [violations.isNoUrl(path)];
  }
  if (pattern && !pattern.test(value)) return [violations.isNotValid(path)];
  return [options.refusal?.(value, path)].filter((each) => each !== undefined);
}

function textSchema(options: TextOptions): FieldSchema {
  const { min, pattern, format, choices } = options;
  return {
    type: 'string',
    nullable: options.nullable ?? true,
    maxLength: options.exactly ?? options.max ?? 255,
    ...(min === undefined ? {} : { minLength: min }),
    ...(pattern === undefined ? {} : { pattern: pattern.source }),
    ...(format === undefined ? {} : { format: format === 'url' ? 'uri' : format }),
    ...(choices === undefined ? {} : { enum: choices }),
    ...(options.default === undefined ? {} : { default: options.default }),
    ...(options.example === undefined ? {} : { example: options.example }),
  };
}

interface Kind {
  /** The form in which the value is kept. */
  keep(value: string): string;
  columns(name: string): (value: string | null) => Record<string, Stored>;
  search(name: string): FilterMapping;
}

const textOf =
  (kind: Kind, options: TextOptions): FieldDeclaration =>
  (name) => {
    const write: Write = {
      parse: (value, path) => {
        const text = parseText(value, path, options.nullable ?? true);
        const kept = text === null ? null : kind.keep(text);
        return kept === '' && options.emptyIsNull ? null : kept;
      },
      check: (value, path) => checkText(options, value as string | null, path),
      columns: kind.columns(name),
      default: options.default ?? null,
    };
    return {
      name,
      groups: new Set(options.groups),
      required: options.required ?? false,
      description: options.description,
      schema: textSchema(options),
      reads: [name],
      toJson: (row, at) => row[at],
      write,
      search: kind.search(name),
    };
  };

/** Free text, compared without regard to case and accents: the column `<name>Folded` holds its folded form. */
export const text = (options: TextOptions): FieldDeclaration => withTwin(options, foldValue, fold);

/** A code that people choose: it names one thing, so it is compared without regard to case alone. */
export const chosenCode = (options: TextOptions): FieldDeclaration =>
  withTwin(options, (value, max) => [...codeKey(value)].slice(0, max).join(''), withoutCase);

/** Text with a second form beside it, in the column `<name>Folded`, by which it is compared. */
function withTwin(
  options: TextOptions,
  formOf: (value: string, max: number) => string,
  part: (value: string) => string,
): FieldDeclaration {
  const max = options.max ?? 255;
  const twinOf = (name: string): string => `${name}Folded`;
  return textOf(
    {
      keep: (value) => value,
      columns: (name) => {
        const twin = twinOf(name);
        return (value) => ({ [name]: value, [twin]: value === null ? null : formOf(value, max) });
      },
      search: (name) => ({ column: twinOf(name), kind: 'text', stored: (value) => formOf(value, max), part }),
    },
    options,
  );
}

/** Text that nobody searches. */
export function unsearchableText(options: TextOptions): FieldDeclaration {
  return (name) => ({ ...plain((value) => value, options)(name), search: undefined });
}

/** An identifier in another system: compared as it is. */
export const externalId = (options: TextOptions): FieldDeclaration => plain((value) => value.trim(), options);

/** A code kept in capitals, without blanks around it; an empty one stays empty. */
export const upperCode = (options: TextOptions): FieldDeclaration =>
  code((value) => value.trim().toUpperCase(), options);

/** A code kept in small letters. */
export const lowerCode = (options: TextOptions): FieldDeclaration =>
  code((value) => value.trim().toLowerCase(), options);

/** Codes are columns of ASCII, which MySQL compares with nothing else: other characters become one that no code has. */
const code =
  (keep: (value: string) => string, options: TextOptions): FieldDeclaration =>
  (name) => {
    const field = plain(keep, options, (value) => keep(value).replace(/[^ -~]/gu, '\x7F'))(name);
    const { pattern } = field.schema;
    return pattern === undefined
      ? field
      : { ...field, schema: { ...field.schema, written: asWritten(pattern) } };
  };

/** The pattern of what becomes a code: letters of either case, blanks around it. */
const asWritten = (pattern: string): string =>
  pattern
    .replace(/A-Z|a-z/g, 'A-Za-z')
    .replace(/^\^/, '^\\s*')
    .replace(/\$$/, '\\s*$');

const plain = (
  keep: (value: string) => string,
  options: TextOptions,
  searched: (value: string) => string = keep,
): FieldDeclaration =>
  textOf(
    {
      keep,
      columns: (name) => (value) => ({ [name]: value }),
      search: (name) => ({ column: name, kind: 'text', stored: searched, part: searched }),
    },
    options,
  );
