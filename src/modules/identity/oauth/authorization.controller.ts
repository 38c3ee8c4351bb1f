import { Body, Controller, Get, Inject, Post, Req, Res } from '@nestjs/common';
import { routeOptions } from '../../../core/http/route-options.js';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { DATABASE, type Database } from '../../../core/database/database.js';
import { Public } from '../../../core/http/auth.guard.js';
import { formOf, sendPage } from '../../../core/http/page.js';
import { sayTo } from '../pages/say.js';
import { consentPage, type Form, outdatedPage, problemPage, signInPage } from './authorization-pages.js';
import { formContent, htmlPage, Operation, Operations } from '../../../core/openapi/operation.js';
import type { ParameterObject, Schema } from '../../../core/openapi/types.js';
import { answerTo, type AuthorizationRequest, readRequest } from './authorization-request.js';
import { BrowserSession, type Visitor } from './browser-session.js';
import { dashboardRedirectUris } from './dashboard-client.js';
import { authorize } from './grants.js';
import { Issuer } from './issuer.js';
import { SignIn } from './sign-in.js';

const QUERY: Readonly<Record<string, readonly [schema: Schema, description: string, isRequired?: boolean]>> =
  {
    response_type: [{ type: 'string', const: 'code' }, 'What comes back.', true],
    client_id: [{ type: 'string', maxLength: 100 }, "The client's `publicId`.", true],
    redirect_uri: [
      { type: 'string', format: 'uri' },
      'One of the client’s `redirectUris`, exactly; may be left out where it has just one.',
    ],
    scope: [
      { type: 'string', examples: ['read write'] },
      'Some of what the client may; without it all of that.',
    ],
    state: [{ type: 'string' }, 'Comes back as it was.'],
    code_challenge: [
      { type: 'string', pattern: '^[\\w-]{43}$' },
      'PKCE: SHA-256 of the verifier, in base64url. A client without a secret needs it.',
    ],
    code_challenge_method: [{ type: 'string', const: 'S256' }, 'How the challenge was made.'],
  };

const parameters: readonly ParameterObject[] = Object.entries(QUERY).map(
  ([name, [schema, description, required = false]]) => ({ name, in: 'query', description, required, schema }),
);

const COMMON = {
  description: 'For browsers: the authorization code flow of RFC 6749 with PKCE (RFC 7636).',
  parameters,
} as const;
const ANSWERS = {
  303: { description: 'Back to the client, with `code` or `error` and `iss`, or to the next page.' },
  400: htmlPage(
    'The request makes no sense: the client is not known, say, or wants something that there is not.',
  ),
} as const;

/** Where a user lets a client in: signs in, says yes or no, and goes back to the client with a code. */
@Operations({ tag: 'OAuth' })
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
  @Operation({
    ...COMMON,
    id: 'getAuthorizationPage',
    summary: 'Asks a user to let a client in',
    description: "Where a client sends the user's browser (RFC 6749 4.1.1, with PKCE).",
    answer: htmlPage('A form to sign in, or to say yes or no.'),
    answers: ANSWERS,
  })
  async show(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const asked = await this.asked(request, reply);
    if (!asked) return;
    const visitor = await this.sessions.visitor(request);
    if (visitor && asked.applicant.isDashboard) return this.allow(asked, visitor, reply);
    const form = this.formFor(request, reply, visitor);
    const say = sayTo(request);
    sendPage(reply, 200, visitor ? consentPage(say, asked, form, visitor) : signInPage(say, asked, form));
  }

  @Post()
  @Operation({
    ...COMMON,
    id: 'postAuthorizationPage',
    summary: 'What the user said',
    ...formContent(
      {
        token: { type: 'string', description: "From the page's form." },
        action: { type: 'string', enum: ['sign-in', 'sign-out', 'allow', 'deny'] },
        email: { type: 'string', format: 'email' },
        password: { type: 'string', format: 'password' },
      },
      ['token', 'action'],
    ),
    answers: {
      ...ANSWERS,
      403: htmlPage('The address or the password is wrong, or the form is not ours.'),
      429: htmlPage('It was tried too often lately.'),
    },
  })
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
      return sendPage(reply, 403, outdatedPage(sayTo(request), request.originalUrl));
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
    sendPage(reply, refusal.status, signInPage(sayTo(request), asked, form, { email, alert: refusal.alert }));
  }

  private async allow(asked: AuthorizationRequest, visitor: Visitor, reply: FastifyReply): Promise<void> {
    const { applicant, rights, sentRedirectUri, codeChallenge, resource } = asked;
    const code = await this.database.transaction((transaction) =>
      authorize(
        {
          clientPk: applicant.pk,
          userPk: visitor.pk,
          rights,
          redirectUri: sentRedirectUri,
          codeChallenge,
          resource,
        },
        transaction,
      ),
    );
    go(reply, answerTo(asked, { code }));
  }

  /** The request in the query; undefined when it makes no sense, which has been answered then. */
  private async asked(
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<AuthorizationRequest | undefined> {
    const query = new URLSearchParams(request.originalUrl.split('?').slice(1).join('?'));
    const issuer = this.issuer.url;
    const dashboardUris = dashboardRedirectUris(request, issuer);
    const read = await readRequest(query, this.database, {
      issuer,
      dashboardUris,
      resourceOf: (address) => this.issuer.resourceOf(address),
    });
    if (!('problem' in read)) return read;
    sendPage(reply, 400, problemPage(sayTo(request), read));
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
