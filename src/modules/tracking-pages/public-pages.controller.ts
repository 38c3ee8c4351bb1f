import { Controller, Get, Inject, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Attempts, LIMITS, networkKey } from '../identity/accounts/attempts.js';
import { DATABASE, type Database } from '../../core/database/database.js';
import { Public } from '../../core/http/auth.guard.js';
import { HTML, JSON_PLAIN, wantsHtml } from '../../core/http/media-type.js';
import { urlQueryOf } from '../../core/http/url-query.js';
import { Clock } from '../../core/database/clock.js';
import { BadInput, NotFound } from '../../core/metadata/errors.js';
import { isAddress } from '../../core/metadata/identity.js';
import { hydraErrorSchema, problemSchema } from '../../core/openapi/error-schemas.js';
import { objectSchema } from '../../core/openapi/object-schema.js';
import { Operation, Operations } from '../../core/openapi/operation.js';
import { dtoSchema } from '../../core/openapi/dto-schema.js';
import { visitorsOf } from '../../core/store/caller.js';
import { PredictionsService } from '../predictions/predictions.service.js';
import { LINK_HASH } from './link-filter.js';
import { LinkMail } from './link-mail.js';
import { type ResolvedLink, resolveLink } from './resolve-link.js';
import { PublicPage, type PublicShipment } from './public-page.js';
import { sendGonePage } from './page/gone-page.html.js';
import { DISCREET, sendShopPage } from './page/layout.html.js';
import type { PredictedDays } from './page/told-days.js';
import { isComing, type PageView, trackingPageHtml, trackingPageTitle } from './page/tracking-page.html.js';
import { chosenLanguage, wordsIn } from './page/words.js';
import { type OpenedPage, openPage } from './read-public-page.js';
import { TrackingPageLinks } from './tracking-page-links.js';

const HTML_CONTENT = { [HTML]: { schema: { type: 'string' } } };

const REVIEWED = ['thanks', 'incomplete'] as const;

/** What customers see without a token: what is behind their links. */
@Operations({
  tag: 'TrackingPage',
  path: {
    hash: LINK_HASH,
    subdomain: { description: 'Of a tracking page.', examples: ['acme'] },
    email: { description: "A customer's address.", format: 'email', examples: ['ada@example.com'] },
  },
})
@Public()
@Controller('/public')
export class PublicPagesController {
  constructor(
    private readonly links: TrackingPageLinks,
    private readonly mail: LinkMail,
    private readonly attempts: Attempts,
    @Inject(DATABASE) private readonly database: Database,
    private readonly clock: Clock,
    private readonly predictions: PredictionsService,
  ) {}

  /** JSON, and a page for browsers. */
  @Get('tracking_page_links/:hash')
  @Operation({
    id: 'getPublicTrackingPage',
    summary: 'Shows what is behind a link',
    description:
      'Without a token. It says nothing about the customer: no names and no addresses of any kind.',
    answer: {
      description: 'The page and its shipments, the newest first.',
      content: (components) => ({
        'application/json': { schema: dtoSchema(PublicPage, components) },
        ...HTML_CONTENT,
      }),
    },
    answers: {
      404: {
        description: 'The link leads nowhere, or its page is switched off.',
        content: (components) => ({
          'application/ld+json': { schema: hydraErrorSchema(components) },
          'application/problem+json': { schema: problemSchema(components) },
          ...HTML_CONTENT,
        }),
      },
    },
  })
  async page(
    @Param('hash') hash: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const isForReaders = wantsHtml(request.headers.accept, [JSON_PLAIN]);
    void reply.headers(DISCREET);
    if (!isForReaders) {
      const { page } = await this.open(hash);
      return void reply.type(`${JSON_PLAIN}; charset=utf-8`).send(JSON.stringify(page));
    }
    const query = urlQueryOf(request);
    const now = this.clock.now();
    try {
      const { link, page, ...more } = await this.open(hash);
      const view: PageView = {
        ...page,
        ...more,
        predicted: await this.predictedDays(page.shipments, link.workspacePk, request.id),
        now,
        words: wordsIn(chosenLanguage(request), link.branding, now),
        branding: link.branding,
        shop: link.page.title,
        path: `/public/tracking_page_links/${hash}`,
        chosen: query.get('parcel') ?? undefined,
        reviewed: REVIEWED.find((each) => each === query.get('review')),
      };
      const framing = link.preview ? 'preview' : undefined;
      sendShopPage(reply, 200, trackingPageTitle(view), trackingPageHtml(view), view, framing);
    } catch (error) {
      if (!(error instanceof NotFound)) throw error;
      sendGonePage(reply, request, now);
    }
  }

  private async open(hash: string): Promise<OpenedPage & { readonly link: ResolvedLink }> {
    const link = await resolveLink(hash, this.database, this.clock.now());
    return { link, ...(await openPage(link, this.database)) };
  }

  /** When parcels that are under way will come; nothing is said of those of which little is known. */
  private async predictedDays(
    shipments: readonly PublicShipment[],
    workspacePk: number,
    request: string,
  ): Promise<ReadonlyMap<string, PredictedDays>> {
    const coming = shipments.filter(({ trackingStatus }) => isComing(trackingStatus)).map(({ id }) => id);
    if (coming.length === 0) return new Map();
    const origin = { request, tenant: visitorsOf(workspacePk) };
    const states = await this.predictions.shipments(coming, workspacePk, origin);
    const found = await this.predictions.ofShipments(states, origin);
    return new Map(
      states.flatMap(({ id }, at): [string, PredictedDays][] => {
        const { earliest = null, latest = null } = found[at] ?? {};
        return earliest === null || latest === null ? [] : [[id, { earliest, latest }]];
      }),
    );
  }

  /**
   * Sends a customer the link to everything that is addressed to them. Only their mailbox learns it: the answer is the
   * same whether the address is known or not, and mail to one address is bounded over all shops.
   */
  @Get('tracking_page_by_domain/:subdomain/link_search/:email')
  @Operation({
    id: 'searchTrackingPageLink',
    summary: 'Sends a customer the link to everything that is addressed to them',
    description: 'Without a token. The answer is the same whether the address is known or not.',
    answer: { description: 'A sentence for the customer.', body: objectSchema({ text: { type: 'string' } }) },
    errors: [400, 404, 429],
  })
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
