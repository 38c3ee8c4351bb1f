import type { Components } from './components.js';
import { withCommon } from './common-errors.js';
import { hydraErrorSchema, problemSchema, unauthorizedSchema, violationListSchema } from './error-schemas.js';
import { type HeaderName, someHeaders } from './headers.js';
import type { Content, Reference, ResponseObject } from './types.js';

const errorContent = (components: Components, withViolations = false): Content => ({
  'application/ld+json': {
    schema: withViolations
      ? { anyOf: [hydraErrorSchema(components), violationListSchema(components)] }
      : hydraErrorSchema(components),
  },
  'application/problem+json': { schema: problemSchema(components) },
});

type Make = (components: Components) => ResponseObject;

const error =
  (description: string, ...names: readonly HeaderName[]): Make =>
  (components) => ({
    description,
    ...(names.length > 0 ? { headers: someHeaders(components, ...names) } : {}),
    content: errorContent(components),
  });

/** Every answer that is not a success, by status. */
const ERRORS = {
  304: (components) => ({
    description: 'The client has it already.',
    headers: someHeaders(components, 'ETag'),
  }),
  400: error('The request makes no sense.'),
  401: (components) => ({
    description: 'There is no token, or no good one.',
    headers: someHeaders(components, 'WWW-Authenticate'),
    content: { 'application/json': { schema: unauthorizedSchema(components) } },
  }),
  403: error('This client, or its user in this team, may not do this.'),
  404: error('It is not there, or not for this client.'),
  406: error('None of the media types that the client accepts.'),
  408: error('The body did not arrive in time.'),
  409: error(
    'Writes collided, or the first request with this Idempotency-Key is still running. Nothing was written; it may be sent again.',
    'Retry-After',
  ),
  412: error('The item has changed since the client read it.'),
  413: error('The body is too large.'),
  415: error('The body has a media type that is not read here.'),
  422: error('The Idempotency-Key was used for another request within the last 24 hours.'),
  429: error('It was tried too often lately.', 'Retry-After'),
  503: error('The database does not answer.', 'Retry-After'),
} satisfies Record<number, Make>;

const NAMES: Readonly<Record<ErrorStatus, string>> = {
  304: 'NotModified',
  400: 'BadRequest',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'NotFound',
  406: 'NotAcceptable',
  408: 'RequestTimeout',
  409: 'Conflict',
  412: 'PreconditionFailed',
  413: 'ContentTooLarge',
  415: 'UnsupportedMediaType',
  422: 'IdempotencyKeyReused',
  429: 'TooManyRequests',
  503: 'ServiceUnavailable',
};

export type ErrorStatus = keyof typeof ERRORS;

/** References to the shared answers. */
export const errors = (
  components: Components,
  ...statuses: readonly ErrorStatus[]
): Record<string, Reference> =>
  Object.fromEntries(
    withCommon(statuses).map((status) => [
      String(status),
      components.response(NAMES[status], () => ERRORS[status](components)),
    ]),
  );

/** A 400 that may also be a list of what is wrong with the body. */
export const refusal = (components: Components): Record<'400', Reference> => ({
  400: components.response('Refusal', () => ({
    description: 'The body makes no sense, or is refused: `violations` says why.',
    content: errorContent(components, true),
  })),
});
