import { Body, Controller, HttpCode, Inject, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CONFIG, type Config } from '../../../config/config.js';
import { Public } from '../../../core/http/auth.guard.js';
import { Authenticator } from '../../../core/http/authenticator.js';
import { JSON_LD, JSON_PLAIN, mediaTypeOf } from '../../../core/http/media-type.js';
import { OperationBody } from '../../../core/http/operation-body.js';
import { AccessTokens, type Bearer } from '../oauth/access-tokens.js';
import { isNoEmail, isNotValid } from '../../../core/metadata/violation.js';
import { Violations } from '../../../core/metadata/errors.js';
import { isAddress, LONGEST_ADDRESS } from '../../../core/metadata/identity.js';
import { Store } from '../../../core/store/store.js';
import { userResource } from '../users/user.resource.js';
import { Accounts, type ConfirmedUser } from './accounts.js';

const LONGEST_CODE = 200;

/** Signing up, for programs. The answers do not tell whether an address has an account. */
@Public()
@Controller('/security')
export class SecurityController {
  constructor(
    private readonly accounts: Accounts,
    private readonly tokens: AccessTokens,
    private readonly store: Store,
    private readonly authenticator: Authenticator,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Post('signup')
  @HttpCode(200)
  async signUp(
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const email = emailIn(body);
    const id = await this.accounts.signUp(email, request);
    const ld = mediaTypeOf(request) === JSON_LD;
    send(request, reply, { user: { ...newUser(email, id), ...(ld ? jsonLd(id) : {}) }, token: null });
  }

  @Post('verify-email')
  @HttpCode(200)
  async verify(
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const fields = new OperationBody(body);
    const code = fields.requiredText('code', LONGEST_CODE);
    fields.done();
    const confirmed = await this.accounts.confirm(code, request.ip);
    if (!confirmed) throw new Violations([isNotValid('code')]);
    // it may have joined a team
    this.authenticator.forget();
    const ld = mediaTypeOf(request) === JSON_LD;
    const { user, bearer, invitation } = confirmed;
    if (bearer) {
      const shown = await this.userOf(user, bearer, ld);
      return send(request, reply, { user: shown, token: await this.tokenOf(user, bearer) });
    }
    const joined = {
      ...newUser(user.email, user.id),
      emailVerified: true,
      passwordSet: user.passwordHash !== null,
      teams: [`/teams/${invitation?.teamId}`],
      ...(ld ? jsonLd(user.id) : {}),
    };
    send(request, reply, { user: joined, token: null });
  }

  @Post('resend-email')
  @HttpCode(201)
  async resend(
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const email = emailIn(body);
    await this.accounts.resend(email, request);
    send(request, reply, { email }, 201);
  }

  private userOf(user: ConfirmedUser['user'], bearer: Bearer, ld: boolean): Promise<object> {
    const nothing = { teams: new Set<number>(), workspaces: new Map(), workspaceIds: new Map() };
    const scope = { ...nothing, user: user.pk };
    return this.store.item(userResource, user.id, { userPk: user.pk, clientPk: bearer.pk, scope }, ld);
  }

  private async tokenOf(user: ConfirmedUser['user'], bearer: Bearer): Promise<object> {
    return {
      access_token: await this.tokens.issue(bearer),
      expires_in: this.config.tokenTtl,
      refresh_token: null,
      scope: 'user',
      token_type: 'bearer',
      user_email: user.email,
      user_id: user.id,
    };
  }
}

/** @throws Violations when there is no e-mail address. */
function emailIn(body: unknown): string {
  const fields = new OperationBody(body);
  const email = fields.requiredText('email', LONGEST_ADDRESS);
  if (email !== '' && !isAddress(email)) fields.refuse(isNoEmail('email'));
  fields.done();
  return email;
}

/** A user as it is when it has just signed up. */
const newUser = (email: string, id: string): object => ({
  email,
  firstName: null,
  lastName: null,
  emailVerified: false,
  passwordSet: false,
  trialRedeemed: false,
  timezone: null,
  photo: null,
  teams: [],
  id,
});

const jsonLd = (id: string): object => ({ '@id': `/users/${id}`, '@type': userResource.name });

function send(request: FastifyRequest, reply: FastifyReply, body: object, status = 200): void {
  const type = mediaTypeOf(request) === JSON_LD ? JSON_LD : JSON_PLAIN;
  void reply
    .status(status)
    .header('Cache-Control', 'no-store')
    .type(`${type}; charset=utf-8`)
    .send(JSON.stringify(body));
}
