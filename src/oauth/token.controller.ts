import { Body, Controller, Get, HttpCode, Inject, Post, Req, Res } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { plainToInstance } from 'class-transformer';
import { IsAscii, IsOptional, IsString, Matches, MaxLength, MinLength, validateSync } from 'class-validator';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Attempts, LIMITS, networkKey } from '../accounts/attempts.js';
import { CONFIG, type Config } from '../config.js';
import { DATABASE, type Database } from '../database/database.js';
import { Public } from '../http/auth.guard.js';
import { TooMany } from '../resource/errors.js';
import { AccessTokens, type Bearer } from './access-tokens.js';
import { exchangeCode, exchangeRefreshToken, type Granted } from './grants.js';
import { findClient, findPublicClient, type SignedInClient } from './oauth-clients.js';

class ClientParameters {
  @IsString()
  @IsAscii()
  @MaxLength(255)
  client_id!: string;

  @IsString()
  @MaxLength(255)
  client_secret!: string;
}

/** A client without a secret says just who it is. */
class PublicClientParameters {
  @IsString()
  @IsAscii()
  @MaxLength(255)
  client_id!: string;
}

class CodeParameters {
  @IsString()
  @IsAscii()
  @MaxLength(255)
  code!: string;

  @IsOptional()
  @IsString()
  @MaxLength(2048)
  redirect_uri?: string;

  @IsOptional()
  @IsString()
  @MinLength(43)
  @MaxLength(128)
  @Matches(/^[\w.~-]+$/)
  code_verifier?: string;
}

class RefreshParameters {
  @IsString()
  @IsAscii()
  @MaxLength(255)
  refresh_token!: string;
}

type Sent = Readonly<Record<string, unknown>>;

/** What goes wrong at the token endpoint, with OAuth's own bodies. */
const ERRORS = {
  invalid_request: 'Invalid grant_type parameter or parameter missing',
  unsupported_grant_type: 'Invalid grant_type parameter or parameter missing',
  invalid_client: 'The client credentials are invalid',
  invalid_grant: 'The code or token is not valid for this client, or was used before',
} as const;

/** A request that is answered with an error of OAuth's. */
class Refused extends Error {
  constructor(readonly error: keyof typeof ERRORS) {
    super(error);
  }
}

@Public()
@Controller('/oauth/v2/token')
export class TokenController {
  private readonly grants: Readonly<Record<string, (sent: Sent) => Promise<object>>> = {
    client_credentials: (sent) => this.byCredentials(sent),
    authorization_code: (sent) => this.byCode(sent),
    refresh_token: (sent) => this.byRefreshToken(sent),
  };

  constructor(
    private readonly tokens: AccessTokens,
    private readonly attempts: Attempts,
    @Inject(DATABASE) private readonly database: Database,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get()
  byQuery(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const sent = Object.fromEntries(new URLSearchParams(request.url.split('?')[1] ?? ''));
    return this.answer(sent, request, reply);
  }

  @Post()
  @HttpCode(200)
  @RouteConfig({ form: true })
  byBody(@Body() body: unknown, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.answer(body, request, reply);
  }

  private async answer(body: unknown, request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const sent: Sent = { ...basicCredentials(request), ...(body as object) };
    try {
      const type = sent.grant_type;
      if (typeof type !== 'string') throw new Refused('invalid_request');
      const grant = Object.hasOwn(this.grants, type) ? this.grants[type] : undefined;
      if (!grant) throw new Refused('unsupported_grant_type');
      send(reply, await grant(sent));
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      await this.refuse(error.error, request, sent, reply);
    }
  }

  private async byCredentials(sent: Sent): Promise<object> {
    const client = await this.clientWithSecret(sent);
    return this.tokenFor(client, client.scopes ?? 'user', client.userEmail);
  }

  private async byCode(sent: Sent): Promise<object> {
    const clientPk = await this.client(sent);
    const { code, redirect_uri, code_verifier } = checked(CodeParameters, sent, 'invalid_request');
    const exchange = { code, redirectUri: redirect_uri, codeVerifier: code_verifier };
    return this.granted(
      await this.database.transaction((transaction) => exchangeCode(clientPk, exchange, transaction)),
    );
  }

  private async byRefreshToken(sent: Sent): Promise<object> {
    const clientPk = await this.client(sent);
    const { refresh_token } = checked(RefreshParameters, sent, 'invalid_request');
    return this.granted(
      await this.database.transaction((transaction) =>
        exchangeRefreshToken(clientPk, refresh_token, transaction),
      ),
    );
  }

  private async granted(granted: Granted | undefined): Promise<object> {
    if (!granted) throw new Refused('invalid_grant');
    const { rights, refreshToken, userEmail } = granted;
    return { ...(await this.tokenFor(granted, rights, userEmail)), refresh_token: refreshToken };
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

  /** The key of a client that shows its secret, or has none. */
  private async client(sent: Sent): Promise<number> {
    if (sent.client_secret !== undefined && sent.client_secret !== '')
      return (await this.clientWithSecret(sent)).pk;
    const { client_id } = checked(PublicClientParameters, sent, 'invalid_client');
    const pk = await findPublicClient(client_id, this.database);
    if (pk === undefined) throw new Refused('invalid_client');
    return pk;
  }

  private async clientWithSecret(sent: Sent): Promise<SignedInClient> {
    const { client_id, client_secret } = checked(ClientParameters, sent, 'invalid_client');
    const client = await findClient({ clientId: client_id, clientSecret: client_secret }, this.database);
    if (!client) throw new Refused('invalid_client');
    return client;
  }

  /** Who fails again and again is put off; what is right is always answered. */
  private async refuse(
    error: keyof typeof ERRORS,
    { ip }: FastifyRequest,
    { client_id }: Sent,
    reply: FastifyReply,
  ): Promise<void> {
    try {
      const who = `${networkKey(ip)} ${typeof client_id === 'string' ? client_id : ''}`;
      if (error !== 'unsupported_grant_type') await this.attempts.count([LIMITS.tokensFromNetwork, who]);
      send(reply.status(400), { error, error_description: ERRORS[error] });
    } catch (thrown) {
      if (!(thrown instanceof TooMany)) throw thrown;
      const body = { error: 'temporarily_unavailable', error_description: thrown.message };
      send(reply.status(429).headers(thrown.headers), body);
    }
  }
}

/** The parameters of a request, of the right form. @throws Refused. */
function checked<T extends object>(of: new () => T, sent: Sent, error: keyof typeof ERRORS): T {
  const parameters = plainToInstance(of, sent);
  if (validateSync(parameters, { stopAtFirstError: true }).length > 0) throw new Refused(error);
  return parameters;
}

/** `Authorization: Basic`, the other place where OAuth lets clients put their credentials. */
function basicCredentials(request: FastifyRequest): object {
  const encoded = /^Basic +(\S+)$/i.exec(request.headers.authorization ?? '')?.[1];
  if (encoded === undefined) return {};
  const [client_id, ...secret] = Buffer.from(encoded, 'base64').toString().split(':');
  return { client_id, client_secret: secret.join(':') };
}

function send(reply: FastifyReply, body: object): void {
  void reply.header('Cache-Control', 'no-store').type('application/json').send(JSON.stringify(body));
}
