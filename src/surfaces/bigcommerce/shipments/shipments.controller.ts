import { Controller, Delete, Get, Post, Put, Req, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { sendJson } from '../../../core/http/json-answer.js';
import { and, condition } from '../../../core/metadata/condition.js';
import { NotFound } from '../../../core/metadata/errors.js';
import { ShipmentEmails } from '../../../modules/shipments/shipment-emails/shipment-emails.service.js';
import { shipmentResource } from '../../../modules/shipments/shipment.resource.js';
import { Store } from '../../../core/store/store.js';
import { paginationOf } from '../pagination.js';
import { presentShipments } from './shipment.presenter.js';
import { changesIn, newShipmentIn } from './shipment.dto.js';
import { OF_ANY_ORDER, ofOrder, orderWith } from './shipment.queries.js';
import { createShipment, type OrderUnit, removeShipments, updateShipment } from './shipment.service.js';
import { sendList, sendNothing } from '../send-list.js';
import { holdOrder, type HeldOrder } from '../../shared/hold-order.js';
import { type ShopUnit, ShopUnits } from '../../shared/shop-units.js';
import { StoreReader } from '../store-reader.js';
import { RequestBody } from '../request-body.js';
import { idIn, InStore, type StoreRequest } from '../auth/store.guard.js';

/** The shipments of a store's orders. */
@InStore()
@Controller('/stores/:store_hash/v2/orders')
export class ShipmentsController {
  constructor(
    private readonly store: Store,
    private readonly reads: StoreReader,
    private readonly units: ShopUnits,
    private readonly mails: ShipmentEmails,
  ) {}

  @Get('/shipments/count')
  async countAll(@Req() { caller }: StoreRequest, @Res() reply: FastifyReply): Promise<void> {
    sendJson(reply, { count: await this.store.count(shipmentResource, OF_ANY_ORDER, caller) });
  }

  @Get('/:order_id/shipments')
  async list(@Req() request: StoreRequest, @Res() reply: FastifyReply): Promise<void> {
    const { caller } = request;
    const paging = paginationOf(request);
    const order = await this.reads.order(request);
    const rows = await this.store.rows(shipmentResource, ofOrder(order), caller, paging);
    sendList(reply, await presentShipments(rows, order, this.store.reader(caller)));
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
    const [shipment] = await presentShipments(rows, order, this.store.reader(request.caller));
    if (!shipment) throw new NotFound();
    sendJson(reply, shipment);
  }

  @Post('/:order_id/shipments')
  async create(@Req() request: StoreRequest, @Res() reply: FastifyReply): Promise<void> {
    await this.units.post(request, reply, 201, () => {
      const sent = newShipmentIn(new RequestBody(request.body));
      return async (unit) => {
        const shipment = await createShipment(sent, await this.hold(request, unit));
        if (this.mails.isOn) await this.mails.queue(shipment.id, { ip: request.ip }, unit.transaction);
        return shipment;
      };
    });
  }

  @Put('/:order_id/shipments/:shipment_id')
  async update(@Req() request: StoreRequest, @Res() reply: FastifyReply): Promise<void> {
    const id = idIn(request, 'shipment_id');
    const sent = changesIn(new RequestBody(request.body));
    const { workspaceId } = request.store;
    const shipment = await this.units.run(request.caller, async (unit) => {
      const order = await orderWith(idIn(request, 'order_id'), unit.rows);
      return updateShipment(id, sent, { ...unit, order, workspaceId });
    });
    sendJson(reply, shipment);
  }

  @Delete('/:order_id/shipments/:shipment_id')
  async remove(@Req() request: StoreRequest, @Res() reply: FastifyReply): Promise<void> {
    const id = idIn(request, 'shipment_id');
    await this.units.run(request.caller, async (unit) => removeShipments(id, await this.hold(request, unit)));
    sendNothing(reply);
  }

  @Delete('/:order_id/shipments')
  async removeAll(@Req() request: StoreRequest, @Res() reply: FastifyReply): Promise<void> {
    await this.units.run(request.caller, async (unit) =>
      removeShipments(undefined, await this.hold(request, unit)),
    );
    sendNothing(reply);
  }

  /** The order of the path, held by the unit. @throws NotFound. */
  private async hold(request: StoreRequest, unit: ShopUnit): Promise<OrderUnit & HeldOrder> {
    const held = await holdOrder(idIn(request, 'order_id'), unit.writer, unit.transaction);
    if (!held) throw new NotFound();
    return { ...unit, ...held, workspaceId: request.store.workspaceId };
  }
}
