import type { Components } from './components.js';
import { objectSchema } from './object-schema.js';
import type { Reference, Schema } from './types.js';

const sentence = (description: string, ...examples: readonly string[]): Schema => ({
  type: 'string',
  description,
  ...(examples.length > 0 ? { examples } : {}),
});

const TITLE: Schema = { type: 'string', examples: ['An error occurred'] };

const VIOLATION = objectSchema(
  {
    propertyPath: sentence('The field: dotted, with list positions.', 'shipmentItems[0].qty'),
    message: sentence('What is wrong.', 'This value should not be blank.'),
    code: {
      type: 'string',
      format: 'uuid',
      description: 'The kind of rule, always the same UUID.',
      examples: ['c1051bb4-d103-4f74-8988-acbcafc7fdc3'],
    },
    payload: {
      type: 'object',
      description: 'What a client can use to mend the request.',
      additionalProperties: true,
    },
  },
  ['propertyPath', 'message', 'code'],
);

/** Why a body is refused. */
export const violationsSchema = (components: Components): Schema => ({
  type: 'array',
  items: components.schema('ConstraintViolation', () => VIOLATION),
});

const hydra = (context: string, type: string): Readonly<Record<string, Schema>> => ({
  '@context': { type: 'string', format: 'iri-reference', examples: [`/contexts/${context}`] },
  '@type': { const: type },
  'hydra:title': TITLE,
});

/** An error in JSON-LD. */
export const hydraErrorSchema = (components: Components): Reference =>
  components.schema('Error', () =>
    objectSchema({
      ...hydra('Error', 'hydra:Error'),
      'hydra:description': sentence('What went wrong.', 'Not Found'),
    }),
  );

/** A body that is refused, in JSON-LD. */
export const violationListSchema = (components: Components): Reference =>
  components.schema('ConstraintViolationList', () =>
    objectSchema({
      ...hydra('ConstraintViolationList', 'ConstraintViolationList'),
      'hydra:description': sentence(
        'A line for each violation.',
        'trackingNumber: This value should not be blank.',
      ),
      violations: violationsSchema(components),
    }),
  );

/** An error in plain JSON (RFC 9457). */
export const problemSchema = (components: Components): Reference =>
  components.schema('Problem', () =>
    objectSchema(
      {
        type: { type: 'string', format: 'uri-reference', examples: ['about:blank'] },
        title: TITLE,
        status: { type: 'integer', minimum: 400, maximum: 599, examples: [404] },
        detail: sentence('What went wrong.', 'Not Found'),
        violations: violationsSchema(components),
      },
      ['type', 'title', 'status', 'detail'],
    ),
  );

/** What TrackMage's JWT bundle answers without a good token. */
export const unauthorizedSchema = (components: Components): Reference =>
  components.schema('Unauthorized', () =>
    objectSchema({
      code: { type: 'integer', const: 401 },
      message: {
        type: 'string',
        enum: ['JWT Token not found', 'Invalid JWT Token', 'Expired JWT Token'],
      },
    }),
  );
