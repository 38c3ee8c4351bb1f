import { Controller, Get, HttpCode, Inject, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Clock } from '../../../core/database/clock.js';
import { DATABASE, type Database } from '../../../core/database/database.js';
import { sqlNames } from '../../../core/database/sql-names.js';
import { Public } from '../../../core/http/auth.guard.js';
import { html, type Html } from '../../../core/http/html.js';
import { routeOptions } from '../../../core/http/route-options.js';
import { formContent, htmlPage, Operation, Operations } from '../../../core/openapi/operation.js';
import type { Branding } from '../../tracking-pages/branding/branding.js';
import { sendGonePage } from '../../tracking-pages/page/gone-page.html.js';
import { DISCREET, sendShopPage } from '../../tracking-pages/page/layout.html.js';
import { chosenLanguage, wordsIn } from '../../tracking-pages/page/words.js';
import { TrackingPage } from '../../tracking-pages/tracking-page.entity.js';
import { Workspace } from '../../workspaces/workspace.entity.js';
import { isMessageLanguage, messageTexts } from '../languages/index.js';
import { type Unsubscription, UnsubscribeLinks } from '../sending/unsubscribe-link.js';
import { suppress } from './suppress.js';

const w = sqlNames(Workspace, 'w');
const p = sqlNames(TrackingPage, 'p');

interface Shop {
  readonly name: string;
  readonly branding: Branding;
}

const GONE = { 404: htmlPage('The link is none of this server.') };

/** Where recipients end messages. A GET changes nothing: programs that look at mail follow links. */
@Operations({
  tag: 'Message',
  path: {
    token: { description: 'The last part of the link in a message.', examples: ['v1.0a1b2c3d.q2ZJ3xk'] },
  },
})
@Public()
@Controller('/public/unsubscribe')
export class UnsubscribeController {
  constructor(
    @Inject(DATABASE) private readonly database: Database,
    private readonly clock: Clock,
    private readonly links: UnsubscribeLinks,
  ) {}

  @Get(':token')
  @Operation({
    id: 'getUnsubscribePage',
    summary: 'Asks a recipient whether messages shall end',
    description: 'Without a token. `lang` chooses the language, else the browser does.',
    answer: htmlPage('The question.'),
    answers: GONE,
  })
  async ask(
    @Param('token') token: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const found = await this.open(token);
    if (!found) return sendGonePage(reply, request, this.clock.now());
    this.answer(reply, request, found.shop, false);
  }

  /** RFC 8058: a program for mail sends it without having shown anything. What the body says does not matter. */
  @Post(':token')
  @HttpCode(200)
  @routeOptions({ form: true, multipart: true })
  @Operation({
    id: 'unsubscribe',
    summary: 'Ends the messages of a workspace to a recipient',
    description:
      'Without a token, and with one click from programs for mail (RFC 8058). Doing it again changes nothing.',
    ...formContent({ 'List-Unsubscribe': { type: 'string' } }, []),
    answer: htmlPage('They have ended.'),
    answers: GONE,
  })
  async end(
    @Param('token') token: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const found = await this.open(token);
    if (!found) return sendGonePage(reply, request, this.clock.now());
    const { workspacePk, channel, address } = found.wanted;
    await this.database.transaction((transaction) =>
      suppress(workspacePk, channel, address, 'unsubscribed', transaction),
    );
    this.answer(reply, request, found.shop, true);
  }

  private async open(token: string): Promise<{ wanted: Unsubscription; shop: Shop } | undefined> {
    const wanted = token.length > 2000 ? undefined : await this.links.open(token);
    if (!wanted) return undefined;
    const [row] = await this.database.read(
      `SELECT ${w.title}, ${p.title}, ${p.branding} FROM ${w.table} LEFT JOIN ${p.table} ON ${p.pk} = ${w.defaultTrackingPagePk} WHERE ${w.pk} = ?`,
      [wanted.workspacePk],
    );
    if (!row) return undefined;
    const branding = JSON.parse((row[2] as string | null) ?? '{}') as Branding;
    return { wanted, shop: { name: (row[1] ?? row[0]) as string, branding } };
  }

  private answer(
    reply: FastifyReply,
    request: FastifyRequest,
    { name, branding }: Shop,
    hasEnded: boolean,
  ): void {
    const words = wordsIn(chosenLanguage(request), branding, this.clock.now());
    const texts = messageTexts(isMessageLanguage(words.language) ? words.language : 'en');
    const say = (text: string): string => text.replaceAll('{{shop}}', name);
    const title = hasEnded ? say(texts.ended) : texts.end;
    const content: Html = hasEnded
      ? html`<section class="card"><h1>${title}</h1></section>`
      : html`<section class="card">
          <h1>${title}</h1>
          <p class="advice">${say(texts.endText)}</p>
          <form method="post"><button type="submit">${texts.endButton}</button></form>
        </section>`;
    void reply.headers(DISCREET);
    sendShopPage(reply, 200, title, content, { words, branding, shop: name });
  }
}
