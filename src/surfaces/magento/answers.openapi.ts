import type { Components } from '../../core/openapi/components.js';
import { type HeaderName, someHeaders } from '../../core/openapi/headers.js';
import { withCommon } from '../../core/openapi/common-errors.js';
import type { Content, Reference } from '../../core/openapi/types.js';
import { ref } from './schema-words.js';

/** A body of JSON, with the schema of this name. */
export const json = (name: string): Content => ({ 'application/json': { schema: ref(name) } });

/** Every answer that is not a success. */
const ERRORS: Readonly<Record<number, readonly [name: string, description: string, ...HeaderName[]]>> = {
  400: ['BadRequest', 'The request makes no sense, or goes against what is there.'],
  401: ['Unauthorized', 'There is no token, or no good one.', 'WWW-Authenticate'],
  403: ['Forbidden', 'The client may not do that.'],
  404: ['NotFound', 'The order or the shipment is not there.'],
  408: ['RequestTimeout', 'The body did not arrive in time.'],
  409: ['Conflict', 'The tracking number is taken, or writes collided. Nothing was written.', 'Retry-After'],
  413: ['ContentTooLarge', 'The body is too large.'],
  415: ['UnsupportedMediaType', 'The body is of a type that is not read here.'],
  422: ['IdempotencyKeyReused', 'The Idempotency-Key was used for another request lately.'],
  429: ['TooManyRequests', 'It was tried too often lately.', 'Retry-After'],
  503: ['ServiceUnavailable', 'The database does not answer.', 'Retry-After'],
};

/** References to the shared answers of some statuses. */
export function errors(components: Components, ...statuses: readonly number[]): Record<string, Reference> {
  const told = withCommon(statuses).map((status): [string, Reference] => {
    const [name, description, ...names] = ERRORS[status] ?? ['', ''];
    const make = { description, headers: someHeaders(components, ...names), content: json('Error') };
    return [String(status), components.response(name, () => make)];
  });
  return Object.fromEntries(told);
}
