import { createHash, randomBytes } from 'node:crypto';
import { Controller, Delete, Get, HttpCode, Inject, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CONFIG, type Config } from '../../../config/config.js';
import { DATABASE, type Database } from '../../../core/database/database.js';
import { Public } from '../../../core/http/auth.guard.js';
import { Authenticator } from '../../../core/http/authenticator.js';
import { readCookie, writeCookie } from '../../../core/http/cookies.js';
import { urlQueryOf } from '../../../core/http/url-query.js';
import { html } from '../../../core/http/html.js';
import { type Page, sendPage } from '../../../core/http/page.js';
import { type Say, type Sentence, sayTo } from '../pages/say.js';
import { COOKIE as MERCURE_COOKIE } from '../../../core/mercure/mercure.guard.js';
import { HUB_PATH } from '../../../core/mercure/mercure.controller.js';
import { isSame } from '../../../core/metadata/is-same.js';
import { htmlPage, Operation, Operations } from '../../../core/openapi/operation.js';
import { objectSchema } from '../../../core/openapi/object-schema.js';
import { AccessTokens } from './access-tokens.js';
import { ACCESS_TOKEN, sendOauth } from './answers.js';
import { BrowserSession } from './browser-session.js';
import {
  CALLBACK_PATH,
  DASHBOARD_CLIENT,
  DASHBOARD_PATH,
  dashboardClient,
  originOf,
} from './dashboard-client.js';
import {
  type Exchange,
  exchangeCode,
  grantOfRefreshToken,
  renewGrant,
  REUSED,
  revokeGrant,
} from './grants.js';

/** Seconds for which a browser keeps the session; the server ends one that nobody uses. */
const LIFE = 180 * 24 * 3600;

/** Seconds within which somebody has signed in. */
const SIGN_IN_LIFE = 3600;

const NOT_SIGNED_IN = { access_token: null, expires_in: 0 } as const;

const nullable = (schema: object): object => ({ anyOf: [schema, { type: 'null' }] });

/**
 * The session of the dashboard in a browser. Its refresh token is in a cookie that no script reads; scripts get access
 * tokens, which they keep in memory. The code flow and its verifier are this server's: nothing of it reaches a script.
 */
@Operations({ tag: { name: 'Dashboard', description: 'The session of the dashboard, for browsers.' } })
@Public()
@Controller('/oauth/v2/session')
export class DashboardSessionController {
  private readonly isSecure: boolean;

  constructor(
    private readonly tokens: AccessTokens,
    private readonly sessions: BrowserSession,
    private readonly authenticator: Authenticator,
    @Inject(DATABASE) private readonly database: Database,
    @Inject(CONFIG) private readonly config: Config,
  ) {
    this.isSecure = config.publicUrl.startsWith('https:');
  }

  @Get('start')
  @Operation({
    id: 'startDashboardSession',
    summary: 'Sends a browser to sign in to the dashboard',
    description: 'An authorization request with PKCE, whose verifier is kept in a cookie.',
    parameters: [
      {
        name: 'return_to',
        in: 'query',
        required: false,
        description: 'The path in the dashboard to come back to.',
        schema: { type: 'string' },
      },
    ],
    answers: { 303: { description: 'To the page that asks for the password.' } },
  })
  async start(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    await this.database.transaction(dashboardClient);
    const verifier = randomBytes(32).toString('base64url');
    const state = randomBytes(16).toString('base64url');
    const returnTo = pathIn(urlQueryOf(request).get('return_to'));
    const kept = [verifier, state, Buffer.from(returnTo).toString('base64url')].join('.');
    writeCookie(reply, 'signin', kept, SIGN_IN_LIFE, this.isSecure);
    const query = new URLSearchParams({
      response_type: 'code',
      client_id: DASHBOARD_CLIENT,
      redirect_uri: this.redirectUri(request),
      state,
      code_challenge: createHash('sha256').update(verifier).digest('base64url'),
      code_challenge_method: 'S256',
    });
    go(reply, `/oauth/v2/auth?${query.toString()}`);
  }

  @Get('callback')
  @Operation({
    id: 'finishDashboardSession',
    summary: 'Where a browser comes back to that has signed in to the dashboard',
    description: 'It redeems the code and sends the browser on, with the session in a cookie.',
    parameters: ['code', 'state'].map((name) => ({
      name,
      in: 'query',
      required: true,
      description: 'As authorization has answered it.',
      schema: { type: 'string' },
    })),
    answers: {
      303: { description: 'To the dashboard.' },
      403: htmlPage('It is not this browser that has begun, or it was too long ago.'),
    },
  })
  async callback(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const query = urlQueryOf(request);
    const [verifier = '', state = '', path = ''] = readCookie(request, 'signin', this.isSecure).split('.');
    writeCookie(reply, 'signin', '', 0, this.isSecure);
    const isOwn = state !== '' && isSame(query.get('state') ?? '', state);
    const begun =
      isOwn &&
      (await this.begin(reply, {
        code: query.get('code') ?? '',
        redirectUri: this.redirectUri(request),
        codeVerifier: verifier,
      }));
    if (!begun)
      return sendPage(
        reply,
        403,
        tryAgainPage(sayTo(request), 'This sign-in has not begun here, or is too old.'),
      );
    go(reply, pathIn(Buffer.from(path, 'base64url').toString()));
  }

  @Get('demo/:code')
  @Operation({
    id: 'startDemoSession',
    summary: 'Signs a browser in to the demo, once',
    description: 'The address is written by the first start of a server with the demo.',
    path: { code: { description: 'From the line that the server has written.' } },
    answers: { 303: { description: 'To the dashboard.' }, 403: htmlPage('The link was used before.') },
  })
  async demo(
    @Param('code') code: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    // whoever has used the link in this browser may use it as a bookmark
    if (await this.renewed(request)) return go(reply, DASHBOARD_PATH);
    const begun = await this.begin(reply, { code, redirectUri: undefined, codeVerifier: undefined });
    if (begun) return go(reply, DASHBOARD_PATH);
    sendPage(reply, 403, tryAgainPage(sayTo(request), 'The link was used before, or is too old.'));
  }

  @Post()
  @HttpCode(200)
  @Operation({
    id: 'renewDashboardSession',
    summary: 'Answers an access token of the session',
    description:
      'By the cookie of the session. The same token is put into the cookie with which a browser listens to changes.',
    bodyIsOptional: true,
    answer: {
      description: 'The token; null where nobody is signed in.',
      headers: ['Cache-Control'],
      body: objectSchema(
        {
          access_token: nullable({ type: 'string' }),
          expires_in: { type: 'integer', minimum: 0, description: 'Seconds that it lives.' },
          user_id: ACCESS_TOKEN.user_id ?? {},
          user_email: ACCESS_TOKEN.user_email ?? {},
        },
        ['access_token', 'expires_in'],
      ),
    },
  })
  async renew(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const grant = await this.renewed(request);
    if (!grant) {
      if (this.cookie(request) !== '') writeCookie(reply, 'dashboard', '', 0, this.isSecure);
      return sendOauth(reply, NOT_SIGNED_IN);
    }
    const token = await this.tokens.issue(grant);
    this.writeMercureCookie(reply, token, this.config.tokenTtl);
    sendOauth(reply, {
      access_token: token,
      expires_in: this.config.tokenTtl,
      user_id: grant.userId,
      user_email: grant.userEmail,
    });
  }

  @Delete()
  @HttpCode(204)
  @Operation({
    id: 'endDashboardSession',
    summary: 'Signs a browser out of the dashboard',
    description: 'All tokens of the session end, in every tab.',
    answer: 'Nobody is signed in any more.',
  })
  async end(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const cookie = this.cookie(request);
    await this.database.transaction(async (transaction) => {
      const grant = cookie === '' ? undefined : await grantOfRefreshToken(cookie, transaction);
      if (grant) await revokeGrant(grant.pk, transaction);
    });
    this.authenticator.forget();
    await this.sessions.signOut(request, reply);
    writeCookie(reply, 'dashboard', '', 0, this.isSecure);
    this.writeMercureCookie(reply, '', 0);
    void reply.status(204).header('Cache-Control', 'no-store').send();
  }

  /** Exchanges a code, and gives the browser the session. @returns whether the code was good. */
  private async begin(reply: FastifyReply, exchange: Exchange): Promise<boolean> {
    const granted = await this.database.transaction(async (transaction) =>
      exchangeCode(await dashboardClient(transaction), exchange, transaction),
    );
    if (granted === REUSED) this.authenticator.forget();
    if (!granted || granted === REUSED) return false;
    writeCookie(reply, 'dashboard', granted.refreshToken, LIFE, this.isSecure);
    return true;
  }

  private renewed(request: FastifyRequest): ReturnType<typeof renewGrant> {
    const cookie = this.cookie(request);
    if (cookie === '') return Promise.resolve(undefined);
    return this.database.transaction(async (transaction) =>
      renewGrant(await dashboardClient(transaction), cookie, transaction),
    );
  }

  private cookie(request: FastifyRequest): string {
    return readCookie(request, 'dashboard', this.isSecure);
  }

  private redirectUri(request: FastifyRequest): string {
    return originOf(request, this.config.publicUrl) + CALLBACK_PATH;
  }

  private writeMercureCookie(reply: FastifyReply, token: string, seconds: number): void {
    const attributes = `Path=${HUB_PATH}; Max-Age=${seconds}; HttpOnly; SameSite=Strict${this.isSecure ? '; Secure' : ''}`;
    void reply.header('Set-Cookie', `${MERCURE_COOKIE}=${token}; ${attributes}`);
  }
}

const tryAgainPage = (say: Say, alert: Sentence): Page => ({
  language: say.language,
  title: say('Please sign in again'),
  alert: say(alert),
  content: html`<p><a href="${DASHBOARD_PATH}">${say('Sign in')}</a></p>`,
});

/** A path in the dashboard, and nowhere else. */
function pathIn(path: string | null): string {
  const base = 'http://localhost';
  if (path === null || !URL.canParse(path, base)) return DASHBOARD_PATH;
  const { origin, pathname, search } = new URL(path, base);
  const isOwn = origin === base && (pathname === DASHBOARD_PATH || pathname.startsWith(`${DASHBOARD_PATH}/`));
  return isOwn ? pathname + search : DASHBOARD_PATH;
}

/** The browser GETs what is there, and nobody keeps the answer. */
function go(reply: FastifyReply, location: string): void {
  void reply
    .status(303)
    .headers({ Location: location, 'Cache-Control': 'no-store', 'Referrer-Policy': 'no-referrer' })
    .send();
}
