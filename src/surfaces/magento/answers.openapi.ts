import { errorResponses } from '../../core/openapi/error-responses.js';
import type { Content } from '../../core/openapi/types.js';
import { jsonContent } from '../shared/json-content.js';
import { ref } from './schema-helpers.js';

/** A body of JSON, with the schema of this name. */
export const json = (name: string): Content => jsonContent(ref(name));

/** References to the shared answers of some statuses. */
export const errors = errorResponses({
  descriptions: {
    400: 'The request makes no sense, or goes against what is there.',
    401: 'There is no token, or no good one.',
    403: 'The client may not do that.',
    404: 'The order or the shipment is not there.',
    408: 'The body did not arrive in time.',
    409: 'The tracking number is taken, or writes collided. Nothing was written.',
    413: 'The body is too large.',
    415: 'The body is of a type that is not read here.',
    422: 'The Idempotency-Key was used for another request lately.',
    429: 'It was tried too often lately.',
    503: 'The database does not answer.',
  },
  content: () => json('Error'),
});
