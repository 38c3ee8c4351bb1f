import { Body, Controller, HttpCode, Inject, Post, Req, Res } from '@nestjs/common';
import { IsAscii, MinLength } from 'class-validator';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Attempts } from '../accounts/attempts.js';
import { DATABASE, type Database } from '../../../core/database/database.js';
import { Public } from '../../../core/http/auth.guard.js';
import { routeOptions } from '../../../core/http/route-options.js';
import { Authenticator, Unauthenticated } from '../../../core/http/authenticator.js';
import { AccessTokens, type CachedToken } from './access-tokens.js';
import { Operation, Operations } from '../../../core/openapi/operation.js';
import { answerRefusal, BASIC, REFUSALS, sendOauth } from './answers.js';
import {
  validateParameters,
  clientOf,
  Parameter,
  parametersSchema,
  credentialCandidates,
  OauthError,
  type SentParameters,
  tokenParameters,
  withClient,
} from './client-credentials.js';
import { grantOfRefreshToken, isGrantOf, revokeGrant } from './grants.js';

class RevocationParameters {
  @Parameter(
    { description: 'An access token, or a refresh token, with which all of its grant ends.' },
    4096,
    IsAscii(),
    MinLength(1),
  )
  readonly token!: string;
}

const PARAMETERS = tokenParameters(RevocationParameters);

/**
 * Ends a token (RFC 7009): a refresh token with everything of its grant, an access token alone. What is no token any more
 * is answered the same; one of another client is refused.
 */
@Operations({ tag: 'OAuth' })
@Public()
@Controller('/oauth/v2/revoke')
export class RevocationController {
  constructor(
    private readonly tokens: AccessTokens,
    private readonly authenticator: Authenticator,
    private readonly attempts: Attempts,
    @Inject(DATABASE) private readonly database: Database,
  ) {}

  @Post()
  @HttpCode(200)
  @Operation({
    id: 'postRevocation',
    summary: 'Ends a token',
    description: `As RFC 7009 has it. ${BASIC}`,
    body: parametersSchema(PARAMETERS),
    answer: {
      description: 'It is no token, or no longer.',
      headers: ['Cache-Control'],
      body: { type: 'object' },
    },
    answers: REFUSALS,
  })
  @routeOptions({ form: true })
  async revoke(
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const sent = credentialCandidates(request, body);
    try {
      await withClient(sent, (reading) => this.revokeFor(reading));
      sendOauth(reply, {});
    } catch (error) {
      await answerRefusal(error, sent[0], this.attempts, request, reply);
    }
  }

  private async revokeFor(sent: SentParameters): Promise<void> {
    const clientPk = await clientOf(sent, this.database);
    const { token } = validateParameters(RevocationParameters, sent, 'invalid_request');
    const access = await this.accessToken(token);
    await this.database.transaction(async (transaction) => {
      const grant = access ? undefined : await grantOfRefreshToken(token, transaction);
      if (grant) {
        if (grant.clientPk !== clientPk) throw new OauthError('invalid_grant');
        await revokeGrant(grant.pk, transaction);
      }
      if (access) {
        const { pk } = access;
        const isOwn = pk < 0 ? await isGrantOf(clientPk, -pk, transaction) : pk === clientPk;
        if (!isOwn) throw new OauthError('invalid_grant');
        await this.tokens.revoke(token, access, transaction);
      }
    });
    this.authenticator.forget();
  }

  /** Undefined when it is none, or is over. */
  private async accessToken(token: string): Promise<CachedToken | undefined> {
    try {
      return await this.tokens.find(token);
    } catch (error) {
      if (error instanceof Unauthenticated) return undefined;
      throw error;
    }
  }
}
