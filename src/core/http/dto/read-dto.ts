import type { Type } from '@nestjs/common';
import { plainToInstance } from 'class-transformer';
import { getMetadataStorage, validateSync } from 'class-validator';
import { ClientError } from '../../metadata/errors.js';
import { fieldsOf, optionsOf, type Reader, SENT, type Source } from './dto.js';
import { InvalidInput, IS_OBJECT, type Problem } from './problems.js';

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
  const problemsByField = new Map<string, readonly Problem[]>();
  const read = (name: string, reader: Reader): unknown => {
    const value = Object.hasOwn(fields, name) ? fields[name] : undefined;
    try {
      return reader(value, pathOf(name), fields);
    } catch (error) {
      if (error instanceof InvalidInput) problemsByField.set(name, error.problems);
      else if (error instanceof ClientError)
        problemsByField.set(name, [{ ...NO_RULE, path: pathOf(name), error, value }]);
      else throw error;
      return undefined;
    }
  };
  const value = plainToInstance(dto, { [SENT]: read } satisfies Source, { excludeExtraneousValues: true });
  for (const { name, problem } of ruleProblems(dto, value, pathOf))
    if (!problemsByField.has(name)) problemsByField.set(name, problem);
  for (const { name } of problemsByField.size > 0 ? fieldsOf(dto) : [])
    problems.push(...(problemsByField.get(name) ?? []));
  return value;
}

const NO_RULE = { rule: '', limits: [], message: '' } as const;

/** What the rules find. */
function* ruleProblems(
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

/** Whether a class or one that it extends refuses lists. */
const refusesLists = (dto: Type | null): boolean =>
  dto !== null && (optionsOf(dto).refusesLists ?? refusesLists(Object.getPrototypeOf(dto) as Type | null));

/** A JSON object; PHP sends an empty one as `[]`. */
function objectFrom(value: unknown, refusesLists: boolean): Readonly<Record<string, unknown>> | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  if (refusesLists && Array.isArray(value) && value.length > 0) return undefined;
  return value as Readonly<Record<string, unknown>>;
}
