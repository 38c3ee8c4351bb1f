import { Controller, Delete, Get, Post, Put, Req, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { sendJson } from '../../../core/http/json-answer.js';
import { and, condition } from '../../../core/metadata/condition.js';
import { NotFound } from '../../../core/metadata/errors.js';
import { ShipmentEmails } from '../../../modules/messages/sending/shipment-emails.js';
import { shipmentResource } from '../../../modules/shipments/shipment.resource.js';
import { Store } from '../../../core/store/store.js';
import { paginationOf } from '../pagination.js';
import { presentShipments } from './shipment.presenter.js';
import { Operation, Operations } from '../../../core/openapi/operation.js';
import { ref } from '../../shared/mapping.js';
import { readBody } from '../dto/read-body.js';
import { change, count, create, list, PATH, remove, single } from '../operations.js';
import { NewShipment, ShipmentChange } from './shipment.dto.js';
import { OF_ANY_ORDER, ofOrder, orderWith } from './shipment.queries.js';
import { createShipment, type OrderUnit, removeShipments, updateShipment } from './shipment.service.js';
import { sendList, sendNothing } from '../send-list.js';
import { holdOrder, type HeldOrder } from '../../shared/hold-order.js';
import { type ShopUnit, ShopUnits } from '../../shared/shop-units.js';
import { StoreReader } from '../store-reader.js';
import { idIn, InStore, type StoreRequest } from '../auth/store.guard.js';

const STAYS = 'Their products can be shipped again; the status of the order stays.';

/** The shipments of a store's orders. */
@Operations({
  tag: { name: 'Shipments', description: 'Parcels with products of an order.' },
  path: PATH,
})
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
  @Operation(count('countShipments', "How many shipments the store's orders have"))
  async countAll(@Req() { caller }: StoreRequest, @Res() reply: FastifyReply): Promise<void> {
    sendJson(reply, { count: await this.store.count(shipmentResource, OF_ANY_ORDER, caller) });
  }

  @Get('/:order_id/shipments')
  @Operation(list('getOrderShipments', 'The shipments of an order', 'Shipment'))
  async list(@Req() request: StoreRequest, @Res() reply: FastifyReply): Promise<void> {
    const { caller } = request;
    const paging = paginationOf(request);
    const order = await this.reads.order(request);
    const rows = await this.store.rows(shipmentResource, ofOrder(order), caller, paging);
    sendList(reply, await presentShipments(rows, order, this.store.reader(caller)));
  }

  @Get('/:order_id/shipments/count')
  @Operation(count('countOrderShipments', 'How many shipments an order has'))
  async count(@Req() request: StoreRequest, @Res() reply: FastifyReply): Promise<void> {
    const order = await this.reads.order(request);
    sendJson(reply, { count: await this.store.count(shipmentResource, ofOrder(order), request.caller) });
  }

  @Get('/:order_id/shipments/:shipment_id')
  @Operation(single('getOrderShipment', 'A shipment', ref('Shipment')))
  async item(@Req() request: StoreRequest, @Res() reply: FastifyReply): Promise<void> {
    const order = await this.reads.order(request);
    const isMeant = and([condition('t.pk = ?', idIn(request, 'shipment_id')), ofOrder(order)]);
    const rows = await this.store.rows(shipmentResource, isMeant, request.caller);
    const [shipment] = await presentShipments(rows, order, this.store.reader(request.caller));
    if (!shipment) throw new NotFound();
    sendJson(reply, shipment);
  }

  @Post('/:order_id/shipments')
  @Operation(
    create('createOrderShipment', 'Ships products of an order', NewShipment, 'Shipment', {
      description:
        'Quantities are what is left to ship at most. The order becomes Shipped or Partially Shipped, and its customer gets an e-mail where mail is set up.',
    }),
  )
  async create(@Req() request: StoreRequest, @Res() reply: FastifyReply): Promise<void> {
    await this.units.post(request, reply, 201, () => {
      const sent = readBody(NewShipment, request.body);
      return async (unit) => {
        const { pk, shipment } = await createShipment(sent, await this.hold(request, unit));
        if (this.mails.isOn) await this.mails.queue(pk, { ip: request.ip }, unit.transaction);
        return shipment;
      };
    });
  }

  @Put('/:order_id/shipments/:shipment_id')
  @Operation(
    change('updateOrderShipment', 'Changes a shipment', ShipmentChange, 'Shipment', {
      description:
        'What is not sent stays, and an answer sent back changes nothing. What is in the shipment cannot be changed: other items are refused.',
    }),
  )
  async update(@Req() request: StoreRequest, @Res() reply: FastifyReply): Promise<void> {
    const id = idIn(request, 'shipment_id');
    const sent = readBody(ShipmentChange, request.body);
    const { workspaceId } = request.store;
    const { shipment } = await this.units.run(request.caller, async (unit) => {
      const order = await orderWith(idIn(request, 'order_id'), unit.rows);
      return updateShipment(id, sent, { ...unit, order, workspaceId });
    });
    sendJson(reply, shipment);
  }

  @Delete('/:order_id/shipments/:shipment_id')
  @Operation(remove('deleteOrderShipment', 'Deletes a shipment', STAYS, 'It is gone.'))
  async remove(@Req() request: StoreRequest, @Res() reply: FastifyReply): Promise<void> {
    const id = idIn(request, 'shipment_id');
    await this.units.run(request.caller, async (unit) => removeShipments(id, await this.hold(request, unit)));
    sendNothing(reply);
  }

  @Delete('/:order_id/shipments')
  @Operation(
    remove('deleteOrderShipments', 'Deletes all shipments of an order', STAYS, 'There are none any more.'),
  )
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
