import type { Field, FieldSchema } from '../metadata/field.js';
import { iriOf, type Resource } from '../metadata/resource.js';
import { objectSchema } from './object-schema.js';
import type { Schema } from './types.js';

export const EXAMPLE_ID = '3fa85f64-5717-4562-b3fc-2c963f66afa6';

const EXAMPLES: Readonly<Record<string, unknown>> = {
  uuid: EXAMPLE_ID,
  'date-time': '2026-01-02T10:01:00+00:00',
  email: 'ada@example.com',
  uri: 'https://shop.example/orders/1',
};

/** Formats of text that a client may also leave empty. */
const MAY_BE_EMPTY = ['email', 'uri'];

const defined = <T extends object>(object: T): T =>
  Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined)) as T;

const mapValues = <V, W>(map: Readonly<Record<string, V>>, to: (value: V) => W): Record<string, W> =>
  Object.fromEntries(Object.entries(map).map(([key, value]) => [key, to(value)]));

export const nullable = (schema: Schema): Schema => {
  if (schema.anyOf) return { ...schema, anyOf: [...schema.anyOf, { type: 'null' }] };
  if (schema.type === undefined) return { anyOf: [schema, { type: 'null' }] };
  const types = [schema.type].flat();
  if (types.includes('null')) return schema;
  return defined({
    ...schema,
    type: [...types, 'null'],
    enum: schema.enum && [...schema.enum, null],
  });
};

/** The IRI of an item; of what has no routes of its own some other item's, and what follows. */
export const iriSchema = (target: Resource): Schema => {
  if (target.operations.length === 0) return { type: 'string', format: 'iri-reference' };
  const code = target.fields.has('id') ? undefined : target.fields.get('code');
  return {
    type: 'string',
    format: 'iri-reference',
    pattern: `^${iriOf(target, code ? '[0-9A-Za-z_-]+' : '[0-9A-Fa-f-]{36}')}$`,
    examples: [iriOf(target, code ? String(code.schema.example) : EXAMPLE_ID)],
  };
};

/** A value of a plain field in answers: what it is, without the bounds that bodies have. */
export function answeredValue(schema: FieldSchema): Schema {
  const value = schema.target ? iriSchema(schema.target()) : answeredType(schema);
  return schema.nullable ? nullable(value) : value;
}

function answeredType(schema: FieldSchema): Schema {
  const { type, items, values, properties, isPartial } = schema;
  const example = schema.example ?? EXAMPLES[schema.format ?? ''];
  return defined({
    ...typeOf(schema),
    enum: schema.enum,
    examples: example === undefined ? undefined : [example],
    ...(type === 'array' ? { items: items ? answeredValue(items) : {} } : {}),
    ...(values ? { additionalProperties: answeredValue(values) } : {}),
    ...(properties ? objectSchema(mapValues(properties, answeredValue), isPartial ? [] : undefined) : {}),
  });
}

/** Text with a format may be empty, where the field is not required. */
function typeOf({ type, format, nullable: isOptional }: FieldSchema): Schema {
  if (format === undefined) return { type };
  const mayBeEmpty = isOptional && MAY_BE_EMPTY.includes(format);
  return mayBeEmpty
    ? {
        anyOf: [
          { type, format },
          { type, const: '' },
        ],
      }
    : { type, format };
}

/** A value of a plain field in bodies, with its bounds. */
export function sentValue({ schema, required }: Pick<Field, 'schema' | 'required'>, isNew: boolean): Schema {
  const { items, pattern, written = pattern } = schema;
  // choices say more than lengths, which generators put before them
  const length = schema.enum ? {} : lengthOf(schema, required);
  const value = defined({
    ...answeredType({ ...schema, nullable: !required && schema.nullable }),
    ...(items ? { items: sentValue({ schema: items, required: false }, isNew) } : {}),
    pattern: written !== undefined && !required ? `^$|${written}` : written,
    ...length,
    minimum: schema.minimum,
    maximum: schema.maximum,
    maxItems: schema.maxItems,
    default: isNew && !items?.enum ? schema.default : undefined,
  });
  return schema.nullable && !required ? nullable(value) : value;
}

const lengthOf = ({ type, minLength, maxLength }: FieldSchema, required: boolean): Schema =>
  defined({ minLength: required && type === 'string' ? (minLength ?? 1) : undefined, maxLength });
