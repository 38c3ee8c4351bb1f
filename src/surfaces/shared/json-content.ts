import type { Content, Schema } from '../../core/openapi/types.js';

/** A body of JSON in an OpenAPI document. */
export const jsonContent = (schema: Schema): Content => ({ 'application/json': { schema } });
