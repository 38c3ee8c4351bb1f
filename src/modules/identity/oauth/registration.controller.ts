import { randomUUID } from 'node:crypto';
import { Body, Controller, HttpCode, Inject, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { DATABASE, type Database } from '../../../core/database/database.js';
import { insertInto } from '../../../core/database/insert.js';
import { Public } from '../../../core/http/auth.guard.js';
import { DEFAULT_OAUTH_SCOPES } from '../../../core/http/oauth-scopes.js';
import { foldValue } from '../../../core/metadata/fold.js';
import { objectSchema } from '../../../core/openapi/object-schema.js';
import { Operation, Operations } from '../../../core/openapi/operation.js';
import type { Schema } from '../../../core/openapi/types.js';
import { Attempts, LIMITS, networkKey } from '../accounts/attempts.js';
import { sendOauth } from './answers.js';
import { systemUser } from './dashboard-client.js';
import { newCredentials } from './oauth-clients.js';
import { OauthClient } from './oauth-client.entity.js';
import { isRedirectUri } from './redirect-uris.js';
import { hashOf } from './secrets.js';

const MAX_URIS = 20;
const MAX_URI_LENGTH = 2048;
const METHODS = ['none', 'client_secret_basic', 'client_secret_post'];
const GRANT_TYPES = ['authorization_code', 'refresh_token'];

const WORDS: Schema = { type: 'array', items: { type: 'string' } };

const METADATA: Readonly<Record<string, Schema>> = {
  client_name: {
    type: 'string',
    maxLength: 255,
    description: 'What users are shown.',
    examples: ['My agent'],
  },
  redirect_uris: {
    ...WORDS,
    minItems: 1,
    maxItems: MAX_URIS,
    description: 'Where users may be sent back to: https, the own machine, or a scheme of its own.',
    examples: [['http://localhost:3118/callback']],
  },
  token_endpoint_auth_method: {
    type: 'string',
    enum: METHODS,
    default: 'client_secret_basic',
    description: '`none` is a client without a secret, which needs PKCE.',
  },
  grant_types: WORDS,
  response_types: WORDS,
  scope: { type: 'string', description: 'What it may ask users for.', examples: ['read write'] },
};

/** How a registration is refused (RFC 7591, 3.2.2). */
class RegistrationError extends Error {
  constructor(
    readonly error: 'invalid_redirect_uri' | 'invalid_client_metadata',
    readonly description: string,
  ) {
    super(description);
  }
}

interface Registration {
  readonly name: string;
  readonly redirectUris: readonly string[];
  readonly method: string;
  readonly scope: string;
}

/**
 * Programs register themselves (RFC 7591), as agents do that nobody has told this server of. Such a client may nothing until a
 * user lets it in, and is forgotten when nobody does.
 */
@Operations({ tag: 'OAuth' })
@Public()
@Controller('/oauth/v2/register')
export class RegistrationController {
  constructor(
    private readonly attempts: Attempts,
    @Inject(DATABASE) private readonly database: Database,
  ) {}

  @Post()
  @HttpCode(201)
  @Operation({
    id: 'registerClient',
    summary: 'Registers a client',
    description: 'As RFC 7591 has it. The client sees nothing until a user lets it in at `/oauth/v2/auth`.',
    body: objectSchema(METADATA, ['redirect_uris']),
    answer: {
      description: 'The client. Its secret is shown once.',
      headers: ['Cache-Control'],
      body: objectSchema(
        {
          client_id: { type: 'string' },
          client_id_issued_at: { type: 'integer' },
          client_secret: { type: 'string' },
          client_secret_expires_at: { const: 0 },
          ...METADATA,
        },
        ['client_id', 'client_id_issued_at', 'redirect_uris', 'token_endpoint_auth_method'],
      ),
    },
    answers: {
      400: {
        description: 'The metadata makes no sense.',
        headers: ['Cache-Control', 'Link', 'X-Request-Id'],
        body: objectSchema({ error: { type: 'string' }, error_description: { type: 'string' } }),
      },
    },
    errors: [429],
  })
  async register(
    @Body() body: unknown,
    @Req() { ip }: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.attempts.count([LIMITS.registrationsFromNetwork, networkKey(ip)]);
    try {
      const answer = await this.make(registrationFrom(body));
      sendOauth(reply.status(201), answer);
    } catch (error) {
      if (!(error instanceof RegistrationError)) throw error;
      sendOauth(reply.status(400), { error: error.error, error_description: error.description });
    }
  }

  private async make({ name, redirectUris, method, scope }: Registration): Promise<object> {
    const { clientId, clientSecret } = newCredentials();
    const isPublic = method === 'none';
    await this.database.transaction(async (transaction) =>
      insertInto(transaction, OauthClient, {
        id: randomUUID(),
        name,
        nameFolded: foldValue(name, 255),
        publicId: clientId,
        // nobody knows the one of a public client
        secretHash: hashOf(clientSecret),
        userPk: await systemUser(transaction),
        scopes: scope,
        redirectUris: JSON.stringify(redirectUris),
        isPublic: isPublic ? 1 : 0,
        createdAt: transaction.moment,
      }),
    );
    return {
      client_id: clientId,
      client_id_issued_at: Math.floor(Date.now() / 1000),
      ...(isPublic ? {} : { client_secret: clientSecret, client_secret_expires_at: 0 }),
      client_name: name,
      redirect_uris: redirectUris,
      token_endpoint_auth_method: method,
      grant_types: GRANT_TYPES,
      response_types: ['code'],
      scope,
    };
  }
}

/** @throws RegistrationError. */
function registrationFrom(body: unknown): Registration {
  const wrong = (description: string): RegistrationError =>
    new RegistrationError('invalid_client_metadata', description);
  if (typeof body !== 'object' || body === null || Array.isArray(body)) throw wrong('It must be an object.');
  const sent = body as Readonly<Record<string, unknown>>;
  const { redirect_uris: uris, client_name: name = 'A program', scope = '' } = sent;
  const { token_endpoint_auth_method: method = 'client_secret_basic', response_types: types } = sent;
  if (!isListOfText(uris) || uris.length === 0 || uris.length > MAX_URIS)
    throw new RegistrationError(
      'invalid_redirect_uri',
      `redirect_uris must have 1 to ${MAX_URIS} addresses.`,
    );
  if (!uris.every((uri) => uri.length <= MAX_URI_LENGTH && isRedirectUri(uri)))
    throw new RegistrationError(
      'invalid_redirect_uri',
      'Each must be https, on the own machine, or of a scheme with a dot.',
    );
  if (typeof name !== 'string' || name.length > 255 || !name.isWellFormed() || /\p{Cc}/u.test(name))
    throw wrong('client_name must be a text of 255 characters at most.');
  if (typeof method !== 'string' || !METHODS.includes(method))
    throw wrong(`token_endpoint_auth_method must be one of ${METHODS.join(', ')}.`);
  if (types !== undefined && !(isListOfText(types) && types.includes('code')))
    throw wrong('response_types must have "code".');
  if (typeof scope !== 'string') throw wrong('scope must be a text.');
  const asked = scope.split(' ');
  const rights = DEFAULT_OAUTH_SCOPES.filter((right) => asked.includes(right));
  return {
    name: name.trim() || 'A program',
    redirectUris: uris,
    method,
    scope: (rights.length > 0 ? rights : DEFAULT_OAUTH_SCOPES).join(' '),
  };
}

const isListOfText = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((each) => typeof each === 'string');
