import type { Type } from '@nestjs/common';
import { MAX_ADDRESS_LENGTH } from '../../metadata/identity.js';
import { dtoSchema } from '../../openapi/dto-schema.js';
import type { Schema } from '../../openapi/types.js';
import { declareField, type DocumentedSchema } from './dto.js';

/**
 * A field of an answer, for the documents alone; without a schema it is what its type says. It is always there but where it
 * is `isLeftOut`.
 */
export const Answered =
  (schema?: DocumentedSchema, isLeftOut = false): PropertyDecorator =>
  (prototype, key) => {
    const kind = Reflect.getMetadata('design:type', prototype, key) as unknown;
    declareField({ schema: schema ?? SCHEMAS.get(kind) ?? {}, isLeftOut, isAnswered: true })(prototype, key);
  };

/** What a property's type says. */
const SCHEMAS: ReadonlyMap<unknown, Schema> = new Map<unknown, Schema>([
  [String, { type: 'string' }],
  [Boolean, { type: 'boolean' }],
  [Number, { type: 'integer' }],
]);

/** An e-mail address of an answer. */
export const EMAIL: Schema = {
  type: 'string',
  format: 'email',
  maxLength: MAX_ADDRESS_LENGTH,
  examples: ['ada@example.com'],
};

/** Text of an answer, or nothing. */
export const TEXT_OR_NULL: Schema = { type: ['string', 'null'] };

/** A moment of an answer. */
export const MOMENT: Schema = { type: 'string', format: 'date-time' };

/** A list of an answer. */
export const AnsweredList = (part: Type): PropertyDecorator =>
  Answered((components) => ({ type: 'array', items: dtoSchema(part, components) }));
