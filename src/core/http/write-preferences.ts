import type { FastifyReply, FastifyRequest } from 'fastify';

/** What `Prefer` (RFC 7240) asks of a write; as PostgREST has it. */
export interface WritePreferences {
  /** `transaction=all`: either all lines are written, or none is. */
  readonly isAtomic: boolean;
}

const ATOMIC = 'transaction=all';

/** The answer says what is honoured. */
export function writePreferencesOf(request: FastifyRequest, reply: FastifyReply): WritePreferences {
  const { prefer = '' } = request.headers;
  const wanted = new Set([prefer].flat().join(',').toLowerCase().replace(/["\s]/g, '').split(/[,;]/));
  const isAtomic = wanted.has(ATOMIC);
  const honoured = [isAtomic && ATOMIC].filter((each) => each !== false);
  if (honoured.length > 0) void reply.header('Preference-Applied', honoured.join(', '));
  return { isAtomic };
}
