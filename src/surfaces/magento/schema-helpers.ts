import type { Schema } from '../../core/openapi/types.js';

// Pieces of the schemas in this surface's OpenAPI document.

/** An id: of a row of the store. */
export const key = (description: string, example: number): Schema => ({
  type: 'integer',
  minimum: 1,
  description,
  examples: [example],
});

export const whole = (minimum: number, description: string, example: number): Schema => ({
  type: 'integer',
  minimum,
  description,
  examples: [example],
});

export const text = (description: string, example: string, maxLength = 255): Schema => ({
  type: 'string',
  maxLength,
  description,
  examples: [example],
});

/** Text of any length that the shop says. */
export const freeText = (description = "The shop's own words."): Schema => ({
  type: ['string', 'null'],
  description,
  examples: ['Shipment created by integration.'],
});

export const orNull = (schema: Schema): Schema => ({ ...schema, type: [schema.type as string, 'null'] });

export const INCREMENT_ID: Schema = {
  ...text("The shipment's number.", '100000078'),
  pattern: '^1\\d{8,}$',
};
export const ORDER_NUMBER = text("The order's number.", '100000123');
