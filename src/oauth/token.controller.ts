import { Body, Controller, Get, HttpCode, Inject, Post, Req, Res } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { plainToInstance } from 'class-transformer';
import { IsAscii, IsIn, IsString, MaxLength, validateSync } from 'class-validator';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CONFIG, type Config } from '../config.js';
import { DATABASE, type Database } from '../database/database.js';
import { Public } from '../http/auth.guard.js';
import { AccessTokens } from './access-tokens.js';
import { findClient } from './oauth-clients.js';

/** The parameters of a token request. */
class TokenRequest {
  @IsString()
  @IsIn(['client_credentials'])
  grant_type!: string;

  @IsString()
  @IsAscii()
  @MaxLength(255)
  client_id!: string;

  @IsString()
  @MaxLength(255)
  client_secret!: string;
}

/** What goes wrong at the token endpoint, with OAuth's own bodies. */
const ERRORS = {
  invalid_request: 'Invalid grant_type parameter or parameter missing',
  unsupported_grant_type: 'Invalid grant_type parameter or parameter missing',
  invalid_client: 'The client credentials are invalid',
} as const;

@Public()
@Controller('/oauth/v2/token')
export class TokenController {
  constructor(
    private readonly tokens: AccessTokens,
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

  private async answer(sent: unknown, request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const parameters = plainToInstance(TokenRequest, { ...basicCredentials(request), ...(sent as object) });
    const [invalid] = validateSync(parameters, { stopAtFirstError: true });
    if (invalid) {
      const isUnknown = invalid.property === 'grant_type' && typeof parameters.grant_type === 'string';
      const isClient = invalid.property !== 'grant_type';
      return refuse(
        isClient ? 'invalid_client' : isUnknown ? 'unsupported_grant_type' : 'invalid_request',
        reply,
      );
    }
    const { client_id: clientId, client_secret: clientSecret } = parameters;
    const client = await findClient({ clientId, clientSecret }, this.database);
    if (!client) return refuse('invalid_client', reply);
    send(reply, {
      access_token: await this.tokens.issue(client),
      expires_in: this.config.tokenTtl,
      token_type: 'bearer',
      scope: 'user',
      user_id: client.userId,
      user_email: client.userEmail,
    });
  }
}

/** `Authorization: Basic`, the other place where OAuth lets clients put their credentials. */
function basicCredentials(request: FastifyRequest): object {
  const encoded = /^Basic +(\S+)$/i.exec(request.headers.authorization ?? '')?.[1];
  if (encoded === undefined) return {};
  const [client_id, ...secret] = Buffer.from(encoded, 'base64').toString().split(':');
  return { client_id, client_secret: secret.join(':') };
}

function refuse(error: keyof typeof ERRORS, reply: FastifyReply): void {
  send(reply.status(400), { error, error_description: ERRORS[error] });
}

function send(reply: FastifyReply, body: object): void {
  void reply.header('Cache-Control', 'no-store').type('application/json').send(JSON.stringify(body));
}
