import { Controller, Get, Inject, Post, Put, Req, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { CONFIG, type Config } from '../config.js';
import { DATABASE, type Database } from '../database/database.js';
import { type Answer, CLAIM, idempotently, type Keep } from '../http/idempotently.js';
import { Idempotency } from '../idempotency/idempotency.js';
import { orderResource } from '../orders/order.resource.js';
import { QueryString } from '../query/query-string.js';
import { condition } from '../resource/condition.js';
import type { Transaction } from '../resource/transaction.js';
import { Store } from '../store/store.js';
import { type OrderAnswer, orderAnswers } from './order-answers.js';
import { newOrderIn, orderChangeIn } from './order-body.js';
import { orderCounts } from './order-counts.js';
import { orderFilter, orderSort } from './order-filters.js';
import { changeOrder, createOrder } from './order-writes.js';
import { pagingOf } from './paging.js';
import { jsonAnswer, send, sendJson } from '../http/json-answer.js';
import { sendList } from './store-answer.js';
import { StoreReads } from './store-reads.js';
import { idIn, InStore, type StoreRequest } from './store.guard.js';

/** A store's orders. */
@InStore()
@Controller('/stores/:store_hash/v2/orders')
export class OrdersController {
  constructor(
    private readonly store: Store,
    private readonly reads: StoreReads,
    private readonly idempotency: Idempotency,
    @Inject(CONFIG) private readonly config: Config,
    @Inject(DATABASE) private readonly database: Database,
  ) {}

  @Get()
  async list(@Req() request: StoreRequest, @Res() reply: FastifyReply): Promise<void> {
    const { caller, store } = request;
    const { limit, offset } = pagingOf(request);
    const query = QueryString.of(request.url);
    const slice = { order: orderSort(query), limit, offset };
    const where = await orderFilter(query, store.workspacePk, this.database);
    const orders = await this.store.rows(orderResource, where, caller, slice);
    sendList(reply, await orderAnswers(orders, this.reads.of(caller), this.base(request)));
  }

  @Get('/count')
  async count(@Req() request: StoreRequest, @Res() reply: FastifyReply): Promise<void> {
    const { caller, store } = request;
    const where = await orderFilter(QueryString.of(request.url), store.workspacePk, this.database);
    const name = `orders by status ${where.sql} ${JSON.stringify(where.params)}`;
    const counts = await this.store.figure(name, caller, orderCounts(where, caller));
    sendJson(reply, counts);
  }

  @Get('/:order_id')
  async item(@Req() request: StoreRequest, @Res() reply: FastifyReply): Promise<void> {
    const order = await this.reads.order(request);
    const [answer] = await orderAnswers([order], this.reads.of(request.caller), this.base(request));
    sendJson(reply, answer);
  }

  @Post()
  async create(@Req() request: StoreRequest, @Res() reply: FastifyReply): Promise<void> {
    const answer = await idempotently(this.idempotency, request, reply, CLAIM, (keep) =>
      this.make(request, keep),
    );
    send(reply, answer);
  }

  @Put('/:order_id')
  async update(@Req() request: StoreRequest, @Res() reply: FastifyReply): Promise<void> {
    const id = idIn(request, 'order_id');
    const sent = orderChangeIn(request.body);
    const answer = await this.store.unit(request.caller, async (writer, transaction) => {
      await changeOrder(id, sent, writer, transaction);
      await transaction.finish();
      return this.shown(id, request, transaction);
    });
    sendJson(reply, answer);
  }

  private make(request: StoreRequest, keep?: Keep): Promise<Answer> {
    const sent = newOrderIn(request.body);
    return this.store.unit(request.caller, async (writer, transaction) => {
      const pk = await createOrder(sent, request.store.workspaceId, writer);
      await transaction.finish();
      const answer = jsonAnswer(201, await this.shown(pk, request, transaction));
      await keep?.(transaction, answer);
      return answer;
    });
  }

  /** An order as the unit sees it. */
  private async shown(
    pk: number,
    request: StoreRequest,
    transaction: Transaction,
  ): Promise<OrderAnswer | undefined> {
    const reads = this.reads.of(request.caller, transaction);
    const orders = await reads.rows(orderResource, condition('t.pk = ?', pk));
    return (await orderAnswers(orders, reads, this.base(request)))[0];
  }

  /** The URL under which the store's orders are. */
  private base({ store }: StoreRequest): string {
    return `${this.config.publicUrl}/stores/${store.storeHash}/v2`;
  }
}
