import type { Components } from './components.js';
import type { HeaderObject, ParameterObject, Reference } from './types.js';

const text = (description: string, ...examples: readonly string[]): HeaderObject => ({
  description,
  schema: { type: 'string', ...(examples.length > 0 ? { examples } : {}) },
});

const count = (description: string, example: number): HeaderObject => ({
  description,
  schema: { type: 'integer', minimum: 0, examples: [example] },
});

/** Headers of answers. */
const HEADERS = {
  Link: text(
    "The API's Hydra documentation, and the Mercure hub. Of lists in plain JSON and CSV also, by RFC 8288, what `hydra:view` has in JSON-LD: `next`, `prev`, `first` and `last`, relative to the request.",
    '<http://localhost:3000/docs.jsonld>; rel="http://www.w3.org/ns/hydra/core#apiDocumentation", <http://localhost:3000/.well-known/mercure>; rel="mercure"',
    '<http://localhost:3000/docs.jsonld>; rel="http://www.w3.org/ns/hydra/core#apiDocumentation", <http://localhost:3000/.well-known/mercure>; rel="mercure", </shipments?page=2>; rel="next", </shipments?page=1>; rel="first", </shipments?page=7>; rel="last"',
  ),
  'X-Total-Count': count(
    'How many rows all pages have, in plain JSON and CSV: `hydra:totalItems` of JSON-LD. Not there when they were not counted.',
    187,
  ),
  'X-Request-Id': text("The request's id: the client's own, or a new one. Log lines have it.", 'req-42'),
  ETag: text('Names this very answer: for If-None-Match and If-Match.', '"4BrAYMd5zS5uHmpmLG2iBgZ5zKw"'),
  Location: text('The IRI of the new item.', '/shipments/3fa85f64-5717-4562-b3fc-2c963f66afa6'),
  'Accept-Patch': text('What PATCH takes.', 'application/merge-patch+json'),
  'Preference-Applied': text('What of Prefer was honoured.', 'handling=strict'),
  'Last-Event-ID': text(
    'The event before the first one of the stream; `earliest` where it is not known, and something may be missing.',
    'earliest',
  ),
  Warning: text(
    'What was done otherwise than the body has it.',
    '299 - "orderStatus: there is a Status with this code already, and its title stays as it is."',
  ),
  'Idempotency-Replayed': {
    description: 'This is the first answer to this Idempotency-Key again.',
    schema: { type: 'string', const: 'true' },
  },
  'Retry-After': {
    description: 'Seconds until the same request may be sent again.',
    schema: { type: 'integer', minimum: 0, examples: [1] },
  },
  'WWW-Authenticate': text('How to authenticate.', 'Bearer'),
  'X-Rate-Limit-Time-Window-Ms': count('How long a window is, in milliseconds.', 30_000),
  'X-Rate-Limit-Time-Reset-Ms': count('Milliseconds until the next window.', 15_000),
  'X-Rate-Limit-Requests-Quota': count('How many requests a window has.', 450),
  'X-Rate-Limit-Requests-Left': count('How many of them are left.', 449),
  'Cache-Control': text('Tokens are not for caches.', 'no-store'),
} satisfies Record<string, HeaderObject>;

export type HeaderName = keyof typeof HEADERS;

/** Some headers of an answer. */
export const someHeaders = (
  components: Components,
  ...names: readonly HeaderName[]
): Record<string, Reference> =>
  Object.fromEntries(names.map((name) => [name, components.header(name, () => HEADERS[name])]));

/** Headers of an answer, with those that every answer has. Of errors these are left out, for they say nothing new. */
export const headers = (components: Components, ...names: readonly HeaderName[]): Record<string, Reference> =>
  someHeaders(components, ...names, 'Link', 'X-Request-Id');

const asked = (
  name: string,
  description: string,
  examples: readonly string[],
  schema: ParameterObject['schema'] = { type: 'string' },
): ParameterObject => ({ name, in: 'header', description, required: false, schema: { ...schema, examples } });

const TAG = '"4BrAYMd5zS5uHmpmLG2iBgZ5zKw"';

/** Headers of requests. */
export const ASKED = {
  prefer: asked(
    'Prefer',
    'RFC 7240. `handling=strict`: parameters that would be ignored are refused. `count=none`: the rows are not counted, so there is no `hydra:totalItems` and no `hydra:last`. `paging=cursor`: `hydra:next` goes on from the last row, which stays fast and stable on deep pages. Several are joined with commas.',
    ['handling=strict', 'count=none', 'paging=cursor, count=none'],
  ),
  writePrefer: asked(
    'Prefer',
    'RFC 7240. `resolution=merge-duplicates`: a body whose item is there already changes it, with status 200; `resolution=ignore-duplicates`: it stays as it is. It is the item with the same `externalSourceIntegration` and `externalSourceSyncId`, else the shipment with the tracking number, or the order with the order number. `transaction=all`, of NDJSON: either all lines are written or none; the answer is then a 400, and lines that were not at fault have status 424.',
    ['resolution=merge-duplicates', 'transaction=all, resolution=ignore-duplicates'],
  ),
  ifNoneMatch: asked(
    'If-None-Match',
    'The ETag of an answer that the client has: 304 while it is the same.',
    [TAG],
  ),
  ifMatch: asked('If-Match', 'The ETag of the item as the client knows it: 412 when it has changed.', [TAG]),
  idempotencyKey: asked(
    'Idempotency-Key',
    'The same key and body within 24 hours answers the first answer again, with `Idempotency-Replayed: true`.',
    ['3fa85f64-5717-4562-b3fc-2c963f66afa6'],
    { type: 'string', pattern: '^[\\x20-\\x7e]{1,255}$', minLength: 1, maxLength: 255 },
  ),
} as const;
