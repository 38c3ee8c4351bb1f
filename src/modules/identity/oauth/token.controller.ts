import { Body, Controller, Get, HttpCode, Inject, Post, Req, Res } from '@nestjs/common';
import { routeOptions } from '../../../core/http/route-options.js';
import { IsAscii, IsOptional, Matches, MinLength } from 'class-validator';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Attempts } from '../accounts/attempts.js';
import { CONFIG, type Config } from '../../../config/config.js';
import { DATABASE, type Database } from '../../../core/database/database.js';
import { Public } from '../../../core/http/auth.guard.js';
import { SentQuery } from '../../../core/http/dto/dto.pipe.js';
import { Authenticator } from '../../../core/http/authenticator.js';
import { AccessTokens, type Bearer } from './access-tokens.js';
import { objectSchema } from '../../../core/openapi/object-schema.js';
import { Operation, type OperationOptions, Operations } from '../../../core/openapi/operation.js';
import type { ParameterObject, Schema } from '../../../core/openapi/types.js';
import { ACCESS_TOKEN, answerRefusal, BASIC, REFUSALS, sendOauth } from './answers.js';
import {
  validateParameters,
  ClientParameters,
  clientOf,
  clientByItself,
  documentedParameters,
  parametersSchema,
  Parameter,
  credentialCandidates,
  RefreshParameters,
  OauthError,
  type SentParameters,
  withClient,
} from './client-credentials.js';
import { Issuer } from './issuer.js';
import { exchangeCode, exchangeRefreshToken, type Granted, REUSED } from './grants.js';

class CodeParameters {
  @Parameter({ description: 'Of `authorization_code`: from `/oauth/v2/auth`.' }, 255, IsAscii())
  readonly code!: string;

  @Parameter({ description: 'As the authorization request had it.' }, 2048, IsOptional())
  readonly redirect_uri?: string;

  @Parameter(
    { description: 'PKCE: what the challenge was made of.' },
    128,
    IsOptional(),
    MinLength(43),
    Matches(/^[\w.~-]+$/),
  )
  readonly code_verifier?: string;
}

/** Of every kind of request. */
class ResourceParameters {
  @Parameter(
    {
      description:
        'RFC 8707: the address of what the token is for, `<server>/mcp`; all of the server without it.',
    },
    2048,
    IsOptional(),
  )
  readonly resource?: string;
}

const GRANT_TYPE: ParameterObject = {
  name: 'grant_type',
  in: 'query',
  description: 'What the token is asked for with.',
  required: true,
  schema: { type: 'string', enum: ['client_credentials', 'authorization_code', 'refresh_token'] },
};
const PARAMETERS = [
  GRANT_TYPE,
  ...documentedParameters(ClientParameters, CodeParameters, RefreshParameters, ResourceParameters),
];

const TOKEN: Pick<OperationOptions, 'summary' | 'description' | 'answer' | 'answers'> = {
  summary: 'Answers an access token',
  description: BASIC,
  answer: {
    description: 'The token.',
    headers: ['Cache-Control'],
    body: (components) =>
      components.schema('AccessToken', () => objectSchema(ANSWER, Object.keys(ACCESS_TOKEN))),
  },
  answers: REFUSALS,
};

const ANSWER: Readonly<Record<string, Schema>> = {
  ...ACCESS_TOKEN,
  refresh_token: {
    type: 'string',
    description: 'Of a user who has let the client in: gets the next tokens, once.',
  },
};

@Operations({ tag: { name: 'OAuth', description: 'Tokens for clients.' } })
@Public()
@Controller('/oauth/v2/token')
export class TokenController {
  private readonly grants: Readonly<Record<string, (sent: SentParameters) => Promise<object>>> = {
    client_credentials: (sent) => this.byCredentials(sent),
    authorization_code: (sent) => this.byCode(sent),
    refresh_token: (sent) => this.byRefreshToken(sent),
  };

  constructor(
    private readonly tokens: AccessTokens,
    private readonly authenticator: Authenticator,
    private readonly attempts: Attempts,
    @Inject(DATABASE) private readonly database: Database,
    @Inject(CONFIG) private readonly config: Config,
    private readonly issuer: Issuer,
  ) {}

  @Get()
  @Operation({ id: 'getAccessToken', ...TOKEN, parameters: PARAMETERS })
  byQuery(
    @SentQuery() sent: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.answer(sent, request, reply);
  }

  @Post()
  @Operation({ id: 'postAccessToken', ...TOKEN, body: parametersSchema(PARAMETERS) })
  @HttpCode(200)
  @routeOptions({ form: true })
  byBody(@Body() body: unknown, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.answer(body, request, reply);
  }

  private async answer(body: unknown, request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const sent = credentialCandidates(request, body);
    try {
      const type = sent[0].grant_type;
      if (typeof type !== 'string') throw new OauthError('invalid_request');
      const grant = Object.hasOwn(this.grants, type) ? this.grants[type] : undefined;
      if (!grant) throw new OauthError('unsupported_grant_type');
      sendOauth(reply, await withClient(sent, grant));
    } catch (error) {
      await answerRefusal(error, sent[0], this.attempts, request, reply);
    }
  }

  private async byCredentials(sent: SentParameters): Promise<object> {
    const client = await clientByItself(sent, this.database);
    const bearer = { ...client, resource: this.resourceIn(sent) };
    return this.tokenFor(bearer, client.scopes ?? 'user', client.userEmail);
  }

  private async byCode(sent: SentParameters): Promise<object> {
    const clientPk = await clientOf(sent, this.database);
    const { code, redirect_uri, code_verifier } = validateParameters(CodeParameters, sent, 'invalid_request');
    const resource = this.resourceIn(sent);
    const exchange = { code, redirectUri: redirect_uri, codeVerifier: code_verifier, resource };
    return this.granted(
      await this.database.transaction((transaction) => exchangeCode(clientPk, exchange, transaction)),
    );
  }

  private async byRefreshToken(sent: SentParameters): Promise<object> {
    const clientPk = await clientOf(sent, this.database);
    const { refresh_token } = validateParameters(RefreshParameters, sent, 'invalid_request');
    const resource = this.resourceIn(sent);
    return this.granted(
      await this.database.transaction((transaction) =>
        exchangeRefreshToken(clientPk, refresh_token, transaction, resource),
      ),
    );
  }

  private async granted(granted: Granted | typeof REUSED | undefined): Promise<object> {
    if (granted === REUSED) this.authenticator.forget();
    if (!granted || granted === REUSED) throw new OauthError('invalid_grant');
    const { rights, refreshToken, userEmail } = granted;
    return { ...(await this.tokenFor(granted, rights, userEmail)), refresh_token: refreshToken };
  }

  /** What the token is asked for; undefined where nothing is said. @throws OauthError. */
  private resourceIn(sent: SentParameters): string | null | undefined {
    const { resource } = validateParameters(ResourceParameters, sent, 'invalid_target');
    if (resource === undefined) return undefined;
    const path = this.issuer.resourceOf(resource);
    if (path === undefined) throw new OauthError('invalid_target');
    return path;
  }

  private async tokenFor(bearer: Bearer, scope: string, userEmail: string): Promise<object> {
    return {
      access_token: await this.tokens.issue(bearer),
      expires_in: this.config.tokenTtl,
      token_type: 'bearer',
      scope,
      user_id: bearer.userId,
      user_email: userEmail,
    };
  }
}
