import { Body, Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import { routeOptions } from '../../../core/http/route-options.js';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Public } from '../../../core/http/auth.guard.js';
import { Authenticator } from '../../../core/http/authenticator.js';
import { formOf, type Page, sendPage } from '../../../core/http/page.js';
import { KnownDevices } from '../oauth/known-devices.js';
import { ClientError } from '../../../core/metadata/errors.js';
import { emailKey, isAddress } from '../../../core/metadata/identity.js';
import { passwordProblem } from '../users/password-policy.js';
import { Accounts } from './accounts.js';
import { choosesPassword, codePage, donePage, gonePage, passwordPage, sentPage } from './security-pages.js';

/** What links in e-mails lead to, and where one asks for one, for people. */
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
  async showCode(
    @Param('code') code: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await orPage(reply, gonePage, async () => {
      const opened = await this.accounts.look(code, request.ip);
      if (!opened) return sendPage(reply, 404, gonePage());
      sendPage(reply, 200, codePage(opened));
    });
  }

  @Post('verify-email/:code')
  @routeOptions({ form: true })
  async useCode(
    @Param('code') code: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await orPage(reply, gonePage, async () => {
      const opened = await this.accounts.look(code, request.ip);
      if (!opened) return sendPage(reply, 404, gonePage());
      const { password = '' } = formOf(body);
      const mayKeep = !choosesPassword(opened);
      const alert = mayKeep ? undefined : passwordProblem(password, opened.user.email);
      if (alert !== undefined) return sendPage(reply, 400, codePage(opened, alert));
      const used = await this.accounts.confirmWithPassword(code, mayKeep ? undefined : password, request.ip);
      this.authenticator.forget();
      if (used && !mayKeep) await this.devices.remember(request, reply, emailKey(used.user.email));
      sendPage(reply, used ? 200 : 404, used ? donePage(used) : gonePage());
    });
  }

  @Get('password')
  askForLink(@Res() reply: FastifyReply): void {
    sendPage(reply, 200, passwordPage());
  }

  @Post('password')
  @routeOptions({ form: true })
  async sendLink(
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const email = (formOf(body).email ?? '').trim();
    await orPage(reply, passwordPage, async () => {
      if (!isAddress(email)) return sendPage(reply, 400, passwordPage('This is not an e-mail address.'));
      await this.accounts.resend(email, request);
      sendPage(reply, 200, sentPage(email));
    });
  }
}

/** Does the work; what the client did wrong is said on a page. */
async function orPage(
  reply: FastifyReply,
  page: (alert: string) => Page,
  work: () => Promise<void>,
): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof ClientError)) throw error;
    sendPage(reply.headers(error.headers), error.status, page(error.message));
  }
}
