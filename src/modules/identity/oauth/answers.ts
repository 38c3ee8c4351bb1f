import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Attempts } from '../accounts/attempts.js';
import { TooMany } from '../../../core/metadata/errors.js';
import { EMAIL } from '../../../core/http/dto/answers.js';
import type { Components } from '../../../core/openapi/components.js';
import { objectSchema } from '../../../core/openapi/object-schema.js';
import type { AnswerOptions } from '../../../core/openapi/operation.js';
import type { Schema } from '../../../core/openapi/types.js';
import { countRefusal, ERRORS, isBasic, OauthError, type SentParameters } from './client-credentials.js';

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
  sent: SentParameters,
  attempts: Attempts,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<void> {
  if (!(thrown instanceof OauthError)) throw thrown;
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

/** An access token in answers, in the OpenAPI document. */
export const ACCESS_TOKEN: Readonly<Record<string, Schema>> = {
  access_token: { type: 'string', description: 'A JWT, to be sent as a bearer token.' },
  expires_in: { type: 'integer', minimum: 1, description: 'Seconds that it lives.', examples: [3600] },
  token_type: { const: 'bearer' },
  scope: { type: 'string', examples: ['user', 'read write'] },
  user_id: { type: 'string', format: 'uuid' },
  user_email: EMAIL,
};

/** Of every endpoint at which clients sign in. */
export const BASIC =
  "The client's id and secret may also come as `Authorization: Basic`, encoded as in a form or as they are.";

const errorSchema = (components: Components): Schema =>
  components.schema('OauthError', () =>
    objectSchema({
      error: { type: 'string', enum: Object.keys(ERRORS) },
      error_description: { type: 'string', examples: [ERRORS.invalid_client] },
    }),
  );

/** How OAuth's endpoints refuse, in the OpenAPI document. */
export const REFUSALS: Readonly<Record<400 | 401 | 429, AnswerOptions>> = {
  400: {
    description: 'The request makes no sense, or there is no such client.',
    headers: ['Cache-Control', 'Link', 'X-Request-Id'],
    body: errorSchema,
  },
  401: {
    description: 'There is no such client, and it was told as `Authorization: Basic`.',
    headers: ['Cache-Control', 'WWW-Authenticate', 'Link', 'X-Request-Id'],
    body: errorSchema,
  },
  429: {
    description: 'Wrong credentials came too often lately.',
    headers: ['Cache-Control', 'Link', 'X-Request-Id'],
    body: objectSchema({
      error: { const: 'temporarily_unavailable' },
      error_description: { type: 'string' },
    }),
  },
};
