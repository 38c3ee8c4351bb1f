import type { Components } from '../../core/openapi/components.js';
import { errorResponses, type ErrorStatus } from '../../core/openapi/error-responses.js';
import { headers, type HeaderName } from '../../core/openapi/headers.js';
import { objectSchema } from '../../core/openapi/object-schema.js';
import type { ParameterObject, Reference, ResponseObject, Schema } from '../../core/openapi/types.js';
import { RATE_LIMIT_HEADERS } from './auth/rate-limit.js';
import { jsonContent } from '../shared/json-content.js';
import { MAX_LIMIT, DEFAULT_LIMIT } from './pagination.js';

/** The path below which all of a store is. */
export const STORE_PATH = '/stores/{store_hash}/v2';

/** A 200 or 201. */
export const answered = (
  description: string,
  schema: Schema,
  components: Components,
  ...names: readonly HeaderName[]
): ResponseObject => ({
  description,
  headers: headers(components, ...names, ...RATE_LIMIT_HEADERS),
  content: jsonContent(schema),
});

/** A 204. */
export const nothing = (description: string, components: Components): ResponseObject => ({
  description,
  headers: headers(components, ...RATE_LIMIT_HEADERS),
});

/** A list is never empty: where there is nothing there is no body. */
export const listAnswers = (
  description: string,
  items: Schema,
  components: Components,
): Record<'200' | '204', ResponseObject> => ({
  200: answered(description, { type: 'array', items }, components),
  204: nothing('There is none, or none on this page.', components),
});

const WHOLE: Schema = { type: 'integer', minimum: 0 };

export const countSchema = (components: Components): Reference =>
  components.schema('Count', () => objectSchema({ count: { ...WHOLE, examples: [27] } }));

const text = (example: string): Schema => ({ type: 'string', examples: [example] });

/** The keys of an address in answers: each is there, with '' for what nobody knows. */
export const ADDRESS: Readonly<Record<string, Schema>> = {
  first_name: text('Jane'),
  last_name: text('Doe'),
  company: text(''),
  street_1: text('123 Main Street'),
  street_2: text(''),
  city: text('Austin'),
  state: text('Texas'),
  zip: text('78751'),
  country: text('United States'),
  country_iso2: text('US'),
  phone: text(''),
  email: text('janedoe@example.com'),
};

export const addressSchema = (components: Components): Reference =>
  components.schema('Address', () => objectSchema(ADDRESS));

const DETAILS: Schema = {
  type: 'object',
  description: 'What a client can use to mend the request.',
  properties: {
    invalid_reason: text('The value must be a whole number.'),
    available_quantity: { ...WHOLE, description: 'How many of the product can still be shipped.' },
    order_product_id: { ...WHOLE, description: 'The product that is meant.' },
  },
};

const errorSchema = (components: Components): Reference =>
  components.schema('Errors', () => ({
    type: 'array',
    description: 'Every error is a list of one.',
    maxItems: 1,
    items: {
      ...objectSchema({ status: { type: 'integer', examples: [404] }, message: text('Not found.') }),
      properties: {
        status: { type: 'integer', description: 'The status of the answer.', examples: [400] },
        message: text("The field 'quantity' is invalid."),
        details: DETAILS,
      },
    },
  }));

const errors = errorResponses({
  descriptions: {
    400: 'A field or parameter cannot be taken; `details` says why.',
    401: 'There is no token, or no good one.',
    403: 'The token may only read.',
    404: 'It is not there, or not in the store of this token.',
    408: 'The body did not arrive in time.',
    409: 'Writes collided, or the first request with this Idempotency-Key is still running. Nothing was written; it may be sent again.',
    413: 'The body, or the page that is asked for, is too large.',
    415: 'The body is no JSON.',
    422: 'The Idempotency-Key was used for another request within the last 24 hours.',
    429: 'There are too many requests.',
    503: 'The database does not answer.',
  },
  content: (components) => jsonContent(errorSchema(components)),
  headers: RATE_LIMIT_HEADERS,
});

/** References to the shared answers: those that every route has, and some. */
export const refusals = (
  components: Components,
  ...statuses: readonly ErrorStatus[]
): Record<string, Reference> => errors(components, 400, 401, 404, 503, ...statuses);

/** An id, or the store's name, in a path. */
export const inPath = (name: string, description: string, schema: Schema = ID): ParameterObject => ({
  name,
  in: 'path',
  description,
  required: true,
  schema,
});

const ID: Schema = { type: 'integer', minimum: 1, examples: [120] };

export const STORE_HASH = inPath('store_hash', "The store's name: a workspace's `storeHash`.", {
  type: 'string',
  examples: ['q0v5k8d2n7r3m1st'],
});

export const ORDER_ID = inPath('order_id', 'The order.');

/** Which part of a list. */
export const PAGING: readonly ParameterObject[] = [
  {
    name: 'page',
    in: 'query',
    description: 'Which page, from 1.',
    required: false,
    schema: { type: 'integer', minimum: 1, default: 1 },
  },
  {
    name: 'limit',
    in: 'query',
    description: 'How many results a page has.',
    required: false,
    schema: { type: 'integer', minimum: 1, maximum: MAX_LIMIT, default: DEFAULT_LIMIT },
  },
];
