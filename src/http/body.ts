import type { FastifyInstance, FastifyRequest } from 'fastify';
import { BadInput, ClientError } from '../resource/errors.js';

/** Bytes of a body at most. */
export const BODY_LIMIT = 1_048_576;

/** Lists and objects inside each other at most. */
const DEPTH_LIMIT = 32;

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** Bytes of an imported table at most. */
export const CSV_LIMIT = 16 * BODY_LIMIT;

/** Bytes of a body with many updates of parcels at most. */
export const PUSH_LIMIT = 16 * BODY_LIMIT;

/** What changes an item by a patch. */
export const MERGE_PATCH = 'application/merge-patch+json';

const JSON_TYPES = ['application/ld+json', 'application/json'] as const;
const JSON_TYPE = /^application\/(?:ld\+)?json(?:\s*;|$)/i;

/** Whether a `Content-Type` is one of JSON's. */
export const isJson = (contentType: string | undefined): boolean => JSON_TYPE.test(contentType ?? '');

/** 415: the body is of a type that nobody reads here. */
export class UnsupportedMediaType extends ClientError {
  readonly status = 415;
  constructor({ method, headers, routeOptions }: FastifyRequest) {
    const type = headers['content-type'];
    const bodies = routeOptions.config as RouteBodies;
    const csv = method === 'POST' && bodies.csv ? ['text/csv'] : [];
    const form = method === 'POST' && bodies.form ? ['application/x-www-form-urlencoded'] : [];
    const supported = method === 'PATCH' ? [MERGE_PATCH] : [...JSON_TYPES, ...csv, ...form];
    super(
      type === undefined
        ? 'The "Content-Type" header must exist.'
        : `The content-type "${type.slice(0, 200)}" is not supported. Supported MIME types are ${supported.map((each) => `"${each}"`).join(', ')}.`,
    );
  }
}

/** Bodies beside JSON that a route reads. */
export interface RouteBodies {
  readonly form?: boolean;
  readonly csv?: boolean;
  /** Bytes of a JSON body at most, where that is not `BODY_LIMIT`. */
  readonly limit?: number;
  /** Forms with files are handed on as bytes. */
  readonly multipart?: boolean;
  /** JSON is handed on as bytes, because they are signed. */
  readonly raw?: boolean;
}

type Parse = (bytes: Buffer, request: FastifyRequest) => unknown;

/** Reads bodies; each route has the types that make sense there. A GET or DELETE may say that its nothing is JSON. */
export function readBodies(server: FastifyInstance): void {
  server.addHook('onRoute', (route) => {
    const { limit } = (route.config ?? {}) as RouteBodies;
    if (limit !== undefined) route.bodyLimit = limit;
  });
  server.removeAllContentTypeParsers();
  const add = (
    type: string | RegExp,
    bodyLimit: number,
    reads: (request: FastifyRequest) => boolean,
    parse: Parse,
  ): void => {
    server.addContentTypeParser(type, { parseAs: 'buffer', bodyLimit }, (request, bytes: Buffer, done) => {
      try {
        if (!reads(request)) throw new UnsupportedMediaType(request);
        done(null, parse(bytes, request));
      } catch (error) {
        done(error as Error);
      }
    });
  };
  const bodies = ({ routeOptions }: FastifyRequest): RouteBodies => routeOptions.config as RouteBodies;
  add(
    JSON_TYPE,
    BODY_LIMIT,
    ({ method }) => method !== 'PATCH',
    (bytes, request) => (bodies(request).raw === true ? bytes : parseJson(bytes, request)),
  );
  add(
    /^application\/merge-patch\+json(?:\s*;|$)/i,
    BODY_LIMIT,
    ({ method }) => method === 'PATCH',
    parseJson,
  );
  add(
    /^text\/csv(?:\s*;|$)/i,
    CSV_LIMIT,
    (request) => bodies(request).csv === true,
    (bytes) => bytes,
  );
  add(
    /^multipart\/form-data(?:\s*;|$)/i,
    BODY_LIMIT,
    (request) => bodies(request).multipart === true,
    (bytes) => bytes,
  );
  add(
    /^application\/x-www-form-urlencoded(?:\s*;|$)/i,
    BODY_LIMIT,
    (request) => bodies(request).form === true,
    (bytes) => Object.fromEntries(new URLSearchParams(bytes.toString())),
  );
}

/** @throws BadInput when it is no JSON, or nested too deeply. */
export function parseJson(bytes: Buffer, request: FastifyRequest): unknown {
  if (bytes.length === 0 && ['DELETE', 'GET', 'HEAD'].includes(request.method)) return undefined;
  let text: string;
  let value: unknown;
  try {
    text = utf8.decode(bytes);
    value = JSON.parse(text);
  } catch {
    throw new BadInput('Syntax error');
  }
  if (isDeeperThan(DEPTH_LIMIT, text)) throw new BadInput('The body is nested too deeply.');
  return value;
}

function isDeeperThan(limit: number, json: string): boolean {
  let depth = 0;
  let quoted = false;
  for (let at = 0; at < json.length; at++) {
    const character = json[at];
    if (quoted) {
      if (character === '\\') at++;
      else if (character === '"') quoted = false;
    } else if (character === '"') quoted = true;
    else if (character === '{' || character === '[') {
      if (++depth > limit) return true;
    } else if (character === '}' || character === ']') depth--;
  }
  return false;
}
