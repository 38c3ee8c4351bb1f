import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Resource } from '../metadata/resource.js';
import { type Resolution, supportsUpsert } from '../store/upsert.js';

/** What `Prefer` (RFC 7240) asks of a POST, in PostgREST's words. */
export interface WritePreferences {
  /** `transaction=all`, of many lines: either all are written, or none is. */
  readonly isAtomic: boolean;
  /** `resolution=…`: what becomes of a body whose item is there already. */
  readonly resolution: Resolution | undefined;
}

const ATOMIC = 'transaction=all';
const RESOLUTIONS: readonly Resolution[] = ['merge-duplicates', 'ignore-duplicates'];

/** The answer says what is honoured; `isMany`: the body has lines that are answered each. */
export function writePreferencesOf(
  request: FastifyRequest,
  reply: FastifyReply,
  resource: Resource,
  isMany: boolean,
): WritePreferences {
  const { prefer = '' } = request.headers;
  const wanted = new Set([prefer].flat().join(',').toLowerCase().replace(/["\s]/g, '').split(/[,;]/));
  const isAtomic = isMany && wanted.has(ATOMIC);
  const resolution = supportsUpsert(resource)
    ? RESOLUTIONS.find((each) => wanted.has(`resolution=${each}`))
    : undefined;
  const honoured = [...(isAtomic ? [ATOMIC] : []), ...(resolution ? [`resolution=${resolution}`] : [])];
  if (honoured.length > 0) void reply.header('Preference-Applied', honoured.join(', '));
  return { isAtomic, resolution };
}
