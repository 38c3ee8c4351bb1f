import { Controller, Get, HttpCode, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { AuthenticatedRequest } from '../../core/http/authenticator.js';
import { sendJson } from '../../core/http/json-answer.js';
import { routeOptions } from '../../core/http/route-options.js';
import { and, condition, type Condition } from '../../core/metadata/condition.js';
import { BadInput } from '../../core/metadata/errors.js';
import { QueryString } from '../../core/query/query-string.js';
import type { Caller } from '../../core/store/caller.js';
import { Store } from '../../core/store/store.js';
import { Attempts, type Limit } from '../../modules/identity/accounts/attempts.js';
import { ShipmentEmails } from '../../modules/shipments/shipment-emails/shipment-emails.service.js';
import { shipmentResource } from '../../modules/shipments/shipment.resource.js';
import { ShopReads } from '../shared/shop-reads.js';
import { ShopUnits } from '../shared/shop-units.js';
import { newTracksIn } from './add-tracks.dto.js';
import { boundStore, BoundStoreGuard } from './bound-store.guard.js';
import { newShipmentIn } from './create-shipment.dto.js';
import { shipmentNotFound, toMagentoError } from './errors.js';
import { findShipment, shipmentNamesIn } from './find-shipment.js';
import { SHIPMENT_PATHS } from './paths.js';
import { fieldsOf, RequestParams } from './request-params.js';
import { isTrack, shipmentListQuery, type ShipmentListQuery } from './shipment-list.js';
import { presentShipments } from './shipment.presenter.js';
import { addTracks, createShipment, type StoreUnit, type WrittenShipment } from './shipment.service.js';

/** How often a shipment's e-mail is sent again. */
const RESEND_LIMIT: Limit = { name: 'shipment-mail', attempts: 10, within: 3_600_000 };

/** Writes what a request asks for. @returns the shipment that is answered. */
type Write = (unit: StoreUnit) => Promise<WrittenShipment>;

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
  async list(@Req() request: AuthenticatedRequest, @Res() reply: FastifyReply): Promise<void> {
    const { caller, url } = request;
    const { workspacePk } = boundStore(caller);
    const query = QueryString.of(url);
    const { body } = request;
    const values = new RequestParams(
      (name) => query.scalar(name) ?? query.list(name),
      ...(body === undefined ? [] : [fieldsOf(body)]),
    );
    const asked = shipmentListQuery(values, workspacePk);
    const answer = asked.isSingle ? await this.one(asked, caller) : await this.page(asked, caller);
    sendJson(reply, answer);
  }

  private async one({ where }: ShipmentListQuery, caller: Caller): Promise<object> {
    const rows = await this.store.rows(shipmentResource, where, caller, { limit: 1 });
    const [shipment] = await presentShipments(rows, this.reads.of(caller));
    if (!shipment) throw shipmentNotFound();
    return { shipment };
  }

  private async page(asked: ShipmentListQuery, caller: Caller): Promise<object> {
    const { where, order, page, limit, isCounted } = asked;
    const slice = { order, limit, offset: (page - 1) * limit };
    const rows = await this.store.rows(shipmentResource, where, caller, slice);
    const shipments = await presentShipments(rows, this.reads.of(caller));
    if (!isCounted) return { shipments };
    const total = await this.countOf(asked, caller);
    const last = Math.max(1, Math.ceil(total / limit));
    return { shipments, page, limit, total, last_page: last, has_next: page < last };
  }

  /** Indexes count all rows that the filters choose; further tracks, which are few, are counted alone. */
  private async countOf({ chosen }: ShipmentListQuery, caller: Caller): Promise<number> {
    const count = (where: Condition): Promise<number> => this.store.count(shipmentResource, where, caller);
    return (await count(chosen)) - (await count(and([isTrack, chosen])));
  }

  @Post('create')
  create(@Req() request: AuthenticatedRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.write(request, reply, 201, () => {
      const asked = newShipmentIn(request.body);
      return async (unit) => {
        const shipment = await createShipment(asked, unit);
        await unit.transaction.finish();
        if (asked.isMailed && this.mails.isOn)
          await this.mails.queue(shipment.pk, { ip: request.ip }, unit.transaction);
        return shipment;
      };
    });
  }

  @Post(['track', ''])
  track(@Req() request: AuthenticatedRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.write(request, reply, 201, () => {
      const asked = newTracksIn(request.body);
      return (unit) => addTracks(asked, unit);
    });
  }

  @Post('email')
  @HttpCode(200)
  email(@Req() request: AuthenticatedRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.write(request, reply, 200, async () => {
      if (!this.mails.isOn) throw new BadInput('E-mail is not configured');
      const { caller } = request;
      const values = new RequestParams(fieldsOf(request.body));
      const names = shipmentNamesIn(values, false);
      const comment = values.longText('comment');
      const rows = this.store.reader(caller);
      const pk = (await findShipment(names, boundStore(caller).workspacePk, rows)).pk as number;
      await this.attempts.count([RESEND_LIMIT, String(pk)]);
      return async ({ transaction }) => {
        const isQueued = await this.mails.queue(pk, { ip: request.ip, comment, isAsked: true }, transaction);
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
