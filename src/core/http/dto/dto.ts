import { applyDecorators, SetMetadata, type Type } from '@nestjs/common';
import { Expose, Transform } from 'class-transformer';
import type { Components } from '../../openapi/components.js';
import type { Schema } from '../../openapi/types.js';

/**
 * Makes of a value what the DTO has; undefined where there is nothing. What it throws is told with the other problems.
 * `fields`: all that was sent.
 * @throws ClientError when it can make nothing of the value.
 */
export type Reader = (value: unknown, path: string, fields: Readonly<Record<string, unknown>>) => unknown;

export type DocumentedSchema = Schema | ((components: Components) => Schema);

/** A field as its decorators declare it, but for its rules, which class-validator keeps. */
interface DtoField {
  readonly name: string;
  /** What it is, beside what the rules say. */
  readonly schema: DocumentedSchema;
  /** Of answers: it may be left out. */
  readonly isLeftOut?: boolean;
  /** It is answered, and so is never read. */
  readonly isAnswered?: boolean;
}

const FIELDS = Symbol('fields of a DTO');

/** Adds a field to a class. */
export const declareField =
  (field: Omit<DtoField, 'name'>): PropertyDecorator =>
  (prototype, key) => {
    const own = (Reflect.getOwnMetadata(FIELDS, prototype) as DtoField[] | undefined) ?? [];
    Reflect.defineMetadata(FIELDS, [...own, { ...field, name: String(key) }], prototype);
  };

/** The fields of a class in their order, those of the class that it extends first; none of what is no DTO. */
export function fieldsOf(dto: Type): readonly DtoField[] {
  const own = (Reflect.getOwnMetadata(FIELDS, dto.prototype as object) as DtoField[] | undefined) ?? [];
  const base = Object.getPrototypeOf(dto) as Type | null;
  return base?.prototype ? [...fieldsOf(base), ...own] : own;
}

interface DtoOptions {
  /** What its schema is called in the components of a document; without a name it stands where it is used. */
  readonly name?: string;
  readonly description?: string;
  /** A list is no object; without this it is one that has no fields, as PHP would have it. Also of classes that extend it. */
  readonly refusesLists?: boolean;
}

const OPTIONS = Symbol('options of a DTO');

/** What is said of a whole DTO, where there is anything to say. */
export const Dto = (options: DtoOptions): ClassDecorator => SetMetadata(OPTIONS, options);

export const optionsOf = (dto: Type): DtoOptions =>
  (Reflect.getOwnMetadata(OPTIONS, dto) as DtoOptions | undefined) ?? {};

/**
 * What a DTO is read from. Its only key is a symbol, so that class-transformer sees nothing that a client sent: it would
 * construct what `constructor` says.
 */
export interface Source {
  readonly [SENT]: (name: string, read: Reader) => unknown;
}

export const SENT = Symbol('what was sent');

/**
 * A field of a DTO: how it is read, what documents say of it beside its rules, and its rules. The decorators of
 * `fields.ts` are made of it, and a surface makes its own:
 *
 *     export const Price = (): PropertyDecorator => Field(readPrice, { type: 'string' }, IsOptional());
 */
export const Field = (
  read: Reader,
  schema: DocumentedSchema,
  ...rules: readonly PropertyDecorator[]
): PropertyDecorator =>
  applyDecorators(
    Expose(),
    Transform(({ obj, key }) => (obj as Source)[SENT](key, read)),
    declareField({ schema }),
    ...rules,
  );
