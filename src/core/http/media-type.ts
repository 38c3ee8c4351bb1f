import type { IncomingMessage } from 'node:http';
import type { FastifyRequest } from 'fastify';
import { ClientError } from '../metadata/errors.js';

export const JSON_LD = 'application/ld+json';
export const JSON_PLAIN = 'application/json';
export const CSV = 'text/csv';

/** What an import answers: JSON like any other, with a profile that tells it from an item. */
export const IMPORT_TYPE = 'application/json; profile=import';

/** What answers come in; the first wins between equals. */
export const OFFERED = [JSON_LD, JSON_PLAIN, CSV] as const;
export type MediaType = (typeof OFFERED)[number];

/** What picks a format at the end of a path, whatever the client accepts besides. */
const SUFFIXES: Readonly<Record<string, MediaType>> = { jsonld: JSON_LD, json: JSON_PLAIN, csv: CSV };
const SUFFIX = /^(\/[^?]*)\.(jsonld|json|csv)(?=\?|$)/;

const asked = new WeakMap<IncomingMessage, MediaType>();

/** Takes `.jsonld`, `.json` or `.csv` off a path and remembers it. The documentation's and the dashboard's paths keep theirs. */
export function withoutSuffix(request: IncomingMessage): string {
  const url = request.url ?? '/';
  const match = /^\/(?:docs|app\/)/.test(url) ? null : SUFFIX.exec(url);
  const type = SUFFIXES[match?.[2] ?? ''];
  if (!match?.[1] || !type) return url;
  asked.set(request, type);
  return match[1] + url.slice(match[0].length);
}

/** The media type of a request's answer. @throws NotAcceptable. */
export function mediaTypeOf(request: FastifyRequest): MediaType {
  const suffix = asked.get(request.raw);
  return suffix === undefined ? negotiate(request.headers.accept) : choose(request.headers.accept, [suffix]);
}

/** 406: the client accepts nothing that there is. */
export class NotAcceptable extends ClientError {
  readonly status = 406;
  constructor(accept: string, offered: readonly string[]) {
    const supported = offered.map((type) => `"${type}"`).join(', ');
    super(
      `Requested format "${accept.slice(0, 200)}" is not supported. Supported MIME types are ${supported}.`,
    );
  }
}

interface Range {
  readonly type: string;
  readonly quality: number;
}

const RANGE = /^\s*([\w!#$&^.+*-]+\/[\w!#$&^.+*-]+)\s*(?:;(.*))?$/;

function rangeOf(text: string): Range | undefined {
  const match = RANGE.exec(text);
  if (!match?.[1]) return undefined;
  const quality = /(?:^|;)\s*q\s*=\s*([\d.]+)/i.exec(match[2] ?? '')?.[1];
  return { type: match[1].toLowerCase(), quality: quality === undefined ? 1 : Number(quality) };
}

const matches = (range: string, type: string): boolean =>
  range === type || range === '*/*' || range === `${type.split('/')[0] ?? ''}/*`;

/** How much a client wants a type: the quality of the most specific range that covers it. */
function qualityOf(type: string, ranges: readonly Range[]): number {
  const covering = ranges.filter((range) => matches(range.type, type));
  const [best] = covering.sort((a, b) => a.type.split('*').length - b.type.split('*').length);
  return best?.quality ?? 0;
}

const known = new Map<string, MediaType>();
const KNOWN_LIMIT = 500;

/** The media type of an answer to `Accept`. @throws NotAcceptable. */
export function negotiate(accept: string | undefined): MediaType {
  if (accept === undefined || accept === '' || accept === '*/*') return JSON_LD;
  const before = known.get(accept);
  if (before) return before;
  const chosen = choose(accept, OFFERED);
  if (known.size < KNOWN_LIMIT) known.set(accept, chosen);
  return chosen;
}

/** The one of some types that `Accept` wants most. @throws NotAcceptable. */
export function choose<T extends string>(accept: string | undefined, offered: readonly [T, ...T[]]): T {
  if (accept === undefined || accept === '') return offered[0];
  const ranges = accept
    .split(',')
    .filter((each) => each.trim() !== '')
    .map(rangeOf);
  if (ranges.includes(undefined)) throw new NotAcceptable(accept, offered);
  let chosen: T | undefined;
  let best = 0;
  for (const type of offered) {
    const quality = qualityOf(type, ranges as Range[]);
    if (quality > best) [chosen, best] = [type, quality];
  }
  if (!chosen) throw new NotAcceptable(accept, offered);
  return chosen;
}

export const HTML = 'text/html';

/** Whether it is a browser that asks, which wants a page more than the other types; whoever accepts anything gets these. */
export function wantsHtml(accept: string | undefined, others: readonly [string, ...string[]]): boolean {
  try {
    return choose(accept, [...others, HTML]) === HTML;
  } catch (error) {
    if (error instanceof NotAcceptable) return false;
    throw error;
  }
}
