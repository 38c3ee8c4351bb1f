import { Body, Controller, Inject, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { DATABASE, type Database } from '../../../core/database/database.js';
import { Public } from '../../../core/http/auth.guard.js';
import { IdOrIri, Text, WholeNumber } from '../../../core/http/dto/fields.js';
import { InvalidInput, type Problem } from '../../../core/http/dto/problems.js';
import { Dto } from '../../../core/http/dto/dto.js';
import { readInto } from '../../../core/http/dto/read-dto.js';
import { formOf } from '../../../core/http/page.js';
import { routeOptions } from '../../../core/http/route-options.js';
import { Clock } from '../../../core/database/clock.js';
import { BadInput, ClientError, NotFound } from '../../../core/metadata/errors.js';
import { iriOf } from '../../../core/metadata/resource.js';
import { shipmentResource } from '../../shipments/shipment.resource.js';
import { objectSchema } from '../../../core/openapi/object-schema.js';
import type { Schema } from '../../../core/openapi/types.js';
import { formContent, Operation, Operations } from '../../../core/openapi/operation.js';
import { type Caller, visitorsOf } from '../../../core/store/caller.js';
import { Store } from '../../../core/store/store.js';
import { LINK_HASH } from '../link-filter.js';
import { urlQueryOf } from '../../../core/http/url-query.js';
import { resolveLink, showsShipment } from '../resolve-link.js';
import { reviewResource } from './review.resource.js';
import { BEST, WORST } from './score.field.js';

const STARS = { required: true, min: WORST, max: BEST, examples: [5] };

/** Fields of the form, as radio buttons send them. */
const STARS_OF_FORM: Readonly<Record<'carrierScore' | 'productScore' | 'packagingScore', Schema>> = {
  carrierScore: { type: 'integer', minimum: WORST, maximum: BEST },
  productScore: { type: 'integer', minimum: WORST, maximum: BEST },
  packagingScore: { type: 'integer', minimum: WORST, maximum: BEST },
};
const TEXT: Schema = { type: 'string', maxLength: 5000 };

@Dto({ name: 'Review-Post' })
class ReviewToPost {
  @Text({ required: true, max: 150, description: 'The hash of the link once more.' })
  readonly hash!: string;

  @Text({ required: true, max: 1000, description: 'The host of the page that it was written on.' })
  readonly domain!: string;

  @IdOrIri({ required: true, format: 'uuid', description: 'A shipment that the link shows.' })
  readonly shipmentId!: string;

  @WholeNumber(STARS)
  readonly carrierScore!: number;

  @WholeNumber(STARS)
  readonly productScore!: number;

  @WholeNumber(STARS)
  readonly packagingScore!: number;

  @Text({ max: 5000 })
  readonly comment?: string;
}

/** A customer's word on a delivery. It takes a link that shows the shipment, and there is one for each shipment. */
@Operations({ tag: 'Review', path: { hash: LINK_HASH } })
@Public()
@Controller('/public/tracking_page_links')
export class PostReviewController {
  constructor(
    private readonly store: Store,
    @Inject(DATABASE) private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  @Post(':hash/reviews')
  @Operation({
    id: 'postReview',
    summary: 'Takes what a customer thinks of a delivery',
    description:
      'Without a token: it takes a link that shows the shipment. There is one review for each shipment.',
    body: ReviewToPost,
    answer: { description: 'It is kept.', body: objectSchema({ id: { type: 'string', format: 'uuid' } }) },
    errors: [404, 409],
  })
  async post(
    @Param('hash') hash: string,
    @Body() sent: unknown,
    @Req() request: FastifyRequest,
  ): Promise<{ readonly id: string }> {
    const link = await resolveLink(hash, this.database, this.clock.now());
    const { shipmentId, ...review } = reviewFrom(sent, hash);
    if (!link.page.reviewsEnabled) throw new BadInput('Reviews are switched off on this tracking page.');
    const shipment = iriOf(shipmentResource, shipmentId);
    if (!(await showsShipment(shipmentId, link, this.database)))
      throw new BadInput(`Item not found for "${shipment.slice(0, 200)}".`);
    const customer = customerOf(link.workspacePk, request.id);
    const made = await this.store.create(reviewResource, { shipment, ...review }, customer, { ld: false });
    return { id: made.id as string };
  }

  /** The form on the page: it leads back to the page, which says whether the review is kept. */
  @Post(':hash/review')
  @Operation({
    id: 'postReviewForm',
    summary: 'Takes the form of the page',
    description: 'Without a token. Leads back to the page.',
    ...formContent({ shipmentId: { type: 'string', format: 'uuid' }, ...STARS_OF_FORM, comment: TEXT }, [
      'shipmentId',
      ...Object.keys(STARS_OF_FORM),
    ]),
    status: 303,
    answer: { description: 'The page, which says whether the review is kept.' },
    errors: [404],
  })
  @routeOptions({ form: true })
  async postForm(
    @Param('hash') hash: string,
    @Body() sent: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { shipmentId, comment = '', ...scores } = formOf(sent);
    const review = {
      hash,
      domain: request.hostname,
      shipmentId,
      ...Object.fromEntries(Object.keys(STARS_OF_FORM).map((name) => [name, Number(scores[name])])),
      ...(comment.trim() === '' ? {} : { comment }),
    };
    const isKept = await this.post(hash, review, request).then(
      () => true,
      (error: unknown) => {
        if (error instanceof NotFound || !(error instanceof ClientError)) throw error;
        return false;
      },
    );
    const query = new URLSearchParams({ review: isKept ? 'thanks' : 'incomplete' });
    const language = urlQueryOf(request).get('lang');
    if (language !== null) query.set('lang', language);
    void reply.redirect(`/public/tracking_page_links/${encodeURIComponent(hash)}?${query.toString()}`, 303);
  }
}

/** @throws InvalidInput, also when it says another hash than its path. */
function reviewFrom(sent: unknown, hash: string) {
  const problems: Problem[] = [];
  const said = readInto(ReviewToPost, sent, '', problems);
  const isOther = said.hash !== undefined && said.hash !== hash;
  if (isOther && !problems.some(({ path }) => path === 'hash'))
    problems.unshift({ path: 'hash', rule: 'isValid', limits: [], message: '', value: said.hash });
  if (problems.length > 0) throw new InvalidInput(problems);
  const { shipmentId, carrierScore, productScore, packagingScore, comment = null } = said;
  return { shipmentId, carrierScore, productScore, packagingScore, comment };
}

/** Whoever has a link is nobody's member: it reaches into one workspace, and only what is written here is done for it. */
const customerOf = (workspacePk: number, request: string): Caller => ({
  userPk: 0,
  clientPk: 0,
  request,
  tenant: visitorsOf(workspacePk),
  scope: {
    teams: new Set(),
    workspaces: new Map([[workspacePk, 0]]),
    workspaceIds: new Map(),
    isBound: true,
  },
});
