import type { Type } from '@nestjs/common';
import { fieldsOf, optionsOf } from '../http/dto/dto.js';
import { IS_REQUIRED, type Rule, rulesOf } from '../http/dto/read-dto.js';
import type { Components } from './components.js';
import { nullable } from './field-schema.js';
import { objectSchema } from './object-schema.js';
import type { ParameterObject, Schema } from './types.js';

/** What the rules of class-validator, and ours, say in JSON Schema. Others say nothing there. */
const SCHEMAS: Readonly<Record<string, (limits: readonly unknown[], schema: Schema) => Schema>> = {
  isNotEmpty: (_, { type, enum: choices }) => (type === 'string' && !choices ? { minLength: 1 } : {}),
  maxLength: ([maxLength], schema) => (schema.enum ? {} : { maxLength: maxLength as number }),
  minLength: ([minLength]) => ({ minLength: minLength as number }),
  isIn: ([choices]) => ({ enum: choices as readonly unknown[] }),
  range: ([minimum, maximum]) => ({ minimum: minimum as number, maximum: maximum as number }),
  arrayMaxSize: ([maxItems]) => ({ maxItems: maxItems as number }),
  arrayNotEmpty: () => ({ minItems: 1 }),
  matches: ([pattern]) => ({ pattern: (pattern as RegExp).source }),
  isEmail: () => ({ format: 'email' }),
  isUrl: () => ({ format: 'uri' }),
};

/** The rule of a field that may be left out, but is not null. */
const IS_NOT_NULL = 'isNotNull';

/** Rules without which a field may be left out, or be null; so may one that is `IsOptional`. */
const NEEDED = new Set([IS_REQUIRED, 'arrayNotEmpty', 'isDefined', 'isString']);
const isOptional = ({ name }: Rule): boolean => name === 'isOptional';

/** The JSON Schema of a DTO, from the same decorators that read and check it. */
export function dtoSchema(dto: Type, components: Components): Schema {
  const { name } = optionsOf(dto);
  return name === undefined ? made(dto, components) : components.schema(name, () => made(dto, components));
}

function made(dto: Type, components: Components): Schema {
  const { description } = optionsOf(dto);
  const fields = distinct(schemasOf(dto, components));
  const properties = Object.fromEntries(
    fields.map(({ name, schema, mayBeNull }) => [name, mayBeNull ? nullable(schema) : schema]),
  );
  const required = fields.filter(({ isRequired }) => isRequired).map(({ name }) => name);
  return { ...objectSchema(properties, required), ...(description === undefined ? {} : { description }) };
}

/** `page_size` and `pageSize` are one name to generators, so a body has the first of them; both are read. */
function distinct<T extends { readonly name: string }>(fields: readonly T[]): T[] {
  const known = new Set<string>();
  return fields.filter(({ name }) => {
    const letters = name.replace(/[^a-z0-9]/gi, '').toLowerCase();
    const isNew = !known.has(letters);
    known.add(letters);
    return isNew;
  });
}

/** The parameters of a query that is read as a DTO. */
export const dtoParameters = (dto: Type, components: Components): ParameterObject[] =>
  schemasOf(dto, components).map(({ name, schema: { description = '', ...schema }, isRequired }) => ({
    name,
    in: 'query',
    description,
    required: isRequired,
    schema,
  }));

function schemasOf(
  dto: Type,
  components: Components,
): {
  readonly name: string;
  readonly schema: Schema;
  readonly isRequired: boolean;
  readonly mayBeNull: boolean;
}[] {
  return fieldsOf(dto).map(({ name, schema, isAnswered = false, isLeftOut = false }) => {
    const rules = rulesOf(dto).get(name) ?? [];
    const mustBeSent = rules.some((rule) => NEEDED.has(rule.name)) && !rules.some(isOptional);
    const isRequired = isAnswered ? !isLeftOut : mustBeSent;
    const base = typeof schema === 'function' ? schema(components) : schema;
    const mayBeNull = !isAnswered && !isRequired && !rules.some((rule) => rule.name === IS_NOT_NULL);
    return { name, schema: withRules(base, rules), isRequired, mayBeNull };
  });
}

/** The choices first: they say more than lengths do. */
const withRules = (schema: Schema, rules: readonly Rule[]): Schema =>
  [...rules]
    .sort((a, b) => Number(b.name === 'isIn') - Number(a.name === 'isIn'))
    .reduce<Schema>((made, { name, limits }) => ({ ...SCHEMAS[name]?.(limits, made), ...made }), schema);
