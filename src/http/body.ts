import type { FastifyInstance, FastifyRequest } from 'fastify';
import { BadInput, ClientError } from '../resource/errors.js';

/** Bytes of a body at most. */
export const BODY_LIMIT = 1_048_576;

/** Lists and objects inside each other at most. */
const DEPTH_LIMIT = 32;

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** 415: the body is of a type that nobody here reads. */
export class UnsupportedMediaType extends ClientError {
  readonly status = 415;
  constructor(contentType: string | undefined) {
    super(
      contentType === undefined
        ? 'The "Content-Type" header must exist.'
        : `The content-type "${contentType.slice(0, 200)}" is not supported. Supported MIME types are "application/ld+json", "application/json".`,
    );
  }
}

/** Reads JSON bodies, and the forms of the token endpoint. A GET or DELETE may say that its nothing is JSON. */
export function readBodies(server: FastifyInstance): void {
  server.removeAllContentTypeParsers();
  server.addContentTypeParser(
    /^application\/(?:ld\+)?json(?:\s*;|$)/i,
    { parseAs: 'buffer', bodyLimit: BODY_LIMIT },
    (request, bytes: Buffer, done) => {
      try {
        done(null, parseJson(bytes, request));
      } catch (error) {
        done(error as Error);
      }
    },
  );
  server.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string', bodyLimit: BODY_LIMIT },
    (request, text, done) => {
      if ((request.routeOptions.config as { form?: boolean }).form === true)
        done(null, Object.fromEntries(new URLSearchParams(text as string)));
      else done(new UnsupportedMediaType(request.headers['content-type']));
    },
  );
}

function parseJson(bytes: Buffer, request: FastifyRequest): unknown {
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
