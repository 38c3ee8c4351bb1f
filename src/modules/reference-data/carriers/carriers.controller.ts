import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { Operations } from '../../../core/openapi/operation.js';
import { ItemOperation, ListOperation } from '../../../core/static-lists/static-list-operations.js';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Public } from '../../../core/http/auth.guard.js';
import { QueryString } from '../../../core/query/query-string.js';
import { PUBLIC_FOR_AN_HOUR, StaticList } from '../../../core/static-lists/static-list.js';
import { carrierResource } from './carrier.resource.js';
import { CARRIERS } from './carriers.js';

@Operations({ tags: [{ name: carrierResource.name, description: carrierResource.description }] })
@Public()
@Controller('/public/carriers')
export class CarriersController {
  private readonly carriers = new StaticList(carrierResource, CARRIERS, PUBLIC_FOR_AN_HOUR);

  /** Code and name of each; `groups[]=get` adds the rest. */
  @Get()
  @ListOperation(carrierResource)
  list(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const query = QueryString.of(request.url);
    const group = query.list('groups')?.includes('get') ? 'get' : 'getc';
    return this.carriers.sendAll(request, reply, group);
  }

  @Get(':code')
  @ItemOperation(carrierResource)
  item(
    @Param('code') code: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.carriers.sendItem(request, reply, code);
  }
}
