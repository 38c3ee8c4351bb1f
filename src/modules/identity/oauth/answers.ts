import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Attempts } from '../accounts/attempts.js';
import { TooMany } from '../../../core/metadata/errors.js';
import { countRefusal, ERRORS, isBasic, Refused, type Sent } from './client-credentials.js';

/** An answer of OAuth's endpoints: JSON that nobody keeps. */
export function sendOauth(reply: FastifyReply, body: object): void {
  void reply.header('Cache-Control', 'no-store').type('application/json').send(JSON.stringify(body));
}

/**
 * Answers a refusal in OAuth's words. Who fails again and again is put off; what is right is always answered.
 * @throws what is no refusal.
 */
export async function answerRefusal(
  thrown: unknown,
  sent: Sent,
  attempts: Attempts,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<void> {
  if (!(thrown instanceof Refused)) throw thrown;
  const { error } = thrown;
  try {
    if (error !== 'unsupported_grant_type') await countRefusal(attempts, request, sent);
    const isChallenged = error === 'invalid_client' && isBasic(request);
    if (isChallenged) void reply.header('WWW-Authenticate', 'Basic realm="oauth"');
    sendOauth(reply.status(isChallenged ? 401 : 400), { error, error_description: ERRORS[error] });
  } catch (late) {
    if (!(late instanceof TooMany)) throw late;
    const body = { error: 'temporarily_unavailable', error_description: late.message };
    sendOauth(reply.status(429).headers(late.headers), body);
  }
}
