import { Controller, Get, Req, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { orderItemResource } from '../order-items/order-item.resource.js';
import { and, condition, type Condition } from '../resource/condition.js';
import { NotFound } from '../resource/errors.js';
import type { Columns } from '../store/rows.js';
import { Store } from '../store/store.js';
import { addressAnswers } from './order-address-answers.js';
import { addressesOfOrder } from './order-addresses.js';
import { productAnswer, type ProductAnswer } from './order-lines.js';
import { pagingOf } from './paging.js';
import { sendJson } from '../http/json-answer.js';
import { sendList, sendNothing } from './store-answer.js';
import { StoreReads } from './store-reads.js';
import { idIn, InStore, type StoreRequest } from './store.guard.js';

/** What belongs to an order: its products, and the addresses that it is shipped to. */
@InStore()
@Controller('/stores/:store_hash/v2/orders/:order_id')
export class OrderPartsController {
  constructor(
    private readonly store: Store,
    private readonly reads: StoreReads,
  ) {}

  @Get('/products')
  async products(@Req() request: StoreRequest, @Res() reply: FastifyReply): Promise<void> {
    const { limit, offset } = pagingOf(request);
    const order = await this.reads.order(request);
    const items = await this.store.rows(orderItemResource, ofOrder(order), request.caller, { limit, offset });
    sendList(reply, await this.shown(items, order, request));
  }

  @Get('/products/count')
  async countProducts(@Req() request: StoreRequest, @Res() reply: FastifyReply): Promise<void> {
    const order = await this.reads.order(request);
    sendJson(reply, { count: await this.store.count(orderItemResource, ofOrder(order), request.caller) });
  }

  @Get('/products/:id')
  async product(@Req() request: StoreRequest, @Res() reply: FastifyReply): Promise<void> {
    const order = await this.reads.order(request);
    const isMeant = and([ofOrder(order), condition('t.pk = ?', idIn(request, 'id'))]);
    const items = await this.store.rows(orderItemResource, isMeant, request.caller);
    const [product] = await this.shown(items, order, request);
    if (!product) throw new NotFound();
    sendJson(reply, product);
  }

  @Get(['/shipping_addresses', '/shippingaddresses'])
  async addresses(@Req() request: StoreRequest, @Res() reply: FastifyReply): Promise<void> {
    const { limit, offset } = pagingOf(request);
    const order = await this.reads.order(request);
    const all = await addressAnswers(order, this.reads.of(request.caller));
    sendList(reply, all.slice(offset, offset + limit));
  }

  @Get(['/shipping_addresses/:id', '/shippingaddresses/:id'])
  async address(@Req() request: StoreRequest, @Res() reply: FastifyReply): Promise<void> {
    const order = await this.reads.order(request);
    const id = idIn(request, 'id');
    const address = (await addressAnswers(order, this.reads.of(request.caller))).find(
      (each) => each.id === id,
    );
    if (!address) throw new NotFound();
    sendJson(reply, address);
  }

  /** Nobody here knows of coupons. */
  @Get('/coupons')
  async coupons(@Req() request: StoreRequest, @Res() reply: FastifyReply): Promise<void> {
    await this.reads.order(request);
    sendNothing(reply);
  }

  private async shown(
    items: readonly Columns[],
    order: Columns,
    { caller }: StoreRequest,
  ): Promise<ProductAnswer[]> {
    const [{ id }] = await addressesOfOrder(order, this.reads.of(caller).rows);
    return items.map((item) => productAnswer(item, id));
  }
}

const ofOrder = ({ pk }: Columns): Condition => condition('t.orderPk = ?', pk as number);
