import { Body, Controller, Inject, Param, Post, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { DATABASE, type Database } from '../../../core/database/database.js';
import { Public } from '../../../core/http/auth.guard.js';
import { OperationBody } from '../../../core/http/operation-body.js';
import { BadInput } from '../../../core/metadata/errors.js';
import { iriOf } from '../../../core/metadata/resource.js';
import { isNotValid } from '../../../core/metadata/violation.js';
import { shipmentResource } from '../../shipments/shipment.resource.js';
import type { Caller } from '../../../core/store/caller.js';
import { Store } from '../../../core/store/store.js';
import { showsShipment, resolveLink } from '../resolve-link.js';
import { reviewResource } from './review.resource.js';
import { BEST, WORST } from './score.field.js';

const LONGEST = { hash: 150, domain: 1000, comment: 5000 } as const;

/** A customer's word on a delivery. It takes a link that shows the shipment, and there is one for each shipment. */
@Public()
@Controller('/public/tracking_page_links')
export class PostReviewController {
  constructor(
    private readonly store: Store,
    @Inject(DATABASE) private readonly database: Database,
  ) {}

  @Post(':hash/reviews')
  async post(
    @Param('hash') hash: string,
    @Body() sent: unknown,
    @Req() request: FastifyRequest,
  ): Promise<{ readonly id: string }> {
    const link = await resolveLink(hash, this.database);
    const { shipmentId, ...review } = reviewFrom(new OperationBody(sent), hash);
    if (!link.page.reviewsEnabled) throw new BadInput('Reviews are switched off on this tracking page.');
    const shipment = iriOf(shipmentResource, shipmentId);
    if (!(await showsShipment(shipmentId, link, this.database)))
      throw new BadInput(`Item not found for "${shipment.slice(0, 200)}".`);
    const customer = customerOf(link.workspacePk, request.id);
    const made = await this.store.create(reviewResource, { shipment, ...review }, customer, { ld: false });
    return { id: made.id as string };
  }
}

/** @throws Violations. */
function reviewFrom(body: OperationBody, hash: string) {
  const said = body.requiredText('hash', LONGEST.hash);
  if (said !== '' && said.length <= LONGEST.hash && said !== hash) body.refuse(isNotValid('hash'));
  body.requiredText('domain', LONGEST.domain);
  const review = {
    shipmentId: body.requiredId('shipmentId'),
    carrierScore: body.whole('carrierScore', WORST, BEST),
    productScore: body.whole('productScore', WORST, BEST),
    packagingScore: body.whole('packagingScore', WORST, BEST),
    comment: body.text('comment', LONGEST.comment) ?? null,
  };
  body.done();
  return review;
}

/** Whoever has a link is nobody's member: it reaches into one workspace, and only what is written here is done for it. */
const customerOf = (workspacePk: number, request: string): Caller => ({
  userPk: 0,
  clientPk: 0,
  request,
  scope: {
    teams: new Set(),
    workspaces: new Map([[workspacePk, 0]]),
    workspaceIds: new Map(),
    isBound: true,
  },
});
