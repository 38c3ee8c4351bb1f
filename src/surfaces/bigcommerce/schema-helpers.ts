import type { Schema } from '../../core/openapi/types.js';

// Pieces of the schemas in this surface's OpenAPI document.

export const ID: Schema = { type: 'integer', minimum: 1 };
export const WHOLE: Schema = { type: 'integer', minimum: 0 };

export const text = (description: string, example: string): Schema => ({
  type: 'string',
  description,
  examples: [example],
});

/** A moment in answers. */
export const moment = (description = 'RFC 2822, UTC.'): Schema =>
  text(description, 'Wed, 13 Mar 2019 16:35:37 +0000');

/** An amount in answers. */
export const amount = (description: string): Schema => ({
  type: 'string',
  description,
  pattern: '^-?\\d+\\.\\d{4}$',
  examples: ['45.0000'],
});

/** The only value that a field has here. */
export const only = (value: string | number | boolean): Schema => ({
  type: typeof value === 'number' ? 'integer' : typeof value,
  const: value,
});
