import { IsIn, IsOptional } from 'class-validator';
import { MaxCharacters, Range, rule } from '../../../core/http/dto/fields.js';
import { Dto, Field, type Reader } from '../../../core/http/dto/dto.js';
import { BadInput } from '../../../core/metadata/errors.js';
import { MAX_INTEGER } from '../../../core/metadata/fields/number.js';
import { parseText } from '../../../core/metadata/fields/text.js';
import type { Schema } from '../../../core/openapi/types.js';
import { booleanFrom, isEmpty, wholeNumber } from '../../shared/lenient-values.js';
import { invalid } from '../errors.js';

/*
 * Fields of what this surface is sent. Numbers may come as text and text as numbers; null and empty text count as nothing.
 * A field that cannot be read is refused as `Invalid <field>`. Where a field has aliases, the first that has a value counts.
 */

/** Bodies: a list is none. */
@Dto({ refusesLists: true })
export abstract class MagentoBody {}

type Sent = Readonly<Record<string, unknown>>;

/** What was sent of a field or, in their order, of its aliases; undefined where there is nothing. */
export const sentValue = (fields: Sent, ...names: readonly string[]): unknown =>
  names
    .map((name) => (Object.hasOwn(fields, name) ? fields[name] : undefined))
    .find((value) => !isEmpty(value));

const lastOf = (path: string): string => path.slice(path.lastIndexOf('.') + 1);

/** @throws BadInput when it is neither text nor a number, or nothing that can be stored. */
export function textFrom(value: unknown, path: string): string {
  try {
    return parseText(value, path, false) ?? '';
  } catch (error) {
    throw error instanceof BadInput ? invalid(lastOf(path)) : error;
  }
}

/** Text without blanks around it; undefined where there is none. @throws BadInput. */
export const trimmed = (value: unknown, path: string): string | undefined =>
  isEmpty(value) ? undefined : textFrom(value, path).trim() || undefined;

/** Text without blanks around it, of 255 characters at most where its schema says no `maxLength`. */
export const Text = (schema: Schema): PropertyDecorator =>
  Field(trimmed, { type: 'string', ...schema }, IsOptional(), MaxCharacters(schema.maxLength ?? 255));

/** Bytes that a column of long text takes. */
const LONG_TEXT = 65_535;

/** Text as it was sent. */
export const LongText = (schema: Schema): PropertyDecorator =>
  Field(
    (value, path) => (isEmpty(value) ? undefined : textFrom(value, path)),
    { type: 'string', ...schema },
    IsOptional(),
    rule('maxBytes', [LONG_TEXT], (value) => Buffer.byteLength(value as string) <= LONG_TEXT),
  );

/** No row has this key. */
export const NO_KEY = 0;

/** The key of a row; what can be none is one that no row has. @throws BadInput when it is neither number nor text. */
export function keyFrom(value: unknown, path: string): number | undefined {
  if (value === undefined) return undefined;
  const number = wholeNumber(textFrom(value, path).trim()) ?? NO_KEY;
  return number <= MAX_INTEGER ? number : NO_KEY;
}

interface Aliased extends Schema {
  readonly aliases?: readonly string[];
}

/** The key of a row. */
export const Key = ({ aliases = [], ...schema }: Aliased): PropertyDecorator =>
  Field(
    (_, path, fields) => keyFrom(sentValue(fields, lastOf(path), ...aliases), path),
    { type: 'integer', minimum: 1, ...schema },
    IsOptional(),
  );

/** A whole number from 1. */
export function Positive({
  max,
  aliases = [],
  ...schema
}: Aliased & { readonly max: number }): PropertyDecorator {
  const read: Reader = (_, path, fields) => {
    const value = sentValue(fields, lastOf(path), ...aliases);
    if (value === undefined) return schema.default;
    const number = wholeNumber(value);
    if (number === undefined) throw invalid(lastOf(path));
    return number;
  };
  return Field(read, { type: 'integer', ...schema }, IsOptional(), Range(1, max));
}

/** A name for another field, which reads it. */
export const AliasOf = (name: string, schema: Schema): PropertyDecorator =>
  Field(() => undefined, { description: `As \`${name}\`.`, ...schema }, IsOptional());

/** True and false, also as 1 and 0 or as text; false where there is nothing. */
export const Flag = (schema: Schema): PropertyDecorator =>
  Field(
    (value, path) => {
      const flag = isEmpty(value) ? false : booleanFrom(value);
      if (flag === undefined) throw invalid(path);
      return flag;
    },
    {
      type: ['boolean', 'integer', 'string'],
      enum: [true, false, 1, 0, '1', '0', 'true', 'false'],
      default: false,
      ...schema,
    },
    IsOptional(),
  );

/** One of some choices; without one the first. */
export function OneOf(
  choices: readonly string[],
  { ignoresCase = false, ...schema }: Schema & { readonly ignoresCase?: boolean },
): PropertyDecorator {
  const read: Reader = (value, path) => {
    const word = trimmed(value, path) ?? choices[0];
    return ignoresCase ? word?.toLowerCase() : word;
  };
  return Field(read, { type: 'string', default: choices[0], ...schema }, IsOptional(), IsIn([...choices]));
}
