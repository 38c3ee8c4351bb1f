import { PayloadTooLargeException } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { BODY_LIMIT, isJson, parseJson, UnsupportedMediaType } from '../http/body.js';
import { BadInput } from '../resource/errors.js';

/**
 * The JSON body of a GET, which Fastify leaves unread; undefined where there is none.
 * @throws BadInput, UnsupportedMediaType, and what the filter answers 413 to.
 */
export async function bodyOfGet(request: FastifyRequest, reply: FastifyReply): Promise<unknown> {
  const { headers } = request;
  if (headers['content-length'] === undefined && headers['transfer-encoding'] === undefined) return undefined;
  if (Number(headers['content-length'] ?? 0) > BODY_LIMIT) throw new PayloadTooLargeException();
  const bytes = await bytesOf(request, reply);
  if (bytes.length === 0) return undefined;
  if (!isJson(headers['content-type'])) throw new UnsupportedMediaType(request);
  return parseJson(bytes, request);
}

async function bytesOf({ raw }: FastifyRequest, reply: FastifyReply): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  try {
    // the connection stays open for the answer
    for await (const chunk of raw.iterator({ destroyOnReturn: false })) {
      const bytes = chunk as Buffer;
      length += bytes.length;
      if (length > BODY_LIMIT) throw tooLarge(reply);
      chunks.push(bytes);
    }
  } catch (error) {
    throw raw.destroyed && !raw.complete ? new BadInput('The body is not complete') : error;
  }
  return Buffer.concat(chunks);
}

/** Nobody reads the rest of the body, so no other request can come after it. */
function tooLarge(reply: FastifyReply): PayloadTooLargeException {
  void reply.header('Connection', 'close');
  return new PayloadTooLargeException();
}
