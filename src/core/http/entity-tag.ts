import { hash } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ClientError } from '../metadata/errors.js';

/** 412: the item is not what the client thinks it is. */
export class PreconditionFailed extends ClientError {
  readonly status = 412;
  constructor() {
    super('The item has changed. Get it again before you change it.');
  }
}

/** A strong entity tag: the same for the same bytes. */
export const entityTag = (body: string | Buffer): string => `"${hash('sha1', body, 'base64url')}"`;

const tagsOf = (header: string): string[] => header.split(',').map((tag) => tag.trim());

/** Sends the answer to a GET, or a 304 when the client has it already. */
export function sendTagged(request: FastifyRequest, reply: FastifyReply, text: string): void {
  const body = Buffer.from(text);
  const tag = entityTag(body);
  void reply.header('ETag', tag);
  const known = request.headers['if-none-match'];
  const isKnown =
    known !== undefined && tagsOf(known).some((each) => each === '*' || each.replace(/^W\//, '') === tag);
  if (isKnown) void reply.removeHeader('content-type').status(304).send();
  else void reply.send(body);
}

/** Whether `If-Match` names one of the forms that an item has now. */
export function isMatched(ifMatch: string, forms: readonly string[]): boolean {
  const tags = tagsOf(ifMatch);
  return tags.includes('*') || forms.some((form) => tags.includes(entityTag(form)));
}
