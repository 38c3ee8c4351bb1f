import type { FastifyReply, FastifyRequest } from 'fastify';

const STRICT = /(?:^|[,;])\s*handling\s*=\s*"?strict"?\s*(?:[,;]|$)/i;

/** `Prefer: handling=strict` (RFC 7240): parameters that would be ignored are refused. Says so in the answer. */
export function isStrict(request: FastifyRequest, reply: FastifyReply): boolean {
  const prefer = request.headers.prefer;
  const strict = prefer !== undefined && STRICT.test([prefer].flat().join(','));
  if (strict) void reply.header('Preference-Applied', 'handling=strict');
  return strict;
}
