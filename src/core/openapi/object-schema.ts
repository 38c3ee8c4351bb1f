import type { Schema } from './types.js';

type ObjectSchema = Schema & Required<Pick<Schema, 'type' | 'properties'>>;

/** An object; all of its properties are there, or those that are named. */
export const objectSchema = (
  properties: Readonly<Record<string, Schema>>,
  required: readonly string[] = Object.keys(properties),
): ObjectSchema => ({ type: 'object', properties, ...(required.length > 0 ? { required } : {}) });
