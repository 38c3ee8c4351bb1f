import { Body, Controller, HttpCode, Post, Req } from '@nestjs/common';
import { Authenticator, type AuthenticatedRequest } from '../../core/http/authenticator.js';
import { OPERATION_LIMIT } from '../../core/http/body-limits.js';
import { Ids, Text } from '../../core/http/dto/fields.js';
import { retryWithFreshScope } from '../../core/http/fresh-scope.js';
import { routeOptions } from '../../core/http/route-options.js';
import { and, condition, isIn } from '../../core/metadata/condition.js';
import { isAddress } from '../../core/metadata/identity.js';
import { Operation, Operations } from '../../core/openapi/operation.js';
import { Store } from '../../core/store/store.js';
import { BatchAnswer, type BatchResult } from '../bulk/batches/batch-answer.js';
import { MailService } from '../mail/mail.service.js';
import type { Shipment } from '../shipments/shipment.entity.js';
import { shipmentResource } from '../shipments/shipment.resource.js';
import { LinkMail } from './link-mail.js';
import { type LinkedPage, TrackingPageLinks } from './tracking-page-links.js';

/** Mails of one request at most. */
const MAX_SHIPMENTS = 500;

type Recipient = Pick<Shipment, 'email' | 'trackingNumber'>;

class LinksToSend {
  @Text({ required: true, description: "The page's id or IRI." })
  readonly trackingPageId!: string;

  @Ids({ max: MAX_SHIPMENTS, description: 'Ids or IRIs of shipments in the workspace of the page.' })
  readonly ids!: readonly string[];
}

/** Sends customers the links to their parcels. */
@Operations({ tag: 'TrackingPage' })
@routeOptions({ limit: OPERATION_LIMIT, writesInTeams: true })
@Controller()
export class SendLinksController {
  constructor(
    private readonly store: Store,
    private readonly links: TrackingPageLinks,
    private readonly linkMail: LinkMail,
    private readonly mails: MailService,
    private readonly authenticator: Authenticator,
  ) {}

  @Post('/send_tracking_page_links')
  @HttpCode(200)
  @Operation({
    id: 'sendTrackingPageLinks',
    summary: 'Sends the customers of shipments the links to their parcels',
    description:
      'Each by e-mail to the address of the shipment, the same at most once an hour. A shipment that is refused holds no other back.',
    answer: { description: 'What became of each, in the order in which they were named.', body: BatchAnswer },
  })
  async send(
    @Body() { trackingPageId, ids }: LinksToSend,
    @Req() request: AuthenticatedRequest,
  ): Promise<BatchAnswer> {
    const { page, shipments } = await retryWithFreshScope(request, this.authenticator, async (caller) => {
      const found = await this.links.pageOf(trackingPageId, caller);
      const those = and([isIn('t.id', ids), condition('t.workspacePk = ?', found.workspacePk)]);
      return { page: found, shipments: await this.store.rows(shipmentResource, those, caller) };
    });
    this.mails.assertIsOn();
    const byId = new Map(shipments.map((shipment) => [shipment.id, shipment]));
    const results: BatchResult[] = [];
    for (const id of ids) results.push(await this.sendOne(id, byId.get(id), page));
    const succeeded = results.filter(({ done }) => done).length;
    return { entity: shipmentResource.path, succeeded, failed: results.length - succeeded, results };
  }

  private async sendOne(id: string, shipment: Recipient | undefined, page: LinkedPage): Promise<BatchResult> {
    const refused = (message: string): BatchResult => ({ id, done: false, message });
    if (!shipment) return refused('Not Found');
    const { email, trackingNumber } = shipment;
    if (!email || !isAddress(email)) return refused('The shipment has no e-mail address.');
    const isSent = await this.linkMail.sendParcel(page, { id, email, trackingNumber });
    return isSent ? { id, done: true } : refused('The customer has got this link within the last hour.');
  }
}
