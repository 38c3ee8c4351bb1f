import { Body, Controller, HttpCode, Inject, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CONFIG, type Config } from '../../../config/config.js';
import { Public } from '../../../core/http/auth.guard.js';
import { Authenticator } from '../../../core/http/authenticator.js';
import { JSON_LD, JSON_PLAIN, mediaTypeOf } from '../../../core/http/media-type.js';
import { EMAIL } from '../../../core/http/dto/answers.js';
import { AsSent, EmailAddress, Text } from '../../../core/http/dto/fields.js';
import { ACCESS_TOKEN } from '../oauth/answers.js';
import { AccessTokens, type Bearer } from '../oauth/access-tokens.js';
import { isNotValid } from '../../../core/metadata/violation.js';
import { Violations } from '../../../core/metadata/errors.js';
import { answeredSchema } from '../../../core/openapi/answered-schemas.js';
import type { Components } from '../../../core/openapi/components.js';
import { objectSchema } from '../../../core/openapi/object-schema.js';
import { type AnswerOptions, Operation, Operations } from '../../../core/openapi/operation.js';
import type { Schema } from '../../../core/openapi/types.js';
import { Store } from '../../../core/store/store.js';
import { userResource } from '../users/user.resource.js';
import { Accounts, type ConfirmedUser } from './accounts.js';

const IGNORED = { type: 'string', description: 'Ignored.' } as const;

class AccountToMake {
  @EmailAddress({ required: true })
  readonly email!: string;

  @AsSent(IGNORED)
  readonly captcha?: unknown;

  @AsSent(IGNORED)
  readonly refTrackingId?: unknown;

  @AsSent(IGNORED)
  readonly invitationCode?: unknown;
}

class EmailCode {
  @Text({ required: true, max: 200 })
  readonly code!: string;
}

class LinkToResend {
  @EmailAddress({ required: true })
  readonly email!: string;

  @AsSent(IGNORED)
  readonly captcha?: unknown;
}

const NOTHING: Schema = { type: 'null' };
const TOKEN = objectSchema({ ...ACCESS_TOKEN, refresh_token: NOTHING });

/** An answer that nobody keeps, in JSON-LD and in plain JSON. */
const done = (schema: (ld: boolean, components: Components) => Schema): AnswerOptions => ({
  description: 'It is done.',
  headers: ['Cache-Control'],
  content: (components) => ({
    'application/ld+json': { schema: schema(true, components) },
    'application/json': { schema: schema(false, components) },
  }),
});

const withUser = (token: Schema): AnswerOptions =>
  done((ld, components) =>
    objectSchema({ user: answeredSchema(userResource, 'get', ld, components), token }),
  );

/** Signing up, for programs. The answers do not tell whether an address has an account. */
@Operations({
  tag: { name: 'Accounts', description: 'Signing up, and proving an e-mail address.' },
})
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
  @Operation({
    id: 'postUserSignupRequestCollection',
    summary: 'Makes an account, and sends a link to the address',
    description:
      'The answer is the same when the address has an account already; its owner then gets a link to that.',
    answer: withUser(NOTHING),
    errors: [403, 406, 429],
  })
  async signUp(
    @Body() { email }: AccountToMake,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const id = await this.accounts.signUp(email, request);
    const ld = mediaTypeOf(request) === JSON_LD;
    send(request, reply, { user: { ...newUser(email, id), ...(ld ? jsonLd(id) : {}) }, token: null });
  }

  @Post('verify-email')
  @HttpCode(200)
  @Operation({
    id: 'postUserVerifyEmailRequestCollection',
    summary: 'Takes the code from an e-mail, once, and answers a token',
    description:
      'The code is what comes after the last `/` of the link in the e-mail. That of an invitation joins the team and answers no token.',
    answer: withUser({ anyOf: [TOKEN, NOTHING] }),
    errors: [406, 429],
  })
  async verify(
    @Body() { code }: EmailCode,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
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
  @Operation({
    id: 'postUserResendEmailRequestCollection',
    summary: 'Sends another link, if there is an account',
    description: 'It answers the same whether there is an account or not, so that nobody learns who has one.',
    answer: done(() => objectSchema({ email: EMAIL })),
    errors: [403, 406, 429],
  })
  async resend(
    @Body() { email }: LinkToResend,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
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
