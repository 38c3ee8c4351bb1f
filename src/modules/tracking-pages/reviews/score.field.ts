import type { FieldDeclaration, FieldOptions } from '../../../core/metadata/field.js';
import { integer } from '../../../core/metadata/fields/number.js';

/** Stars: from the worst to the best. */
export const WORST = 1;
export const BEST = 5;

/** Whole stars. Whoever takes them from a body checks their bounds. */
export const score =
  (options: FieldOptions): FieldDeclaration =>
  (name) => {
    const field = integer(options)(name);
    return { ...field, schema: { ...field.schema, minimum: WORST, maximum: BEST } };
  };
