import { applyDecorators, SetMetadata, type Type } from '@nestjs/common';
import { Expose, plainToInstance, Transform } from 'class-transformer';
import { getMetadataStorage, validateSync } from 'class-validator';
import { ClientError } from '../../metadata/errors.js';
import type { Components } from '../../openapi/components.js';
import type { Schema } from '../../openapi/types.js';
import { InvalidInput, IS_OBJECT, type Problem } from './problems.js';

/**
 * Makes of a value what the DTO has; undefined where there is nothing. What it throws is told with the other problems.
 * `fields`: all that was sent.
 * @throws ClientError when it can make nothing of the value.
 */
export type Reader = (value: unknown, path: string, fields: Readonly<Record<string, unknown>>) => unknown;

type DocumentedSchema = Schema | ((components: Components) => Schema);

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

const declare =
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

/** Whether a class or one that it extends refuses lists. */
const refusesLists = (dto: Type | null): boolean =>
  dto !== null && (optionsOf(dto).refusesLists ?? refusesLists(Object.getPrototypeOf(dto) as Type | null));

/** What a DTO is read from. Its only key is a symbol, so that class-transformer sees nothing that a client sent: it would construct what `constructor` says. */
interface Source {
  readonly [SENT]: (name: string, read: Reader) => unknown;
}

const SENT = Symbol('what was sent');

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
    declare({ schema }),
    ...rules,
  );

/**
 * A field of an answer, for the documents alone; without a schema it is what its type says. It is always there but where it
 * is `isLeftOut`.
 */
export const Answered =
  (schema?: DocumentedSchema, isLeftOut = false): PropertyDecorator =>
  (prototype, key) => {
    const kind = Reflect.getMetadata('design:type', prototype, key) as unknown;
    declare({ schema: schema ?? SCHEMAS.get(kind) ?? {}, isLeftOut, isAnswered: true })(prototype, key);
  };

/** What a property's type says. */
const SCHEMAS: ReadonlyMap<unknown, Schema> = new Map<unknown, Schema>([
  [String, { type: 'string' }],
  [Boolean, { type: 'boolean' }],
  [Number, { type: 'integer' }],
]);

/** A rule of a field: what class-validator calls it and its limits, from which documents and errors follow. */
export interface Rule {
  readonly name: string;
  readonly limits: readonly unknown[];
}

const rules = new WeakMap<Type, ReadonlyMap<string, readonly Rule[]>>();

/** The rules of a class, by field. */
export function rulesOf(dto: Type): ReadonlyMap<string, readonly Rule[]> {
  const known = rules.get(dto);
  if (known) return known;
  const made = new Map<string, Rule[]>();
  for (const each of getMetadataStorage().getTargetValidationMetadatas(dto, '', false, false)) {
    const rule = { name: each.name ?? each.type, limits: (each.constraints as unknown[] | undefined) ?? [] };
    made.set(each.propertyName, [...(made.get(each.propertyName) ?? []), rule]);
  }
  rules.set(dto, made);
  return made;
}

/** A field that must be there. Whatever else would be wrong with nothing is not told. */
export const IS_REQUIRED = 'isNotEmpty';

/**
 * Reads a body or a query into its class. Unknown fields are ignored.
 * @throws InvalidInput with everything that is wrong, in the order of the fields.
 */
export function readDto<T extends object>(dto: Type<T>, sent: unknown): T {
  const problems: Problem[] = [];
  const value = readInto(dto, sent, '', problems);
  if (problems.length > 0) throw new InvalidInput(problems);
  return value;
}

/** As `readDto`, of a part: what is wrong is added to `problems`. */
export function readInto<T extends object>(
  dto: Type<T>,
  sent: unknown,
  path: string,
  problems: Problem[],
): T {
  const fields = objectFrom(sent, refusesLists(dto));
  if (!fields) {
    problems.push({ path, rule: IS_OBJECT, limits: [], message: '', value: sent });
    return new dto();
  }
  const pathOf = (name: string): string => (path === '' ? name : `${path}.${name}`);
  const found = new Map<string, readonly Problem[]>();
  const read = (name: string, reader: Reader): unknown => {
    const value = Object.hasOwn(fields, name) ? fields[name] : undefined;
    try {
      return reader(value, pathOf(name), fields);
    } catch (error) {
      if (error instanceof InvalidInput) found.set(name, error.problems);
      else if (error instanceof ClientError)
        found.set(name, [{ ...NO_RULE, path: pathOf(name), error, value }]);
      else throw error;
      return undefined;
    }
  };
  const value = plainToInstance(dto, { [SENT]: read } satisfies Source, { excludeExtraneousValues: true });
  for (const { name, problem } of broken(dto, value, pathOf)) if (!found.has(name)) found.set(name, problem);
  for (const { name } of found.size > 0 ? fieldsOf(dto) : []) problems.push(...(found.get(name) ?? []));
  return value;
}

const NO_RULE = { rule: '', limits: [], message: '' } as const;

/** What the rules find. */
function* broken(
  dto: Type,
  value: object,
  pathOf: (name: string) => string,
): Iterable<{ name: string; problem: Problem[] }> {
  const errors = validateSync(value, { forbidUnknownValues: false, validationError: { target: false } });
  for (const { property, constraints = {}, contexts = {}, value: judged } of errors) {
    const isBlank = IS_REQUIRED in constraints;
    const problem = (rulesOf(dto).get(property) ?? [])
      .filter(({ name }) => name in constraints && (!isBlank || name === IS_REQUIRED))
      .map(({ name, limits }) => ({
        path: pathOf(property),
        rule: name,
        limits,
        message: constraints[name] ?? '',
        code: (contexts[name] as { readonly code?: string } | undefined)?.code,
        value: judged as unknown,
      }));
    yield { name: property, problem };
  }
}

/** A JSON object; PHP sends an empty one as `[]`. */
function objectFrom(value: unknown, refusesLists: boolean): Readonly<Record<string, unknown>> | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  if (refusesLists && Array.isArray(value) && value.length > 0) return undefined;
  return value as Readonly<Record<string, unknown>>;
}
