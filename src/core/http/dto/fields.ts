import type { Type } from '@nestjs/common';
import {
  ArrayMaxSize,
  ArrayNotEmpty,
  IsIn,
  IsNotEmpty,
  IsOptional,
  isInt,
  ValidateBy,
} from 'class-validator';
import { parseDatetime } from '../../metadata/datetime.js';
import { WrongType } from '../../metadata/errors.js';
import { idFrom, listFrom } from '../../metadata/fields/simple.js';
import { parseText } from '../../metadata/fields/text.js';
import { isAddress, MAX_ADDRESS_LENGTH } from '../../metadata/identity.js';
import { dtoSchema } from '../../openapi/dto-schema.js';
import type { Schema } from '../../openapi/types.js';
import { InvalidInput, type Problem } from './problems.js';
import { Field, type Reader } from './dto.js';
import { readInto } from './read-dto.js';

/*
 * Fields of what TrackMage's clients send, each with its reading, its rules and its schema:
 *
 *     export class StatusOfMany {
 *       @Choice(ENTITIES, { required: true, description: 'What kind of records.' })
 *       entity!: Entity;
 *
 *       @Ids({ max: 1000 })
 *       ids!: readonly string[];
 *
 *       @IdOrIri({ description: 'The id or IRI of a status; without it they lose theirs.' })
 *       statusId?: string;
 *     }
 *
 * A handler takes it as `@Body() body: StatusOfMany`. Where there is nothing a field is undefined.
 */

/** What documents say of a field beside what follows from its rules. */
export type Documented = Pick<Schema, 'description' | 'examples' | 'format' | 'default' | 'minLength'>;

interface FieldOptions extends Documented {
  /** A request without it, or with an empty one, is refused. */
  readonly required?: boolean;
}

/** Whether a field must be there, and what is said of it. */
const withPresence = <T extends FieldOptions>({ required = false, ...documented }: T) => ({
  presence: required ? IsNotEmpty() : IsOptional(),
  documented,
});

/** Characters at most, where class-validator's own rule counts some of them as none. */
export const MaxCharacters = (max: number): PropertyDecorator =>
  rule(
    'maxLength',
    [max],
    (value) => typeof value !== 'string' || value.length <= max || [...value].length <= max,
  );

/** From one number to another. */
export const Range = (min: number, max: number): PropertyDecorator =>
  rule('range', [min, max], (value) => (value as number) >= min && (value as number) <= max);

/** A rule of our own; what it says to a client, its surface knows. */
export const rule = (
  name: string,
  constraints: readonly unknown[],
  validate: (value: unknown) => boolean,
): PropertyDecorator => ValidateBy({ name, constraints: [...constraints], validator: { validate } });

/** Text without blanks around it; undefined where there is none. @throws WrongType. */
export const textFrom: Reader = (value, path) => parseText(value ?? null, path, true)?.trim() || undefined;

/** Text without blanks around it, of 255 characters at most where nothing else is said. */
export function Text({
  max = 255,
  ...options
}: FieldOptions & { readonly max?: number } = {}): PropertyDecorator {
  const { presence, documented } = withPresence(options);
  return Field(textFrom, { type: 'string', ...documented }, presence, MaxCharacters(max));
}

/** An e-mail address. */
export function EmailAddress(options: FieldOptions = {}): PropertyDecorator {
  const { presence, documented } = withPresence({ examples: ['ada@example.com'], ...options });
  const isEmail = rule('isEmail', [], (value) => isAddress(value as string));
  return Field(
    textFrom,
    { type: 'string', ...documented },
    presence,
    MaxCharacters(MAX_ADDRESS_LENGTH),
    isEmail,
  );
}

/** The id in an id or IRI; what can be none stays as it is, and is found nowhere. */
export function IdOrIri(options: FieldOptions = {}): PropertyDecorator {
  const { presence, documented } = withPresence(options);
  const read: Reader = (value, path, fields) => {
    const text = textFrom(value, path, fields) as string | undefined;
    return text === undefined ? undefined : (idFrom(text) ?? text);
  };
  return Field(read, { type: 'string', ...documented }, presence, MaxCharacters(255));
}

/** Ids and IRIs of a list, each once; there is at least one. */
export function Ids({ max, ...documented }: Documented & { readonly max: number }): PropertyDecorator {
  const read: Reader = (value, path) => {
    const ids = listFrom(value ?? [], path).map((each, index) => {
      const text = parseText(each, `${path}[${index}]`, false) ?? '';
      return idFrom(text) ?? text.slice(0, 200);
    });
    return ids.length > max ? ids : [...new Set(ids)];
  };
  const schema = { type: 'array', items: { type: 'string' }, ...documented } as const;
  return Field(read, schema, ArrayNotEmpty(), ArrayMaxSize(max));
}

/** One of some words, in whatever case. */
export function Choice(choices: readonly string[], options: FieldOptions = {}): PropertyDecorator {
  const { presence, documented } = withPresence(options);
  const read: Reader = (value, path, fields) =>
    (textFrom(value, path, fields) as string | undefined)?.toLowerCase() ?? options.default;
  return Field(read, { type: 'string', ...documented }, presence, MaxCharacters(255), IsIn([...choices]));
}

/** A whole number. */
export function WholeNumber({
  min,
  max,
  ...options
}: FieldOptions & { readonly min: number; readonly max: number }): PropertyDecorator {
  const { presence, documented } = withPresence(options);
  const read: Reader = (value, path) => {
    if (value === undefined || value === null || value === '') return undefined;
    if (!isInt(value)) throw new WrongType(path, 'int', value);
    return value;
  };
  return Field(read, { type: 'integer', ...documented }, presence, Range(min, max));
}

/** True or false; false where there is nothing. */
export function Flag(options: Documented = {}): PropertyDecorator {
  const read: Reader = (value, path) => {
    if (typeof (value ?? false) !== 'boolean') throw new WrongType(path, 'bool', value);
    return value ?? false;
  };
  return Field(read, { type: 'boolean', ...options }, IsOptional());
}

/** Objects of a list, each with fields of its own; a list that is too long is not read. */
export function ListOf<T extends object>(
  part: () => Type<T>,
  { max, ...options }: FieldOptions & { readonly max: number },
): PropertyDecorator {
  const { presence, documented } = withPresence(options);
  const read: Reader = (value, path) => {
    if (value === undefined || value === null) return undefined;
    const list = listFrom(value, path);
    if (list.length > max) return list;
    const problems: Problem[] = [];
    const parts = list.map((each, index) => readInto(part(), each, `${path}[${index}]`, problems));
    if (problems.length > 0) throw new InvalidInput(problems);
    return parts;
  };
  return Field(
    read,
    (components) => ({ type: 'array', items: dtoSchema(part(), components), ...documented }),
    presence,
    ArrayNotEmpty(),
    ArrayMaxSize(max),
  );
}

/** Kept as it was sent, for what only the handler can read. */
export const AsSent = (schema: Schema): PropertyDecorator => Field((value) => value, schema, IsOptional());

/** A moment, in stored form. */
export function Moment(options: FieldOptions = {}): PropertyDecorator {
  const { presence, documented } = withPresence(options);
  const read: Reader = (value) => {
    if (value === undefined || value === null || value === '') return undefined;
    return (typeof value === 'string' ? parseDatetime(value) : undefined) ?? Number.NaN;
  };
  const isMoment = rule('isValid', [], (value) => typeof value === 'string');
  return Field(read, { type: 'string', format: 'date-time', ...documented }, presence, isMoment);
}
