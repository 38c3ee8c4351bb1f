import { Body, Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import { routeOptions } from '../../../core/http/route-options.js';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Public } from '../../../core/http/auth.guard.js';
import { Authenticator } from '../../../core/http/authenticator.js';
import { EMAIL } from '../../../core/http/dto/answers.js';
import { formOf, type Page, sendPage } from '../../../core/http/page.js';
import { KnownDevices } from '../oauth/known-devices.js';
import { ClientError } from '../../../core/metadata/errors.js';
import { emailKey, isAddress } from '../../../core/metadata/identity.js';
import { formContent, htmlPage, Operation, Operations } from '../../../core/openapi/operation.js';
import type { Schema } from '../../../core/openapi/types.js';
import { MAX_PASSWORD_LENGTH, MIN_PASSWORD_LENGTH } from '../users/passwords.js';
import { passwordProblem } from '../users/password-policy.js';
import { Accounts } from './accounts.js';
import { type Say, sayTo } from '../pages/say.js';
import { choosesPassword, codePage, donePage, gonePage, passwordPage, sentPage } from './security-pages.js';

const PASSWORD: Schema = {
  type: 'string',
  format: 'password',
  minLength: MIN_PASSWORD_LENGTH,
  maxLength: MAX_PASSWORD_LENGTH,
};

const TOO_OFTEN = { 429: htmlPage('It was tried too often lately.') };
const NO_CODE = { 404: htmlPage('The code is not good any more.') };

/** What links in e-mails lead to, and where one asks for one, for people. */
@Operations({ tag: 'Accounts', path: { code: { description: 'From the e-mail.', maxLength: 200 } } })
@Public()
@Controller('/security')
export class SecurityPagesController {
  constructor(
    private readonly accounts: Accounts,
    private readonly authenticator: Authenticator,
    private readonly devices: KnownDevices,
  ) {}

  /** Looking changes nothing: programs that read mail follow links as well. */
  @Get('verify-email/:code')
  @Operation({
    id: 'getVerificationPage',
    summary: 'Where the link in an e-mail leads',
    description: 'Looking changes nothing.',
    answer: htmlPage('A form for a password, or to join a team.'),
    answers: { ...NO_CODE, ...TOO_OFTEN },
  })
  async showCode(
    @Param('code') code: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const say = sayTo(request);
    await orPage(reply, say, gonePage, async () => {
      const opened = await this.accounts.look(code, request.ip);
      if (!opened) return sendPage(reply, 404, gonePage(say));
      sendPage(reply, 200, codePage(say, opened));
    });
  }

  @Post('verify-email/:code')
  @Operation({
    id: 'postVerificationPage',
    summary: 'Takes the code, and sets a password',
    description: "What the page's form sends. An account is open from then on.",
    ...formContent({ password: PASSWORD, email: EMAIL }, []),
    status: 200,
    answer: htmlPage('It is done.'),
    answers: { 400: htmlPage('The password is too short or too long.'), ...NO_CODE, ...TOO_OFTEN },
  })
  @routeOptions({ form: true })
  async useCode(
    @Param('code') code: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const say = sayTo(request);
    await orPage(reply, say, gonePage, async () => {
      const opened = await this.accounts.look(code, request.ip);
      if (!opened) return sendPage(reply, 404, gonePage(say));
      const { password = '' } = formOf(body);
      const mayKeep = !choosesPassword(opened);
      const alert = mayKeep ? undefined : passwordProblem(password, opened.user.email);
      if (alert !== undefined) return sendPage(reply, 400, codePage(say, opened, say.known(alert)));
      const used = await this.accounts.confirmWithPassword(code, mayKeep ? undefined : password, request.ip);
      this.authenticator.forget();
      if (used && !mayKeep) await this.devices.remember(request, reply, emailKey(used.user.email));
      sendPage(reply, used ? 200 : 404, used ? donePage(say, used) : gonePage(say));
    });
  }

  @Get('password')
  @Operation({
    id: 'getPasswordPage',
    summary: 'Where a link to choose a password is asked for',
    description: 'For people who have forgotten their password.',
    answer: htmlPage('A form for the address.'),
  })
  askForLink(@Req() request: FastifyRequest, @Res() reply: FastifyReply): void {
    sendPage(reply, 200, passwordPage(sayTo(request)));
  }

  @Post('password')
  @Operation({
    id: 'postPasswordPage',
    summary: 'Sends a link to choose a password, if there is an account',
    description: "What the page's form sends. It answers the same whether there is an account or not.",
    ...formContent({ email: EMAIL }, ['email']),
    status: 200,
    answer: htmlPage('A link may be on its way.'),
    answers: {
      400: htmlPage('This is no address.'),
      403: htmlPage('This server sends no e-mail.'),
      ...TOO_OFTEN,
    },
  })
  @routeOptions({ form: true })
  async sendLink(
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const email = (formOf(body).email ?? '').trim();
    const say = sayTo(request);
    await orPage(reply, say, passwordPage, async () => {
      if (!isAddress(email))
        return sendPage(reply, 400, passwordPage(say, say('This is not an e-mail address.')));
      await this.accounts.resend(email, request);
      sendPage(reply, 200, sentPage(say, email));
    });
  }
}

/** Does the work; what the client did wrong is said on a page. */
async function orPage(
  reply: FastifyReply,
  say: Say,
  page: (say: Say, alert: string) => Page,
  work: () => Promise<void>,
): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof ClientError)) throw error;
    sendPage(reply.headers(error.headers), error.status, page(say, say.known(error.message)));
  }
}
