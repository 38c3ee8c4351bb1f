import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { Operations } from '../../core/openapi/operation.js';
import { ItemOperation, ListOperation } from '../../core/static-lists/static-list-operations.js';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Public } from '../../core/http/auth.guard.js';
import { PUBLIC_FOR_AN_HOUR, StaticList } from '../../core/static-lists/static-list.js';
import { SHOWN_STATUSES, trackingStatusResource } from './tracking-status.resource.js';

@Operations({
  tags: [{ name: trackingStatusResource.name, description: trackingStatusResource.description }],
})
@Public()
@Controller('/public/tracking_statuses')
export class TrackingStatusesController {
  private readonly statuses = new StaticList(trackingStatusResource, SHOWN_STATUSES, PUBLIC_FOR_AN_HOUR);

  @Get()
  @ListOperation(trackingStatusResource)
  list(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.statuses.sendAll(request, reply, 'get');
  }

  @Get(':code')
  @ItemOperation(trackingStatusResource)
  item(
    @Param('code') code: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.statuses.sendItem(request, reply, code);
  }
}
