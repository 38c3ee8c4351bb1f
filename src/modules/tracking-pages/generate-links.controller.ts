import { Body, Controller, Inject, Post, Req } from '@nestjs/common';
import { DATABASE, type Database } from '../../core/database/database.js';
import { OPERATION_LIMIT } from '../../core/http/body-limits.js';
import { Authenticator, type AuthenticatedRequest } from '../../core/http/authenticator.js';
import { seeing } from '../../core/http/fresh-scope.js';
import { OperationBody } from '../../core/http/operation-body.js';
import { routeOptions } from '../../core/http/route-options.js';
import { isNoChoice } from '../../core/metadata/violation.js';
import { type GroupBy, groupsOf, GROUPS } from './link-groups.js';
import { type LinkFilter, linkFilterFrom } from './link-filter.js';
import { type LinkedPage, TrackingPageLinks } from './tracking-page-links.js';

/** What a request for links asks for. */
interface Asked {
  readonly page: LinkedPage;
  readonly filter: LinkFilter;
  readonly preview: boolean;
}

/** Links for customers, made by the shop. */
@routeOptions({ limit: OPERATION_LIMIT, writesInTeams: true })
@Controller()
export class GenerateLinksController {
  constructor(
    private readonly links: TrackingPageLinks,
    private readonly authenticator: Authenticator,
    @Inject(DATABASE) private readonly database: Database,
  ) {}

  /** One link to what a filter finds, now and later. */
  @Post('/generate_tracking_page_link')
  async one(@Body() body: unknown, @Req() request: AuthenticatedRequest): Promise<object> {
    const asked = await this.asked(body, request);
    const [link] = await this.links.make([asked]);
    return { trackingPageId: asked.page.id, filter: asked.filter, preview: asked.preview, link: link?.url };
  }

  /** The same, and with `groupByField` a link for each of its values among the shipments that the filter finds now. */
  @Post('/generate_tracking_page_links')
  async many(@Body() body: unknown, @Req() request: AuthenticatedRequest): Promise<object> {
    const field = groupFieldOf(body);
    const asked = await this.asked(body, request);
    const groups = field
      ? await groupsOf(field, asked.filter, asked.page.workspacePk, this.database, request.id)
      : [];
    const [link, ...links] = await this.links.make([
      asked,
      ...groups.map(({ filter }) => ({ ...asked, filter })),
    ]);
    return {
      trackingPageId: asked.page.id,
      groupByField: field ?? null,
      filter: asked.filter,
      link: link?.url,
      links: groups.map(({ value }, index) => ({ value, link: links[index]?.url })),
    };
  }

  private async asked(sent: unknown, request: AuthenticatedRequest): Promise<Asked> {
    const body = new OperationBody(sent);
    const pageId = body.requiredText('trackingPageId');
    const preview = body.flag('preview');
    body.done();
    const filter = linkFilterFrom(body.sent.filter, body.text('trackingNumber'));
    const page = await seeing(request, this.authenticator, (caller) => this.links.pageOf(pageId, caller));
    return { page, filter, preview };
  }
}

/** @throws Violations when links cannot be grouped so. */
function groupFieldOf(sent: unknown): GroupBy | undefined {
  const body = new OperationBody(sent);
  const name = body.text('groupByField');
  const field = GROUPS.find((each) => each === name);
  if (name !== undefined && !field) body.refuse(isNoChoice('groupByField'));
  body.done();
  return field;
}
