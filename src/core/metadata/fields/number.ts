import { WrongType } from '../errors.js';
import type { FieldDeclaration, FieldOptions } from '../field.js';
import { formatMoney, parseMoney } from '../money.js';
import type { Resource } from '../resource.js';
import { isNegative, isNotValid, isOutOfRange } from '../violation.js';

/** What a signed 32-bit column holds. */
export const MAX_INTEGER = 2_147_483_647;

const NUMBER = /^\s*[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d{1,3})?\s*$/i;

/** A query's text as a finite number. */
export function parseNumber(text: string): number | undefined {
  const value = NUMBER.test(text) ? Number(text) : Number.NaN;
  return Number.isFinite(value) ? value : undefined;
}

export interface IntegerOptions extends FieldOptions {
  readonly min?: number;
  readonly max?: number;
  readonly default?: number;
  readonly example?: number;
}

export function integer(options: IntegerOptions): FieldDeclaration {
  return (name) => ({
    name,
    groups: new Set(options.groups),
    required: options.required ?? false,
    description: options.description,
    schema: {
      type: 'integer',
      nullable: true,
      minimum: options.min ?? -MAX_INTEGER,
      maximum: options.max ?? MAX_INTEGER,
      ...(options.default === undefined ? {} : { default: options.default }),
      ...(options.example === undefined ? {} : { example: options.example }),
    },
    reads: [name],
    toJson: (row, at) => row[at],
    write: {
      parse: (value, path) => {
        if (value === null) return options.default ?? null;
        if (typeof value !== 'number' || !Number.isInteger(value)) throw new WrongType(path, 'int', value);
        return value;
      },
      check: (value, path) => {
        if (value === null) return [];
        const min = options.min ?? -MAX_INTEGER;
        const max = options.max ?? MAX_INTEGER;
        if (min === 0 && (value as number) < 0) return [isNegative(path)];
        return (value as number) < min || (value as number) > max ? [isOutOfRange(path, min, max)] : [];
      },
      columns: (value) => ({ [name]: value as number | null }),
      default: options.default ?? null,
    },
    search: { column: name, kind: 'number', stored: parseNumber },
  });
}

/** A number that only the server writes; kept as a decimal column. */
export function decimal(options: FieldOptions): FieldDeclaration {
  return (name) => ({
    name,
    groups: new Set(options.groups),
    required: false,
    description: options.description,
    schema: { type: 'number', nullable: true },
    reads: [name],
    toJson: (row, at) => (row[at] === null ? null : Number(row[at])),
    search: { column: name, kind: 'number', stored: parseNumber },
  });
}

/** How many items of a resource a workspace has; the store keeps count. */
export function total(counted: () => Resource, options: FieldOptions): FieldDeclaration {
  return (name) => ({
    name,
    groups: new Set(options.groups),
    required: false,
    description: options.description,
    schema: { type: 'integer' },
    reads: ['pk'],
    toJson: (row, at, { totals }) => {
      const known = totals?.get(counted());
      if (!known) throw new Error(`Nobody has counted for "${name}".`);
      return known.get(row[at] as number) ?? 0;
    },
    counts: counted,
  });
}

/** Amounts as answers show them; bodies may leave out the places, and have blanks around. */
const AMOUNT = '^\\s*[+-]?\\d{1,11}(?:\\.\\d{0,4}0{0,6})?\\s*$';

/** A decimal string such as `"12.50"`; empty text means none. Kept exactly, see `money.ts`. */
export function money(options: FieldOptions & { readonly default?: string }): FieldDeclaration {
  const INVALID = Symbol('not an amount');
  return (name) => ({
    name,
    groups: new Set(options.groups),
    required: options.required ?? false,
    description: options.description,
    schema: {
      type: 'string',
      nullable: true,
      pattern: AMOUNT,
      example: '12.50',
      ...(options.default === undefined ? {} : { default: options.default }),
    },
    reads: [name],
    toJson: (row, at) => (row[at] === null ? null : formatMoney(Number(row[at]))),
    write: {
      parse: (value, path) => {
        if (value === null || value === '') return null;
        if (typeof value !== 'string' && typeof value !== 'number')
          throw new WrongType(path, 'string', value);
        return parseMoney(String(value)) ?? INVALID;
      },
      check: (value, path) => (value === INVALID ? [isNotValid(path)] : []),
      columns: (value) => ({ [name]: value as number | null }),
      default: options.default === undefined ? null : parseMoney(options.default),
    },
    search: {
      column: name,
      kind: 'number',
      stored: (text) => {
        const value = parseMoney(text) ?? (parseNumber(text) ?? Number.NaN) * 10_000;
        return Number.isFinite(value) ? value : undefined;
      },
    },
  });
}

/** A number with a fraction, such as a price in the products of the contract. */
export function float(options: FieldOptions): FieldDeclaration {
  return (name) => ({
    ...decimal(options)(name),
    write: {
      parse: (value, path) => {
        if (value === null || value === '') return null;
        const number = typeof value === 'string' ? parseNumber(value) : value;
        if (typeof number !== 'number') throw new WrongType(path, 'float', value);
        return number;
      },
      check: (value, path) => (Math.abs(value as number) > 1e15 ? [isOutOfRange(path, -1e15, 1e15)] : []),
      columns: (value) => ({ [name]: value as number | null }),
      default: null,
    },
  });
}
