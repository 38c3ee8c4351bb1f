import { IsIn } from 'class-validator';
import { Body, Controller, Inject, Post, Req } from '@nestjs/common';
import { DATABASE, type Database } from '../../core/database/database.js';
import { OPERATION_LIMIT } from '../../core/http/body-limits.js';
import { Authenticator, type AuthenticatedRequest } from '../../core/http/authenticator.js';
import { retryWithFreshScope } from '../../core/http/fresh-scope.js';
import { AsSent, Flag, Text, textFrom } from '../../core/http/dto/fields.js';
import { readDto } from '../../core/http/dto/read-dto.js';
import { routeOptions } from '../../core/http/route-options.js';
import type { Components } from '../../core/openapi/components.js';
import { dtoSchema } from '../../core/openapi/dto-schema.js';
import { objectSchema } from '../../core/openapi/object-schema.js';
import { Operation, type OperationOptions, Operations } from '../../core/openapi/operation.js';
import type { Schema } from '../../core/openapi/types.js';
import { type GroupBy, groupsOf, GROUPS } from './link-groups.js';
import { filterSchema, type LinkFilter, linkFilterFrom, SENT_FILTER } from './link-filter.js';
import { type LinkedPage, TrackingPageLinks } from './tracking-page-links.js';

class LinkToMake {
  @Text({ required: true, description: "The page's id or IRI." })
  readonly trackingPageId!: string;

  @Flag({ description: 'For the shop: shows the page though it is not enabled, and takes no reviews.' })
  readonly preview!: boolean;

  @AsSent(SENT_FILTER)
  readonly filter?: unknown;

  @AsSent({ type: 'string', description: 'One more condition.' })
  readonly trackingNumber?: unknown;
}

class LinksToMake {
  @IsIn([...GROUPS])
  @Text({ description: 'There is a link for each of its values.' })
  readonly groupByField?: GroupBy;

  @AsSent({ type: 'string', description: 'Ignored.' })
  readonly userId?: unknown;
}

/** What a request for many links may carry: its groups, and what a request for one carries. */
function manySchema(components: Components): Schema {
  const [many, one] = [LinksToMake, LinkToMake].map((dto) => dtoSchema(dto, components));
  return { ...one, properties: { ...one?.properties, ...many?.properties } };
}

const ID: Schema = { type: 'string', format: 'uuid' };
const LINK: Schema = { type: 'string', format: 'uri', description: 'For the customer.' };

const answered = (
  more: Readonly<Record<string, Schema>>,
): Pick<OperationOptions, 'answer' | 'description'> => ({
  description:
    'The same page and filter always have the same link. What it shows is looked up when it is opened.',
  answer: {
    description: 'The link.',
    body: (components) =>
      objectSchema({ trackingPageId: ID, filter: filterSchema(components), link: LINK, ...more }),
  },
});

/** What a request for links asks for. */
interface LinkBody {
  readonly page: LinkedPage;
  readonly filter: LinkFilter;
  readonly preview: boolean;
}

/** Links for customers, made by the shop. */
@Operations({ tag: 'TrackingPage' })
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
  @Operation({
    id: 'generateTrackingPageLink',
    summary: 'Makes a link to what a filter finds',
    ...answered({ preview: { type: 'boolean' } }),
    errors: [409],
  })
  async one(@Body() sent: LinkToMake, @Req() request: AuthenticatedRequest): Promise<object> {
    const asked = await this.asked(sent, request);
    const [link] = await this.links.make([asked]);
    return { trackingPageId: asked.page.id, filter: asked.filter, preview: asked.preview, link: link?.url };
  }

  /** The same, and with `groupByField` a link for each of its values among the shipments that the filter finds now. */
  @Post('/generate_tracking_page_links')
  @Operation({
    id: 'generateTrackingPageLinks',
    summary: 'Makes a link for each group of shipments',
    body: manySchema,
    ...answered({
      groupByField: { type: ['string', 'null'], enum: [...GROUPS, null] },
      links: {
        type: 'array',
        items: objectSchema({
          value: { type: 'string', description: "The field's value." },
          link: LINK,
        }),
      },
    }),
    hasViolations: true,
    errors: [409],
  })
  async many(@Body() sent: unknown, @Req() request: AuthenticatedRequest): Promise<object> {
    const { groupByField: field } = readDto(LinksToMake, sent);
    const asked = await this.asked(readDto(LinkToMake, sent), request);
    const groups = field
      ? await groupsOf(field, asked.filter, asked.page.workspacePk, this.database, request.caller)
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

  private async asked(sent: LinkToMake, request: AuthenticatedRequest): Promise<LinkBody> {
    const { trackingPageId, preview, trackingNumber } = sent;
    const filter = linkFilterFrom(sent.filter, textFrom(trackingNumber, 'trackingNumber', {}));
    const page = await retryWithFreshScope(request, this.authenticator, (caller) =>
      this.links.pageOf(trackingPageId, caller),
    );
    return { page, filter, preview };
  }
}
