import { Controller, Get, Inject, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Attempts, LIMITS, networkKey } from '../identity/accounts/attempts.js';
import { DATABASE, type Database } from '../../core/database/database.js';
import { Public } from '../../core/http/auth.guard.js';
import { choose, JSON_PLAIN, NotAcceptable } from '../../core/http/media-type.js';
import { sendPage } from '../../core/http/page.js';
import { BadInput, NotFound } from '../../core/metadata/errors.js';
import { isAddress } from '../../core/metadata/identity.js';
import { LinkMail } from './link-mail.js';
import { resolveLink } from './resolve-link.js';
import { publicPageOf } from './read-public-page.js';
import { NO_SUCH_PAGE, trackingPageHtml } from './tracking-page.html.js';
import { TrackingPageLinks } from './tracking-page-links.js';

const HTML = 'text/html';

/** What is said of pages: search engines keep out, and other servers do not learn the address. */
const DISCREET = { 'X-Robots-Tag': 'noindex', 'Referrer-Policy': 'no-referrer' } as const;

/** What customers see without a token: what is behind their links. */
@Public()
@Controller('/public')
export class PublicPagesController {
  constructor(
    private readonly links: TrackingPageLinks,
    private readonly mail: LinkMail,
    private readonly attempts: Attempts,
    @Inject(DATABASE) private readonly database: Database,
  ) {}

  /** JSON, and a page for browsers. */
  @Get('tracking_page_links/:hash')
  async page(
    @Param('hash') hash: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const isForReaders = wantsHtml(request.headers.accept);
    void reply.headers(DISCREET);
    try {
      const page = await publicPageOf(await resolveLink(hash, this.database), this.database);
      if (isForReaders) sendPage(reply, 200, trackingPageHtml(page));
      else void reply.type(`${JSON_PLAIN}; charset=utf-8`).send(JSON.stringify(page));
    } catch (error) {
      if (!isForReaders || !(error instanceof NotFound)) throw error;
      sendPage(reply, 404, NO_SUCH_PAGE);
    }
  }

  /**
   * Sends a customer the link to everything that is addressed to them. Only their mailbox learns it: the answer is the
   * same whether the address is known or not, and mail to one address is bounded over all shops.
   */
  @Get('tracking_page_by_domain/:subdomain/link_search/:email')
  async search(
    @Param('subdomain') subdomain: string,
    @Param('email') email: string,
    @Req() request: FastifyRequest,
  ): Promise<{ readonly text: string }> {
    if (!isAddress(email)) throw new BadInput('email: This value is not a valid email address.');
    const page = await this.links.enabledPage(subdomain);
    if (!page) throw new NotFound();
    if (!this.mail.isOn) throw new NotFound('This server sends no e-mail.');
    await this.attempts.count(
      [LIMITS.linkSearchesFromNetwork, networkKey(request.ip)],
      [LIMITS.linkSearchesOfPage, page.id],
    );
    this.mail.send(page, email);
    return { text: 'If there are parcels for this address, a link to them is on its way to it.' };
  }
}

/** Whether it is a browser that asks; whoever accepts anything gets JSON. */
function wantsHtml(accept: string | undefined): boolean {
  try {
    return choose(accept, [JSON_PLAIN, HTML]) === HTML;
  } catch (error) {
    if (error instanceof NotAcceptable) return false;
    throw error;
  }
}
