import type { Type } from '@nestjs/common';
import { IsNotEmpty, IsOptional } from 'class-validator';
import { Dto, Field, type Reader } from '../../../core/http/dto/dto.js';
import { rule } from '../../../core/http/dto/fields.js';
import { BadInput } from '../../../core/metadata/errors.js';
import { MAX_INTEGER } from '../../../core/metadata/fields/number.js';
import { listFrom } from '../../../core/metadata/fields/simple.js';
import { storable } from '../../../core/metadata/fields/text.js';
import { parseMoney } from '../../../core/metadata/money.js';
import { dtoSchema } from '../../../core/openapi/dto-schema.js';
import type { Schema } from '../../../core/openapi/types.js';
import { booleanFrom, isEmpty, jsonObject, wholeNumber } from '../../shared/lenient-values.js';
import { InvalidField, UnwritableField } from '../errors.js';
import { lastOf, readPart } from './read-body.js';

/*
 * Fields of what a store is sent. Clients send numbers as text and text as numbers: both are taken. What is not there is
 * undefined; null counts as empty text, and as nothing where there is no text.
 */

/** Bodies and their parts: a list is none. */
@Dto({ refusesLists: true })
export abstract class StoreBody {}

/** Characters of a text at most where its schema says nothing. */
const MAX_LENGTH = 255;

const isFinite = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value);

/** Text as it was sent. @throws InvalidField. */
function textFrom(value: unknown, name: string, maxLength: number): string {
  const sent = value ?? '';
  // a number with more digits than JavaScript has is not what was sent any more
  if (typeof sent !== 'string' && !(isFinite(sent) && Math.abs(sent) <= Number.MAX_SAFE_INTEGER))
    throw new InvalidField(name, 'The value must be a string.');
  const text = String(sent);
  if ([...text].length > maxLength)
    throw new InvalidField(name, `The value must have ${maxLength} characters or fewer.`);
  try {
    return storable(text, name);
  } catch (error) {
    throw error instanceof BadInput
      ? new InvalidField(name, 'The value contains characters that are not allowed.')
      : error;
  }
}

/** What was sent of an object. */
type Sent = Readonly<Record<string, unknown>>;

/** What a text means. @throws InvalidField. */
type Parse = (text: string, name: string) => string | undefined;

interface TextOptions extends Schema {
  readonly parse?: Parse;
  /** Looks at the other fields as they were sent. @throws ClientError. */
  readonly check?: (fields: Sent) => void;
  /** Whether it is read, which other fields may say; always where nothing is said. */
  readonly isReadWith?: (fields: Sent) => boolean;
}

/** Text, as it was sent where nothing parses it. */
export function Text({
  maxLength = MAX_LENGTH,
  parse = (text) => text,
  check,
  isReadWith = () => true,
  ...schema
}: TextOptions = {}): PropertyDecorator {
  const read: Reader = (value, path, fields) => {
    const isRead = value !== undefined && isReadWith(fields);
    const text = isRead ? parse(textFrom(value, lastOf(path), maxLength), lastOf(path)) : undefined;
    check?.(fields);
    return text;
  };
  return Field(read, { type: 'string', maxLength, ...schema }, IsOptional());
}

/** Bytes that a column of text takes. */
export const MAX_TEXT_BYTES = 65_535;

/** Text that a column of text takes, which counts bytes, too. */
export const LongText = (schema: Schema): PropertyDecorator =>
  Text({
    ...schema,
    maxLength: MAX_TEXT_BYTES,
    parse: (text, name) => {
      if (Buffer.byteLength(text) > MAX_TEXT_BYTES)
        throw new InvalidField(name, `The value must have ${MAX_TEXT_BYTES} bytes or fewer.`);
      return text;
    },
  });

/** Text without blanks around it. */
export const trimmed: Parse = (text) => text.trim();

/** The same; undefined where there is none. */
export const trimmedOrNone: Parse = (text) => text.trim() || undefined;

/** Whether a field must be there, and what documents say of it. */
interface Required extends Schema {
  readonly isRequired?: boolean;
}

const presence = (isRequired = false): PropertyDecorator => (isRequired ? IsNotEmpty() : IsOptional());

/** A whole number, up to `max`: of a 32-bit column where nothing is said. */
export function Integer({
  isRequired,
  minimum = 0,
  max = MAX_INTEGER,
  parse = (number) => number,
  ...schema
}: Required & {
  readonly max?: number;
  readonly parse?: (number: number, name: string) => number;
}): PropertyDecorator {
  const read: Reader = (value, path) => {
    if (isEmpty(value)) return schema.default;
    const number = wholeNumber(value);
    if (number === undefined) throw new InvalidField(lastOf(path), 'The value must be a whole number.');
    if (number < minimum || number > max)
      throw new InvalidField(lastOf(path), `The value must be between ${minimum} and ${max}.`);
    return parse(number, lastOf(path));
  };
  return Field(read, { type: 'integer', minimum, ...schema }, presence(isRequired));
}

/** The integer by which a shop knows a row. */
export const Id = (schema: Required): PropertyDecorator =>
  Integer({ minimum: 1, max: Number.MAX_SAFE_INTEGER, ...schema });

/** An amount in ten-thousandths, zero or more. @throws InvalidField. */
export function amountFrom(value: unknown, name: string): number | undefined {
  if (isEmpty(value)) return undefined;
  const amount = typeof value === 'string' || isFinite(value) ? parseMoney(String(value)) : undefined;
  if (amount === undefined)
    throw new InvalidField(name, 'The value must be a decimal number with four places at most.');
  if (amount < 0) throw new InvalidField(name, 'The value must be zero or more.');
  return amount;
}

const AMOUNT: Schema = { type: ['string', 'number'], examples: ['45.0000'] };

/** An amount in ten-thousandths. */
export const Amount = (schema: Schema): PropertyDecorator =>
  Field((value, path) => amountFrom(value, lastOf(path)), { ...AMOUNT, ...schema }, IsOptional());

/** An amount with tax, which is not below that of the field without; `check`: what else is looked at. */
export function AmountWithTax(
  withoutTax: string,
  description: string,
  check?: (amount: number | undefined, fields: Sent) => void,
): PropertyDecorator {
  const read: Reader = (value, path, fields) => {
    const [amount, without] = [amountFrom(value, lastOf(path)), amountFrom(fields[withoutTax], withoutTax)];
    if (amount !== undefined && without !== undefined && amount < without)
      throw new InvalidField(lastOf(path), `The value must not be below ${withoutTax}.`);
    check?.(amount, fields);
    return amount;
  };
  return Field(read, { ...AMOUNT, description }, IsOptional());
}

/** True and false, also as 1 and 0 or as text; null is what is sent for neither. */
export const Flag = (schema: Schema): PropertyDecorator =>
  Field(
    (value, path) => {
      if (isEmpty(value)) return value === undefined ? undefined : null;
      const flag = booleanFrom(value);
      if (flag === undefined) throw new InvalidField(lastOf(path), 'The value must be true or false.');
      return flag;
    },
    { type: 'boolean', ...schema },
    IsOptional(),
  );

/** An object with fields of its own. */
export const Part = (part: () => Type<object>, { isRequired }: Required = {}): PropertyDecorator =>
  Field(
    (value, path) => (isEmpty(value) ? undefined : readPart(part(), value, path)),
    (components) => dtoSchema(part(), components),
    presence(isRequired),
  );

interface ListOptions<T> extends Required {
  readonly max?: number;
  /** Null is an empty list, where otherwise it is none. */
  readonly isEmptyByNull?: boolean;
  /** What the parts mean together. @throws InvalidField. */
  readonly parse?: (parts: readonly T[], name: string) => unknown;
}

/** Entries of a list at most where nothing is said: lines of an order. */
const MAX_LIST_LENGTH = 1000;

/** Objects with fields of their own. */
export function List<T extends object>(
  part: () => Type<T>,
  {
    isRequired,
    max = MAX_LIST_LENGTH,
    isEmptyByNull,
    parse = (parts) => parts,
    ...schema
  }: ListOptions<T> = {},
): PropertyDecorator {
  const read: Reader = (value, path) => {
    const name = lastOf(path);
    if (isEmpty(value)) return isEmptyByNull && value !== undefined ? parse([], name) : undefined;
    if (typeof value !== 'object' || value === null)
      throw new InvalidField(name, 'The value must be a list.');
    const list = listFrom(value, name);
    if (list.length > max) throw new InvalidField(name, `The list must have ${max} entries or fewer.`);
    if (!list.every(jsonObject)) throw new InvalidField(name, 'There must be a JSON object.');
    return parse(
      list.map((each, index) => readPart(part(), each, `${path}[${index}]`)),
      name,
    );
  };
  return Field(
    read,
    (components) => ({ type: 'array', maxItems: max, items: dtoSchema(part(), components), ...schema }),
    presence(isRequired),
  );
}

/** What only the server writes; `isRefused`: which values are refused, where others are ignored. */
export const ReadOnly = (
  description: string,
  isRefused: (value: unknown) => boolean = () => true,
): PropertyDecorator =>
  Field(
    (value, path) => {
      if (value !== undefined && isRefused(value)) throw new UnwritableField(lastOf(path));
      return undefined;
    },
    { readOnly: true, description },
    IsOptional(),
    rule('isNotNull', [], () => true),
  );
