import { Body, Controller, HttpCode, Inject, Post, Req, Res } from '@nestjs/common';
import { IsAscii, MinLength } from 'class-validator';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { decodeJwt } from 'jose';
import { DATABASE, type Database } from '../../../core/database/database.js';
import { sqlNames } from '../../../core/database/sql-names.js';
import { Public } from '../../../core/http/auth.guard.js';
import { Authenticator, Unauthenticated } from '../../../core/http/authenticator.js';
import { parseOAuthScopes } from '../../../core/http/oauth-scopes.js';
import { routeOptions } from '../../../core/http/route-options.js';
import { toMilliseconds } from '../../../core/metadata/datetime.js';
import type { Transaction } from '../../../core/metadata/transaction.js';
import { objectSchema } from '../../../core/openapi/object-schema.js';
import { Operation, Operations } from '../../../core/openapi/operation.js';
import { Attempts } from '../accounts/attempts.js';
import { User } from '../users/user.entity.js';
import { AccessTokens } from './access-tokens.js';
import { answerRefusal, BASIC, REFUSALS, sendOauth } from './answers.js';
import {
  clientWithSecret,
  credentialCandidates,
  Parameter,
  parametersSchema,
  type SentParameters,
  tokenParameters,
  validateParameters,
  withClient,
} from './client-credentials.js';
import { isGrantOf } from './grants.js';
import { OauthGrant } from './oauth-grant.entity.js';
import type { SignedInClient } from './oauth-clients.js';
import { RefreshToken } from './refresh-token.entity.js';
import { hashOf } from './secrets.js';

const g = sqlNames(OauthGrant, 'g');
const r = sqlNames(RefreshToken, 'r');
const u = sqlNames(User, 'u');

class IntrospectionParameters {
  @Parameter({ description: 'An access token or a refresh token.' }, 4096, IsAscii(), MinLength(1))
  readonly token!: string;
}

const PARAMETERS = tokenParameters(IntrospectionParameters);

const ANSWER = objectSchema(
  {
    active: { type: 'boolean', description: 'Whether the token is good now, and this client’s.' },
    scope: { type: 'string', description: 'What can be done with it.', examples: ['read write'] },
    client_id: { type: 'string' },
    token_type: { type: 'string', enum: ['Bearer'], description: 'Of an access token.' },
    sub: { type: 'string', format: 'uuid', description: 'The user that it acts for.' },
    iss: { type: 'string', format: 'uri' },
    aud: { type: 'string' },
    jti: { type: 'string' },
    iat: { type: 'integer' },
    exp: { type: 'integer', description: 'When it ends by itself, in seconds since 1970.' },
  },
  ['active'],
);

const INACTIVE = { active: false };

/**
 * Says whether a token is good (RFC 7662), to the client that it was issued to. Of tokens of others nothing is said, not even
 * that there are such.
 */
@Operations({ tag: 'OAuth' })
@Public()
@Controller('/oauth/v2/introspect')
export class IntrospectionController {
  constructor(
    private readonly tokens: AccessTokens,
    private readonly authenticator: Authenticator,
    private readonly attempts: Attempts,
    @Inject(DATABASE) private readonly database: Database,
  ) {}

  @Post()
  @HttpCode(200)
  @Operation({
    id: 'postIntrospection',
    summary: 'Says whether a token is good',
    description: `As RFC 7662 has it, for the client that the token was issued to. ${BASIC}`,
    body: parametersSchema(PARAMETERS),
    answer: { description: 'What the token is.', headers: ['Cache-Control'], body: ANSWER },
    answers: REFUSALS,
  })
  @routeOptions({ form: true })
  async introspect(
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const sent = credentialCandidates(request, body);
    try {
      sendOauth(reply, await withClient(sent, (reading) => this.introspectFor(reading)));
    } catch (error) {
      await answerRefusal(error, sent[0], this.attempts, request, reply);
    }
  }

  private async introspectFor(sent: SentParameters): Promise<object> {
    const client = await clientWithSecret(sent, this.database);
    const { token } = validateParameters(IntrospectionParameters, sent, 'invalid_request');
    try {
      return (await this.accessToken(token, client)) ?? INACTIVE;
    } catch (error) {
      if (!(error instanceof Unauthenticated)) throw error;
    }
    const refreshToken = await this.database.transaction((transaction) =>
      refreshTokenOf(token, client, transaction),
    );
    return refreshToken ?? INACTIVE;
  }

  /** @throws Unauthenticated. */
  private async accessToken(token: string, client: SignedInClient): Promise<object | undefined> {
    const { pk } = await this.tokens.find(token);
    const isOwn =
      pk === client.pk ||
      (pk < 0 && (await this.database.transaction((each) => isGrantOf(client.pk, -pk, each))));
    if (!isOwn) return undefined;
    const { may } = await this.authenticator.client(pk);
    const { sub, iss, aud, jti, iat, exp } = decodeJwt(token);
    const scope = [...may].join(' ');
    return { active: true, scope, client_id: client.id, token_type: 'Bearer', sub, iss, aud, jti, iat, exp };
  }
}

async function refreshTokenOf(
  token: string,
  client: SignedInClient,
  transaction: Transaction,
): Promise<object | undefined> {
  const [found] = await transaction.rows<{ scopes: string | null; expiresAt: string; sub: string }>(
    `SELECT ${g.scopes} AS scopes, ${r.expiresAt} AS expiresAt, ${u.id} AS sub
      FROM ${r.table} JOIN ${g.table} ON ${g.pk} = ${r.grantPk} JOIN ${u.table} ON ${u.pk} = ${g.userPk}
      WHERE ${r.tokenHash} = ? AND ${g.clientPk} = ? AND ${r.usedAt} IS NULL AND ${g.revokedAt} IS NULL
        AND ${r.expiresAt} > ?`,
    [hashOf(token), client.pk, transaction.moment],
  );
  if (!found) return undefined;
  const exp = Math.floor(toMilliseconds(found.expiresAt) / 1000);
  const scope = [...parseOAuthScopes(found.scopes)].join(' ');
  return { active: true, scope, client_id: client.id, sub: found.sub, exp };
}
