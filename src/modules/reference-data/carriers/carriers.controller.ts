import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Public } from '../../../core/http/auth.guard.js';
import { QueryString } from '../../../core/query/query-string.js';
import { PUBLIC_FOR_AN_HOUR, StaticList } from '../../../core/static-lists/static-list.js';
import { carrierResource } from './carrier.resource.js';
import { CARRIERS } from './carriers.js';

@Public()
@Controller('/public/carriers')
export class CarriersController {
  private readonly carriers = new StaticList(carrierResource, CARRIERS, PUBLIC_FOR_AN_HOUR);

  /** Code and name of each; `groups[]=get` adds the rest. */
  @Get()
  list(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const query = QueryString.of(request.url);
    const group = query.list('groups')?.includes('get') ? 'get' : 'getc';
    return this.carriers.sendAll(request, reply, group);
  }

  @Get(':code')
  item(
    @Param('code') code: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.carriers.sendItem(request, reply, code);
  }
}
