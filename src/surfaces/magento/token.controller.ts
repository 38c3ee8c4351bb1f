import { Body, Controller, HttpCode, Inject, Post, Req, Res } from '@nestjs/common';
import { routeOptions } from '../../core/http/route-options.js';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Attempts } from '../../modules/identity/accounts/attempts.js';
import { CONFIG, type Config } from '../../config/config.js';
import { DATABASE, type Database } from '../../core/database/database.js';
import { Public } from '../../core/http/auth.guard.js';
import { Authenticator } from '../../core/http/authenticator.js';
import { objectSchema } from '../../core/openapi/object-schema.js';
import { Operation, Operations } from '../../core/openapi/operation.js';
import type { ParameterObject } from '../../core/openapi/types.js';
import { AccessTokens } from '../../modules/identity/oauth/access-tokens.js';
import {
  validateParameters,
  ClientParameters,
  clientOf,
  clientWithSecret,
  countRefusal,
  documentedParameters,
  parametersSchema,
  credentialCandidates,
  RefreshParameters,
  OauthError,
  type SentParameters,
  withClient,
} from '../../modules/identity/oauth/client-credentials.js';
import {
  exchangeRefreshToken,
  type Granted,
  grantToClient,
  REUSED,
} from '../../modules/identity/oauth/grants.js';
import { boundStore } from './bound-store.guard.js';
import { invalid, WrongCredentials } from './errors.js';

const GRANT_TYPE: ParameterObject = {
  name: 'grant_type',
  in: 'query',
  description: 'What the token is asked for with.',
  required: true,
  schema: { type: 'string', enum: ['client_credentials', 'refresh_token'] },
};

const TOKEN_REQUEST = parametersSchema([
  GRANT_TYPE,
  ...documentedParameters(ClientParameters, RefreshParameters),
]);

const TOKEN = objectSchema({
  access_token: { type: 'string', description: 'To be sent as a bearer token.' },
  token_type: { const: 'Bearer' },
  expires_in: { type: 'integer', minimum: 1, description: 'Seconds that it lives.', examples: [3600] },
  refresh_token: { type: 'string', description: 'Gets the next tokens, once.' },
  scope: { type: 'string', examples: ['user', 'read'] },
});

/** Tokens for clients that are bound to a store. */
@Operations({ tag: { name: 'Tokens', description: 'How to get one.' } })
@Public()
@Controller('/api2/oauth/token')
export class MagentoTokenController {
  private readonly grants: Readonly<Record<string, (sent: SentParameters) => Promise<Granted>>> = {
    client_credentials: (sent) => this.byCredentials(sent),
    refresh_token: (sent) => this.byRefreshToken(sent),
  };

  constructor(
    private readonly tokens: AccessTokens,
    private readonly authenticator: Authenticator,
    private readonly attempts: Attempts,
    @Inject(DATABASE) private readonly database: Database,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Post()
  @HttpCode(200)
  @routeOptions({ form: true })
  @Operation({
    id: 'getToken',
    summary: 'Answers an access token',
    description: "The client's id and secret may also come as `Authorization: Basic`.",
    body: (components) => components.schema('TokenRequest', () => TOKEN_REQUEST),
    answer: {
      description: 'The token.',
      body: (components) => components.schema('Token', () => TOKEN),
      headers: ['Cache-Control'],
    },
    errors: [400, 401, 429],
  })
  async token(
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const sent = credentialCandidates(request, body);
    const type = sent[0].grant_type;
    const grant =
      typeof type === 'string' && Object.hasOwn(this.grants, type) ? this.grants[type] : undefined;
    if (!grant) throw invalid('grant_type');
    const {
      refreshToken,
      rights: scope,
      ...bearer
    } = await this.counting(request, sent[0], () => withClient(sent, grant));
    const answer = {
      access_token: await this.tokens.issue(bearer),
      token_type: 'Bearer',
      expires_in: this.config.tokenTtl,
      refresh_token: refreshToken,
      scope,
    };
    void reply.header('Cache-Control', 'no-store').type('application/json').send(JSON.stringify(answer));
  }

  private async byCredentials(sent: SentParameters): Promise<Granted> {
    const client = await clientWithSecret(sent, this.database);
    await this.assertBound(client.pk);
    return this.database.transaction((transaction) => grantToClient(client, transaction));
  }

  private async byRefreshToken(sent: SentParameters): Promise<Granted> {
    const clientPk = await clientOf(sent, this.database);
    await this.assertBound(clientPk);
    const { refresh_token } = validateParameters(RefreshParameters, sent, 'invalid_request');
    const granted = await this.database.transaction((transaction) =>
      exchangeRefreshToken(clientPk, refresh_token, transaction),
    );
    if (granted === REUSED) this.authenticator.forget();
    if (!granted || granted === REUSED) throw new OauthError('invalid_grant');
    return granted;
  }

  /** @throws BadInput when the client is bound to no store. */
  private async assertBound(clientPk: number): Promise<void> {
    boundStore(await this.authenticator.client(clientPk));
  }

  /** Who fails again and again is put off; what is right is always answered. @throws BadInput, TooMany, and 401. */
  private async counting<T>(
    request: FastifyRequest,
    sent: SentParameters,
    work: () => Promise<T>,
  ): Promise<T> {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof OauthError)) throw error;
      await countRefusal(this.attempts, request, sent);
      throw error.error === 'invalid_request' ? invalid('refresh_token') : new WrongCredentials();
    }
  }
}
