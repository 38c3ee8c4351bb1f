import type { Components } from './components.js';
import { type HeaderName, someHeaders } from './headers.js';
import type { Content, Reference } from './types.js';

/** What answers that are not a success are called in the components of a document. */
const NAMES = {
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
} as const;

export type ErrorStatus = keyof typeof NAMES;

/** The headers that come with some of them. */
const HEADERS: Readonly<Partial<Record<ErrorStatus, readonly HeaderName[]>>> = {
  304: ['ETag'],
  401: ['WWW-Authenticate'],
  409: ['Retry-After'],
  429: ['Retry-After'],
  503: ['Retry-After'],
};

/** Statuses of errors with those that come with them: who is known may ask too much, and a body may not arrive. */
const withCommon = (statuses: readonly ErrorStatus[]): ErrorStatus[] => {
  const all = new Set(statuses);
  if (all.has(401)) all.add(429);
  if (all.has(415)) all.add(408);
  return [...all].sort((a, b) => a - b);
};

/** How an API answers what is not a success. */
interface ErrorAnswers {
  /** What they mean; without a sentence an API has none of that status. */
  readonly descriptions: Readonly<Partial<Record<ErrorStatus, string>>>;
  /** The body. */
  readonly content: (components: Components, status: ErrorStatus) => Content | undefined;
  /** Headers that each of them has. */
  readonly headers?: readonly HeaderName[];
}

/** References to the shared answers of some statuses, which a document has once. */
export const errorResponses =
  ({ descriptions, content, headers = [] }: ErrorAnswers) =>
  (components: Components, ...statuses: readonly ErrorStatus[]): Record<string, Reference> =>
    Object.fromEntries(
      withCommon(statuses).map((status) => {
        const names = [...(HEADERS[status] ?? []), ...headers];
        const body = content(components, status);
        const response = components.response(NAMES[status], () => ({
          description: descriptions[status] ?? '',
          ...(names.length > 0 ? { headers: someHeaders(components, ...names) } : {}),
          ...(body && { content: body }),
        }));
        return [String(status), response];
      }),
    );
