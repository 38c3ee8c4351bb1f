import { Body, Controller, Get, HttpCode, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { AuthenticatedRequest } from '../../core/http/authenticator.js';
import { routeOptions } from '../../core/http/route-options.js';
import { and, condition, type Condition } from '../../core/metadata/condition.js';
import { BadInput } from '../../core/metadata/errors.js';
import type { ErrorStatus } from '../../core/openapi/error-responses.js';
import { ASKED } from '../../core/openapi/headers.js';
import { Operation, type OperationOptions, Operations } from '../../core/openapi/operation.js';
import type { Caller } from '../../core/store/caller.js';
import { Store } from '../../core/store/store.js';
import { Attempts, type Limit } from '../../modules/identity/accounts/attempts.js';
import { ShipmentEmails } from '../../modules/messages/sending/shipment-emails.js';
import { shipmentResource } from '../../modules/shipments/shipment.resource.js';
import { bodyReader } from '../shared/body-reader.js';
import { conditionOf } from '../shared/filters.js';
import { ref } from '../shared/mapping.js';
import { ShopReads } from '../shared/shop-reads.js';
import { ShopUnits } from '../shared/shop-units.js';
import { orderBy } from '../shared/sort.js';
import { boundStore, BoundStoreGuard } from './bound-store.guard.js';
import { AddTrack } from './dto/add-track.dto.js';
import { CreateShipment } from './dto/create-shipment.dto.js';
import { ListParameters, ListShipments, SORTS } from './dto/list-shipments.dto.js';
import { ResendEmail } from './dto/resend-email.dto.js';
import { refusal, shipmentNotFound, toMagentoError } from './errors.js';
import { findShipment } from './find-shipment.js';
import { SHIPMENT_PATHS } from './paths.js';
import { FILTERS, isShipment, isTrack } from './shipment.filters.js';
import { presentShipments } from './shipment.presenter.js';
import { addTracks, createShipment, type StoreUnit, type WrittenShipment } from './shipment.service.js';

/** How often a shipment's e-mail is sent again. */
const RESEND_LIMIT: Limit = { name: 'shipment-mail', attempts: 10, within: 3_600_000 };

/** Writes what a request asks for. @returns the shipment that is answered. */
type Write = (unit: StoreUnit) => Promise<WrittenShipment>;

const readBody = bodyReader(refusal);

/** How writes are documented. */
const write = (
  id: string,
  [summary, description]: readonly [string, string],
  body: OperationOptions['body'],
  ...errors: readonly ErrorStatus[]
): OperationOptions => ({
  id,
  summary,
  description,
  parameters: [ASKED.idempotencyKey],
  ...(body && { body }),
  answer: {
    description: 'The shipment as it is now.',
    body: ref('ShipmentAnswer'),
    headers: ['Idempotency-Replayed'],
  },
  errors: [400, 404, 409, 422, ...errors],
});

@Operations({ tag: { name: 'Shipments', description: 'What is sent of orders, with its tracks.' } })
@routeOptions({ guard: BoundStoreGuard, bodyOfGet: true })
@Controller([...SHIPMENT_PATHS])
export class MagentoShipmentsController {
  constructor(
    private readonly store: Store,
    private readonly reads: ShopReads,
    private readonly units: ShopUnits,
    private readonly mails: ShipmentEmails,
    private readonly attempts: Attempts,
  ) {}

  /** A page of shipments, or one; what is asked for is in the query or in a JSON body. */
  @Get()
  @Operation({
    id: 'getShipments',
    summary: 'Lists shipments, or gets one',
    description: 'With `id`, or a single `increment_id`, the answer is one shipment.',
    body: ListShipments,
    bodyIsOptional: true,
    answer: {
      description: 'The shipments.',
      body: { anyOf: [ref('ShipmentList'), ref('ShipmentAnswer')] },
    },
    errors: [400, 404],
  })
  async list(
    @ListParameters() sent: ListShipments,
    @Req() { caller }: AuthenticatedRequest,
  ): Promise<object> {
    const chosen = await conditionOf(FILTERS, sent, boundStore(caller).workspacePk);
    const isSingle = sent.id !== undefined || sent.increment_id?.length === 1;
    return isSingle ? this.one(chosen, caller) : this.page(sent, chosen, caller);
  }

  private async one(chosen: Condition, caller: Caller): Promise<object> {
    const where = and([isShipment, chosen]);
    const rows = await this.store.rows(shipmentResource, where, caller, { limit: 1 });
    const [shipment] = await presentShipments(rows, this.reads.of(caller));
    if (!shipment) throw shipmentNotFound();
    return { shipment };
  }

  private async page(
    { sort, direction, page, limit, include_pagination }: ListShipments,
    chosen: Condition,
    caller: Caller,
  ): Promise<object> {
    const slice = { order: orderBy(SORTS[sort] ?? '', direction), limit, offset: (page - 1) * limit };
    const rows = await this.store.rows(shipmentResource, and([isShipment, chosen]), caller, slice);
    const shipments = await presentShipments(rows, this.reads.of(caller));
    if (!include_pagination) return { shipments };
    const total = await this.countOf(chosen, caller);
    const last = Math.max(1, Math.ceil(total / limit));
    return { shipments, page, limit, total, last_page: last, has_next: page < last };
  }

  /** Indexes count all rows that the filters choose; further tracks, which are few, are counted alone. */
  private async countOf(chosen: Condition, caller: Caller): Promise<number> {
    const count = (where: Condition): Promise<number> => this.store.count(shipmentResource, where, caller);
    return (await count(chosen)) - (await count(and([isTrack, chosen])));
  }

  @Post('create')
  @Operation(
    write(
      'createShipment',
      [
        'Ships what is left of an order, or some of it',
        'Without `items` everything that is left of the order is shipped.',
      ],
      CreateShipment,
    ),
  )
  create(
    @Body() body: unknown,
    @Req() request: AuthenticatedRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.write(request, reply, 201, () => {
      const sent = readBody(CreateShipment, body);
      return async (unit) => {
        const shipment = await createShipment(sent, unit);
        await unit.transaction.finish();
        if (sent.send_email && this.mails.isOn)
          await this.mails.queue(shipment.pk, { ip: request.ip }, unit.transaction);
        return shipment;
      };
    });
  }

  @Post('track')
  @Operation(
    write(
      'addTrack',
      [
        'Adds a track to a shipment',
        'A shipment has as many tracks as it has parcels; each is tracked by itself.',
      ],
      AddTrack,
    ),
  )
  track(
    @Body() body: unknown,
    @Req() request: AuthenticatedRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.write(request, reply, 201, () => {
      const sent = readBody(AddTrack, body);
      return (unit) => addTracks(sent, unit);
    });
  }

  @Post()
  @Operation(
    write(
      'addTrackToShipment',
      ['Adds a track, as `/track` does', 'For clients that post tracks to the shipments themselves.'],
      AddTrack,
    ),
  )
  trackAtRoot(
    @Body() body: unknown,
    @Req() request: AuthenticatedRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.track(body, request, reply);
  }

  @Post('email')
  @HttpCode(200)
  @Operation(
    write(
      'resendEmail',
      [
        "Sends the shipment's e-mail again",
        'To the customer of the order, a few times an hour at most; it needs a server that sends e-mail.',
      ],
      ResendEmail,
      429,
    ),
  )
  email(
    @Body() body: unknown,
    @Req() request: AuthenticatedRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.write(request, reply, 200, async () => {
      if (!this.mails.isOn) throw new BadInput('E-mail is not configured');
      const { caller, ip } = request;
      const { comment, ...names } = readBody(ResendEmail, body);
      const rows = this.store.reader(caller);
      const { pk } = await findShipment(names, boundStore(caller).workspacePk, rows);
      await this.attempts.count([RESEND_LIMIT, String(pk)]);
      return async ({ transaction }) => {
        const isQueued = await this.mails.queue(pk, { ip, comment, isAsked: true }, transaction);
        if (!isQueued) throw new BadInput('The shipment has no e-mail address');
        return { pk };
      };
    });
  }

  /** Writes in one unit of work, once for each `Idempotency-Key`, and answers the shipment as it is then. */
  private write(
    request: AuthenticatedRequest,
    reply: FastifyReply,
    status: number,
    prepare: () => Write | Promise<Write>,
  ): Promise<void> {
    const store = boundStore(request.caller);
    return this.units.post(request, reply, status, async () => {
      const write = await prepare();
      return async (unit) => {
        try {
          const { pk, known } = await write({ store, ...unit });
          await unit.transaction.finish();
          const rows = await unit.rows(shipmentResource, condition('t.pk = ?', pk));
          const [shipment] = await presentShipments(rows, unit, known);
          return { shipment };
        } catch (error) {
          throw toMagentoError(error);
        }
      };
    });
  }
}
