import { Body, Controller, Get, Inject, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CONFIG, type Config } from '../../config/config.js';
import { Clock } from '../../core/database/clock.js';
import { Public } from '../../core/http/auth.guard.js';
import { formOf } from '../../core/http/page.js';
import { routeOptions } from '../../core/http/route-options.js';
import { TooMany } from '../../core/metadata/errors.js';
import { formContent, htmlPage, Operation, Operations } from '../../core/openapi/operation.js';
import type { Schema } from '../../core/openapi/types.js';
import { Attempts, LIMITS, networkKey } from '../identity/accounts/attempts.js';
import { FindParcel, type ParcelSearch } from './find-parcel.js';
import { type FindView, findPage } from './page/find-page.html.js';
import { DISCREET, sendShopPage } from './page/layout.html.js';
import { sendGonePage } from './page/gone-page.html.js';
import { chosenLanguage, wordsIn } from './page/words.js';
import { widgetScript } from './page/widget-script.js';
import { type ShopPage, TrackingPageLinks } from './tracking-page-links.js';

const TYPED: Schema = { type: 'string', maxLength: 255 };
const FORM = formContent({ orderNumber: TYPED, emailOrPostcode: TYPED, trackingNumber: TYPED }, []);
const NO_PAGE = { 404: htmlPage('There is no such page, or nothing was found with these details.') };

/** Where customers without a link look for their parcel. Nobody learns there whether an order exists. */
@Operations({
  tag: 'TrackingPage',
  path: { subdomain: { description: 'Of a tracking page.', examples: ['acme'] } },
})
@Public()
@Controller('/public')
export class FindParcelController {
  constructor(
    private readonly links: TrackingPageLinks,
    private readonly parcels: FindParcel,
    private readonly attempts: Attempts,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get('tracking_pages/:subdomain')
  @Operation({
    id: 'getFindParcelPage',
    summary: 'A form that leads a customer to a parcel',
    description: 'Without a token. `lang` chooses the language, else the browser does.',
    answer: htmlPage('The form.'),
    answers: NO_PAGE,
  })
  async show(
    @Param('subdomain') subdomain: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const page = await this.links.enabledPage(subdomain);
    if (!page) return sendGonePage(reply, request, this.clock.now());
    this.answer(reply, 200, this.view(page, request, false, {}));
  }

  @Post('tracking_pages/:subdomain')
  @Operation({
    id: 'findParcel',
    summary: 'Leads a customer to a parcel',
    description:
      'Without a token. An order number needs the e-mail address or a postcode of its order; a tracking number stands alone. The answer is the same whether an order is not there or the rest does not fit.',
    ...FORM,
    status: 303,
    answer: { description: 'It was found: the link to it.' },
    answers: {
      ...NO_PAGE,
      422: htmlPage('Something is missing.'),
      429: htmlPage('It was tried too often.'),
    },
  })
  @routeOptions({ form: true })
  async find(
    @Param('subdomain') subdomain: string,
    @Body() sent: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const page = await this.links.enabledPage(subdomain);
    if (!page) return sendGonePage(reply, request, this.clock.now());
    const { orderNumber = '', emailOrPostcode = '', trackingNumber = '' } = formOf(sent);
    const search: ParcelSearch = {
      orderNumber: orderNumber.trim().slice(0, 255),
      emailOrPostcode: emailOrPostcode.trim().slice(0, 255),
      trackingNumber: trackingNumber.trim().slice(0, 255),
    };
    const view = this.view(page, request, false, { ...search });
    const refuse = (status: number, alert: string): void => this.answer(reply, status, { ...view, alert });
    const isComplete =
      search.trackingNumber !== '' || (search.orderNumber !== '' && search.emailOrPostcode !== '');
    if (!isComplete) return refuse(422, view.words.say('findIncomplete'));
    try {
      await this.attempts.count(
        [LIMITS.linkSearchesFromNetwork, networkKey(request.ip)],
        // postcodes can be tried one after the other
        ...(search.trackingNumber === ''
          ? [[LIMITS.parcelSearchesOfOrder, `${page.id} ${search.orderNumber.toLowerCase()}`] as const]
          : []),
        [LIMITS.linkSearchesOfPage, page.id],
      );
    } catch (error) {
      if (!(error instanceof TooMany)) throw error;
      return refuse(429, view.words.say('findTooOften'));
    }
    const filter = await this.parcels.find(search, page.workspacePk);
    if (!filter) return refuse(404, view.words.say('findNothing'));
    const [link] = await this.links.make([{ page, filter, preview: false }]);
    void reply.headers(DISCREET).redirect(`/public/tracking_page_links/${link?.hash ?? ''}`, 303);
  }

  @Get('tracking_pages/:subdomain/widget')
  @Operation({
    id: 'getFindParcelWidget',
    summary: "The form alone, for a frame in a shop's own page",
    description:
      'Without a token. Any page may show it in a frame; what is found opens in a window of its own.',
    answer: htmlPage('The form.'),
    answers: NO_PAGE,
  })
  async widget(
    @Param('subdomain') subdomain: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const page = await this.links.enabledPage(subdomain);
    if (!page) return sendGonePage(reply, request, this.clock.now());
    this.answer(reply, 200, this.view(page, request, true, {}), 'widget');
  }

  @Get('widget.js')
  @Operation({
    id: 'getWidgetScript',
    summary: "Puts the form into a shop's own page",
    description:
      'To be loaded by a script element with `data-page` (the subdomain) and, if wanted, `data-lang`, where the form shall stand.',
    answer: {
      description: 'The script.',
      content: () => ({ 'text/javascript': { schema: { type: 'string' } } }),
    },
  })
  script(@Res() reply: FastifyReply): void {
    void reply
      .headers({ 'Cross-Origin-Resource-Policy': 'cross-origin', 'Cache-Control': 'public, max-age=3600' })
      .type('text/javascript; charset=utf-8')
      .send(widgetScript(this.config.publicUrl));
  }

  private view(
    page: ShopPage,
    request: FastifyRequest,
    isWidget: boolean,
    typed: FindView['typed'],
  ): FindView {
    const language = chosenLanguage(request);
    return {
      words: wordsIn(language, page.branding, this.clock.now()),
      branding: page.branding,
      shop: page.title,
      action: `/public/tracking_pages/${page.subdomain}?lang=${language}`,
      isWidget,
      typed,
    };
  }

  private answer(reply: FastifyReply, status: number, view: FindView, framing?: 'widget'): void {
    void reply.headers(DISCREET);
    const title = view.shop === null ? view.words.say('find') : `${view.words.say('find')} – ${view.shop}`;
    sendShopPage(reply, status, title, findPage(view), view, framing);
  }
}
