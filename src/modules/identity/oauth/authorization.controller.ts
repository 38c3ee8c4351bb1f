import { Body, Controller, Get, Inject, Post, Req, Res } from '@nestjs/common';
import { routeOptions } from '../../../core/http/route-options.js';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { DATABASE, type Database } from '../../../core/database/database.js';
import { Public } from '../../../core/http/auth.guard.js';
import { formOf, sendPage } from '../../../core/http/page.js';
import { consentPage, type Form, outdatedPage, problemPage, signInPage } from './authorization-pages.js';
import { answerTo, type AuthorizationRequest, readRequest } from './authorization-request.js';
import { BrowserSession, type Visitor } from './browser-session.js';
import { authorize } from './grants.js';
import { Issuer } from './issuer.js';
import { SignIn } from './sign-in.js';

/** Where a user lets a client in: signs in, says yes or no, and goes back to the client with a code. */
@Public()
@Controller('/oauth/v2/auth')
export class AuthorizationController {
  constructor(
    private readonly sessions: BrowserSession,
    private readonly issuer: Issuer,
    private readonly entrance: SignIn,
    @Inject(DATABASE) private readonly database: Database,
  ) {}

  @Get()
  async show(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const asked = await this.asked(request, reply);
    if (!asked) return;
    const visitor = await this.sessions.visitor(request);
    const form = this.formFor(request, reply, visitor);
    sendPage(reply, 200, visitor ? consentPage(asked, form, visitor) : signInPage(asked, form));
  }

  @Post()
  @routeOptions({ form: true })
  async decide(
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const asked = await this.asked(request, reply);
    if (!asked) return;
    const sent = formOf(body);
    const visitor = await this.sessions.visitor(request);
    if (!(await this.sessions.isOwnForm(request, visitor, sent.token ?? '')))
      return sendPage(reply, 403, outdatedPage(request.originalUrl));
    if (sent.action === 'sign-in') return this.signIn(sent, asked, request, reply);
    if (sent.action === 'deny') return go(reply, answerTo(asked, { error: 'access_denied' }));
    if (sent.action === 'allow' && visitor) return this.allow(asked, visitor, reply);
    await this.sessions.signOut(request, reply);
    go(reply, request.originalUrl);
  }

  private async signIn(
    sent: Readonly<Record<string, string>>,
    asked: AuthorizationRequest,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<void> {
    const refusal = await this.entrance.signIn(sent, request, reply);
    if (!refusal) return go(reply, request.originalUrl);
    const form = this.formFor(request, reply, undefined);
    const { email = '' } = sent;
    sendPage(reply, refusal.status, signInPage(asked, form, { email, alert: refusal.alert }));
  }

  private async allow(asked: AuthorizationRequest, visitor: Visitor, reply: FastifyReply): Promise<void> {
    const { applicant, rights, sentRedirectUri, codeChallenge } = asked;
    const code = await this.database.transaction((transaction) =>
      authorize(
        {
          clientPk: applicant.pk,
          userPk: visitor.pk,
          rights,
          redirectUri: sentRedirectUri,
          codeChallenge,
        },
        transaction,
      ),
    );
    go(reply, answerTo(asked, { code }));
  }

  /** The request in the query; undefined when it makes no sense, which has been answered then. */
  private async asked(
    { originalUrl }: FastifyRequest,
    reply: FastifyReply,
  ): Promise<AuthorizationRequest | undefined> {
    const query = new URLSearchParams(originalUrl.split('?').slice(1).join('?'));
    const read = await readRequest(query, this.database, this.issuer.url);
    if (!('problem' in read)) return read;
    sendPage(reply, 400, problemPage(read));
    return undefined;
  }

  private formFor(request: FastifyRequest, reply: FastifyReply, visitor: Visitor | undefined): Form {
    return { action: request.originalUrl, token: this.sessions.formToken(request, reply, visitor) };
  }
}

/** The browser GETs what is there, and nobody keeps the answer. */
function go(reply: FastifyReply, location: string): void {
  void reply
    .status(303)
    .headers({ Location: location, 'Cache-Control': 'no-store', 'Referrer-Policy': 'no-referrer' })
    .send();
}
