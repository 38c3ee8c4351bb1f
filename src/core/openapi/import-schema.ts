import type { Components } from './components.js';
import { violationsSchema } from './error-schemas.js';
import { objectSchema } from './object-schema.js';
import type { MediaTypeObject, Reference, Schema } from './types.js';

const text: Schema = { type: 'string' };

/** What NDJSON is answered. */
export const LINE_ANSWERS: MediaTypeObject = {
  schema: {
    type: 'string',
    description:
      'A JSON object on each line: `line`, counted from 1; `status` as of a single request; `@id` of the new item, or `hydra:description` and `violations` of the refusal.',
  },
  example: '{"line":1,"status":201,"@id":"/shipments/3fa85f64-5717-4562-b3fc-2c963f66afa6"}\n',
};

/** What an import answers. */
export const importSchema = (components: Components): Reference =>
  components.schema('CsvImport', () => {
    const line = objectSchema(
      {
        line: {
          type: 'integer',
          minimum: 1,
          description: 'Where the line begins in the file.',
          examples: [17],
        },
        message: { ...text, examples: ['trackingNumber: This value is not valid.'] },
        violations: violationsSchema(components),
      },
      ['line', 'message'],
    );
    return objectSchema(
      {
        created: { type: 'integer', minimum: 0, description: 'How many items were made.', examples: [41] },
        updated: {
          type: 'integer',
          minimum: 1,
          description: 'How many lines had their item already; only where the client prefers a `resolution`.',
          examples: [3],
        },
        failed: { type: 'array', items: line, description: 'Lines that made nothing, and why.' },
        ignoredColumns: {
          type: 'array',
          items: { ...text, examples: ['colour'] },
          description: 'Columns that nobody knows.',
        },
      },
      ['created', 'failed', 'ignoredColumns'],
    );
  });
