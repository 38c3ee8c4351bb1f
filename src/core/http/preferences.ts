import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Preferences } from '../store/collections.js';

const KNOWN = { strict: 'handling=strict', uncounted: 'count=none', byCursor: 'paging=cursor' } as const;

/** What `Prefer` (RFC 7240) asks of a list; the answer says what is honoured. */
export function preferencesOf(request: FastifyRequest, reply: FastifyReply): Preferences {
  const sent = request.headers.prefer;
  if (sent === undefined) return { strict: false, uncounted: false, byCursor: false };
  const wanted = new Set([sent].flat().join(',').toLowerCase().replace(/["\s]/g, '').split(/[,;]/));
  const honoured = Object.values(KNOWN).filter((each) => wanted.has(each));
  if (honoured.length > 0) void reply.header('Preference-Applied', honoured.join(', '));
  return {
    strict: wanted.has(KNOWN.strict),
    uncounted: wanted.has(KNOWN.uncounted),
    byCursor: wanted.has(KNOWN.byCursor),
  };
}
