import { Controller, Get, Inject, Req, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { CONFIG, type Config } from '../../config/config.js';
import { Clock } from '../../core/database/clock.js';
import { sendJson } from '../../core/http/json-answer.js';
import { NotFound } from '../../core/metadata/errors.js';
import { Operation, Operations } from '../../core/openapi/operation.js';
import { present, ref } from '../shared/mapping.js';
import { PATH, single } from './operations.js';
import { ORDER_STATUS } from './orders/order-status.mapping.js';
import { shopStatuses } from './orders/order-status.presenter.js';
import { ORDER } from './orders/order.mapping.js';
import { presentStore } from './store.mapping.js';
import { StoreReader } from './store-reader.js';
import { InStore, type StoreRequest } from './auth/store.guard.js';

/** The store itself, and the statuses of its orders. */
@Operations({
  tag: { name: 'Store', description: 'The store itself.' },
  path: {
    ...PATH,
    status_id: {
      ...ORDER.status_id.schema,
      description: `The status: ${ORDER.status_id.schema.description}.`,
    },
  },
})
@InStore()
@Controller('/stores/:store_hash/v2')
export class StoreController {
  constructor(
    private readonly reads: StoreReader,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get('/store')
  @Operation(
    single('getStore', 'What a store says of itself', ref('Store'), {
      description: 'Its name, its addresses, its currency and its time zone.',
    }),
  )
  async store(@Req() request: StoreRequest, @Res() reply: FastifyReply): Promise<void> {
    const { sql } = this.reads.of(request.caller);
    const { publicUrl } = this.config;
    sendJson(reply, await presentStore(request.store, sql, publicUrl, this.clock.now()));
  }

  @Get('/order_statuses')
  @Operation(
    single(
      'getOrderStatuses',
      'The statuses of orders, by their ids',
      { type: 'array', items: ref('OrderStatus') },
      { description: 'All of them; this list has no pages.' },
    ),
  )
  async statuses(@Req() { caller }: StoreRequest, @Res() reply: FastifyReply): Promise<void> {
    const all = await shopStatuses(this.reads.of(caller).rows);
    sendJson(
      reply,
      all.map((each) => present(ORDER_STATUS, each)),
    );
  }

  /** The first status has the id 0. */
  @Get('/order_statuses/:status_id')
  @Operation(single('getOrderStatus', 'A status of orders', ref('OrderStatus')))
  async status(@Req() { caller, params }: StoreRequest, @Res() reply: FastifyReply): Promise<void> {
    const all = await shopStatuses(this.reads.of(caller).rows);
    const found = all.find(({ status }) => String(status.id) === params.status_id);
    if (!found) throw new NotFound();
    sendJson(reply, present(ORDER_STATUS, found));
  }
}
