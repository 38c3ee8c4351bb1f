import type { Components } from './components.js';
import { errorResponses } from './error-responses.js';
import { hydraErrorSchema, problemSchema, unauthorizedSchema, violationListSchema } from './error-schemas.js';
import type { Content, Reference } from './types.js';

const errorContent = (components: Components, withViolations = false): Content => ({
  'application/ld+json': {
    schema: withViolations
      ? { anyOf: [hydraErrorSchema(components), violationListSchema(components)] }
      : hydraErrorSchema(components),
  },
  'application/problem+json': { schema: problemSchema(components) },
});

/** References to the shared answers. */
export const errors = errorResponses({
  descriptions: {
    304: 'The client has it already.',
    400: 'The request makes no sense.',
    401: 'There is no token, or no good one.',
    403: 'This client, or its user in this team, may not do this.',
    404: 'It is not there, or not for this client.',
    406: 'None of the media types that the client accepts.',
    408: 'The body did not arrive in time.',
    409: 'Writes collided, or the first request with this Idempotency-Key is still running. Nothing was written; it may be sent again.',
    412: 'The item has changed since the client read it.',
    413: 'The body is too large.',
    415: 'The body has a media type that is not read here.',
    422: 'The Idempotency-Key was used for another request within the last 24 hours.',
    429: 'It was tried too often lately.',
    503: 'The database does not answer.',
  },
  content: (components, status) => {
    if (status === 304) return undefined;
    return status === 401
      ? { 'application/json': { schema: unauthorizedSchema(components) } }
      : errorContent(components);
  },
});

/** A 400 that may also be a list of what is wrong with the body. */
export const refusal = (components: Components): Record<'400', Reference> => ({
  400: components.response('Refusal', () => ({
    description: 'The body makes no sense, or is refused: `violations` says why.',
    content: errorContent(components, true),
  })),
});
