import { Controller, Delete, Get, Post, Put, Req, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import {
  type Answer,
  CLAIM,
  withIdempotency,
  type PersistResponse,
} from '../../../core/http/with-idempotency.js';
import { jsonAnswer, send, sendJson } from '../../../core/http/json-answer.js';
import { Idempotency } from '../../../core/idempotency/idempotency.js';
import { and, condition } from '../../../core/metadata/condition.js';
import { NotFound } from '../../../core/metadata/errors.js';
import { ShipmentEmails } from '../../../modules/shipments/shipment-emails/shipment-emails.service.js';
import { retryWhenNumberIsTaken } from '../../../modules/shipments/shared-tracking-number.js';
import { shipmentResource } from '../../../modules/shipments/shipment.resource.js';
import { Store } from '../../../core/store/store.js';
import { pagingOf } from '../paging.js';
import { shopShipments, type ShopShipment } from './shipment-answer.js';
import { changesIn, newShipmentIn } from './shipment-body.js';
import { OF_ANY_ORDER, ofOrder, orderWith } from './shipment-rows.js';
import { changeShipment, createShipment, type OrderUnit, removeShipments } from './shipment-writes.js';
import { sendList, sendNothing } from '../store-answer.js';
import { StoreReads } from '../store-reads.js';
import { StoreBody } from '../store-body.js';
import { idIn, InStore, type StoreRequest } from '../auth/store.guard.js';

/** The shipments of a store's orders. */
@InStore()
@Controller('/stores/:store_hash/v2/orders')
export class ShipmentsController {
  constructor(
    private readonly store: Store,
    private readonly reads: StoreReads,
    private readonly idempotency: Idempotency,
    private readonly mails: ShipmentEmails,
  ) {}

  @Get('/shipments/count')
  async countAll(@Req() { caller }: StoreRequest, @Res() reply: FastifyReply): Promise<void> {
    sendJson(reply, { count: await this.store.count(shipmentResource, OF_ANY_ORDER, caller) });
  }

  @Get('/:order_id/shipments')
  async list(@Req() request: StoreRequest, @Res() reply: FastifyReply): Promise<void> {
    const { caller } = request;
    const paging = pagingOf(request);
    const order = await this.reads.order(request);
    const rows = await this.store.rows(shipmentResource, ofOrder(order), caller, paging);
    sendList(reply, await shopShipments(rows, order, this.store.reader(caller)));
  }

  @Get('/:order_id/shipments/count')
  async count(@Req() request: StoreRequest, @Res() reply: FastifyReply): Promise<void> {
    const order = await this.reads.order(request);
    sendJson(reply, { count: await this.store.count(shipmentResource, ofOrder(order), request.caller) });
  }

  @Get('/:order_id/shipments/:shipment_id')
  async item(@Req() request: StoreRequest, @Res() reply: FastifyReply): Promise<void> {
    const order = await this.reads.order(request);
    const isMeant = and([condition('t.pk = ?', idIn(request, 'shipment_id')), ofOrder(order)]);
    const rows = await this.store.rows(shipmentResource, isMeant, request.caller);
    const [shipment] = await shopShipments(rows, order, this.store.reader(request.caller));
    if (!shipment) throw new NotFound();
    sendJson(reply, shipment);
  }

  @Post('/:order_id/shipments')
  async create(@Req() request: StoreRequest, @Res() reply: FastifyReply): Promise<void> {
    const answer = await withIdempotency(this.idempotency, request, reply, CLAIM, (persistResponse) =>
      this.make(request, persistResponse),
    );
    send(reply, answer);
  }

  @Put('/:order_id/shipments/:shipment_id')
  async update(@Req() request: StoreRequest, @Res() reply: FastifyReply): Promise<void> {
    const id = idIn(request, 'shipment_id');
    const sent = changesIn(new StoreBody(request.body));
    const shipment = await this.onOrder(request, async (unit) => {
      await changeShipment(id, sent, unit);
      return this.shown(id, unit);
    });
    sendJson(reply, shipment);
  }

  @Delete('/:order_id/shipments/:shipment_id')
  async remove(@Req() request: StoreRequest, @Res() reply: FastifyReply): Promise<void> {
    const id = idIn(request, 'shipment_id');
    await this.onOrder(request, (unit) => removeShipments(id, unit));
    sendNothing(reply);
  }

  @Delete('/:order_id/shipments')
  async removeAll(@Req() request: StoreRequest, @Res() reply: FastifyReply): Promise<void> {
    await this.onOrder(request, (unit) => removeShipments(undefined, unit));
    sendNothing(reply);
  }

  private make(request: StoreRequest, persistResponse?: PersistResponse): Promise<Answer> {
    const sent = newShipmentIn(new StoreBody(request.body));
    return this.onOrder(request, async (unit) => {
      const pk = await createShipment(sent, unit);
      if (this.mails.isOn) await this.mails.queue(pk, { ip: request.ip }, unit.transaction);
      const answer = jsonAnswer(201, await this.shown(pk, unit));
      await persistResponse?.(unit.transaction, answer);
      return answer;
    });
  }

  /** Does work on the order of the path in a unit. @throws NotFound. */
  private onOrder<T>(request: StoreRequest, work: (unit: OrderUnit) => Promise<T>): Promise<T> {
    const { caller, store } = request;
    const orderId = idIn(request, 'order_id');
    return retryWhenNumberIsTaken(() =>
      this.store.unit(caller, async (writer, transaction) => {
        const read = this.store.reader(caller, transaction);
        const order = await orderWith(orderId, read);
        return work({ order, workspaceId: store.workspaceId, writer, transaction, read });
      }),
    );
  }

  /** The shipment as the unit sees it. */
  private async shown(pk: number, { order, read }: OrderUnit): Promise<ShopShipment | undefined> {
    const rows = await read(shipmentResource, condition('t.pk = ?', pk));
    return (await shopShipments(rows, order, read))[0];
  }
}
