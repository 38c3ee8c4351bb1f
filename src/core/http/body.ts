import type { FastifyReply, FastifyRequest } from 'fastify';
import { ClientError } from '../metadata/errors.js';
import type { AuthenticatedRequest } from './authenticator.js';
import { BODY_LIMIT, CSV_LIMIT, NDJSON_LIMIT, PUBLIC_BODY_MS, TooLarge, valueLimit } from './body-limits.js';
import { readJson } from './json.js';
import { roomForLargeBody } from './large-bodies.js';
import { NdjsonBody } from './ndjson-body.js';
import { declaredLength, readBytes } from './read-bytes.js';
import type { RouteOptions } from './route-options.js';

/** What changes an item by a patch. */
export const MERGE_PATCH = 'application/merge-patch+json';

const JSON_TYPES = ['application/ld+json', 'application/json'] as const;
const JSON_TYPE = /^application\/(?:ld\+)?json(?:\s*;|$)/i;
const MERGE_PATCH_TYPE = /^application\/merge-patch\+json(?:\s*;|$)/i;
const NDJSON_TYPE = /^application\/x-ndjson(?:\s*;|$)/i;
const CSV_TYPE = /^text\/csv(?:\s*;|$)/i;
const MULTIPART_TYPE = /^multipart\/form-data(?:\s*;|$)/i;
const FORM = 'application/x-www-form-urlencoded';
const FORM_TYPE = /^application\/x-www-form-urlencoded(?:\s*;|$)/i;

/** 415: the body is of a type that nobody reads here. */
export class UnsupportedMediaType extends ClientError {
  readonly status = 415;
  constructor({ method, headers, routeOptions }: FastifyRequest) {
    const type = headers['content-type'];
    const options = routeOptions.config as RouteOptions;
    const csv = method === 'POST' && options.csv ? ['text/csv'] : [];
    const ndjson = method === 'POST' && options.ndjson ? ['application/x-ndjson'] : [];
    const form = method === 'POST' && options.form ? [FORM] : [];
    const supported = method === 'PATCH' ? [MERGE_PATCH] : [...JSON_TYPES, ...csv, ...ndjson, ...form];
    super(
      type === undefined
        ? 'The "Content-Type" header must exist.'
        : `The content-type "${type.slice(0, 200)}" is not supported. Supported MIME types are ${supported.map((each) => `"${each}"`).join(', ')}.`,
    );
  }
}

/** How a body is read. */
interface Reading {
  readonly limit: number;
  readonly parse: (bytes: Buffer) => unknown;
}

/** `text/plain; charset=UTF-8` */
const TEXT_TYPE = /^text\/plain(?:;|$)/i;

const asBytes = (bytes: Buffer): Buffer => bytes;

/** By the type that a body says it has; undefined when the route does not take that. */
function readingOf({ method, headers }: FastifyRequest, options: RouteOptions): Reading | undefined {
  const limit = options.limit ?? BODY_LIMIT;
  const json = { limit, parse: (bytes: Buffer) => readJson(bytes, valueLimit(limit)) };
  const type = headers['content-type'];
  if (type === undefined) return options.assumesJson ? json : undefined;
  if (method === 'PATCH') return MERGE_PATCH_TYPE.test(type) ? json : undefined;
  if (JSON_TYPE.test(type)) return options.raw ? { limit, parse: asBytes } : json;
  if (options.textIsJson && TEXT_TYPE.test(type)) return json;
  if (options.csv && CSV_TYPE.test(type)) return { limit: CSV_LIMIT, parse: asBytes };
  if (options.multipart && MULTIPART_TYPE.test(type)) return { limit, parse: asBytes };
  if (options.form && FORM_TYPE.test(type)) return { limit, parse: formFields };
  return undefined;
}

const formFields = (bytes: Buffer): object => Object.fromEntries(new URLSearchParams(bytes.toString()));

/**
 * Reads the body of a request that has been let in, as its route wants it; undefined when it is empty, whatever type it
 * says it has.
 * @throws UnsupportedMediaType, TooLarge, TooSlow, BadInput.
 */
export async function readBody(
  request: FastifyRequest,
  reply: FastifyReply,
  options: RouteOptions,
  /** Milliseconds that the body of somebody who is known may take. */
  patience: number,
): Promise<unknown> {
  const { raw } = request;
  const declared = declaredLength(raw);
  if (declared === 0) return undefined;
  const { caller } = request as Partial<AuthenticatedRequest>;
  if (
    options.ndjson &&
    request.method === 'POST' &&
    NDJSON_TYPE.test(request.headers['content-type'] ?? '')
  ) {
    if ((declared ?? 0) > NDJSON_LIMIT) throw new TooLarge(NDJSON_LIMIT);
    await roomForLargeBody(caller, declared ?? NDJSON_LIMIT, reply);
    letItCome(request, reply);
    return new NdjsonBody(raw, { bytes: NDJSON_LIMIT, milliseconds: patience });
  }
  const reading = readingOf(request, options);
  if (!reading) return assertEmpty(request, declared);
  const milliseconds = caller ? patience : Math.min(patience, PUBLIC_BODY_MS);
  await roomForLargeBody(caller, Math.min(declared ?? reading.limit, reading.limit), reply);
  letItCome(request, reply);
  const bytes = await readBytes(raw, { bytes: reading.limit, milliseconds });
  return bytes.length === 0 ? undefined : reading.parse(bytes);
}

/** A body whose length is not known is empty when it ends before it has begun. @throws UnsupportedMediaType. */
async function assertEmpty(request: FastifyRequest, declared: number | undefined): Promise<undefined> {
  if (declared === undefined) {
    const isEmpty = await readBytes(request.raw, { bytes: 0, milliseconds: PUBLIC_BODY_MS }).then(
      () => true,
      () => false,
    );
    if (isEmpty) return undefined;
  }
  throw new UnsupportedMediaType(request);
}

/** Requests whose client asks whether it shall send the body: `Expect: 100-continue`. */
const asking = new WeakSet<object>();

/** Remembers that the client waits for a word before it sends the body. */
export const waitsToSend = (raw: object): void => void asking.add(raw);

function letItCome({ raw }: FastifyRequest, reply: FastifyReply): void {
  if (asking.delete(raw)) reply.raw.writeContinue();
}
