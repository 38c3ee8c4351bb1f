import { Controller, Get, Inject, Req, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { CONFIG, type Config } from '../../config/config.js';
import { Clock } from '../../core/database/clock.js';
import { sendJson } from '../../core/http/json-answer.js';
import { NotFound } from '../../core/metadata/errors.js';
import { presentStatuses } from './orders/order-status.presenter.js';
import { presentStore } from './store.presenter.js';
import { StoreReader } from './store-reader.js';
import { InStore, type StoreRequest } from './auth/store.guard.js';

/** The store itself, and the statuses of its orders. */
@InStore()
@Controller('/stores/:store_hash/v2')
export class StoreController {
  constructor(
    private readonly reads: StoreReader,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get('/store')
  async store(@Req() request: StoreRequest, @Res() reply: FastifyReply): Promise<void> {
    const { sql } = this.reads.of(request.caller);
    const { publicUrl } = this.config;
    sendJson(reply, await presentStore(request.store, sql, publicUrl, this.clock.now()));
  }

  @Get('/order_statuses')
  async statuses(@Req() { caller }: StoreRequest, @Res() reply: FastifyReply): Promise<void> {
    sendJson(reply, await presentStatuses(this.reads.of(caller).rows));
  }

  /** The first status has the id 0. */
  @Get('/order_statuses/:status_id')
  async status(@Req() { caller, params }: StoreRequest, @Res() reply: FastifyReply): Promise<void> {
    const all = await presentStatuses(this.reads.of(caller).rows);
    const status = all.find(({ id }) => String(id) === params.status_id);
    if (!status) throw new NotFound();
    sendJson(reply, status);
  }
}
