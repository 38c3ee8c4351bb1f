import { Controller, Get, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Clock } from '../../core/database/clock.js';
import { Public } from '../../core/http/auth.guard.js';
import { RequestRates } from '../../core/http/request-rates.js';
import { sendJson } from '../../core/http/json-answer.js';
import { rateLimitHeaders } from './auth/rate-limit.js';
import { InStore } from './auth/store.guard.js';

/** What time it is here: clients try their token with it. */
@InStore()
@Controller('/stores/:store_hash/v2/time')
export class TimeController {
  constructor(private readonly clock: Clock) {}

  /** In seconds since 1970. */
  @Get()
  time(): { time: number } {
    return { time: Math.floor(this.clock.now() / 1000) };
  }
}

/** The same without a token and at the root, where the PHP client asks while it waits for its next window. */
@Public()
@Controller('/time')
export class RootTimeController {
  constructor(
    private readonly clock: Clock,
    private readonly rates: RequestRates,
  ) {}

  /** In milliseconds since 1970, as a bare number. */
  @Get()
  time(@Req() request: FastifyRequest, @Res() reply: FastifyReply): void {
    const quota = rateLimitHeaders(this.rates.quotaOf(request));
    sendJson(reply.headers(quota), Math.floor(this.clock.now()));
  }
}
