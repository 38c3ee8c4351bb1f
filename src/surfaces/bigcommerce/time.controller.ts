import { Controller, Get, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Clock } from '../../core/database/clock.js';
import { Public } from '../../core/http/auth.guard.js';
import { RequestRates } from '../../core/http/request-rates.js';
import { sendJson } from '../../core/http/json-answer.js';
import { objectSchema } from '../../core/openapi/object-schema.js';
import { Operation, Operations } from '../../core/openapi/operation.js';
import { PATH, single } from './operations.js';
import { rateLimitHeaders } from './auth/rate-limit.js';
import { InStore } from './auth/store.guard.js';

/** What time it is here: clients try their token with it. */
@Operations({ tag: 'Store', path: PATH })
@InStore()
@Controller('/stores/:store_hash/v2/time')
export class TimeController {
  constructor(private readonly clock: Clock) {}

  /** In seconds since 1970. */
  @Get()
  @Operation(
    single(
      'getTime',
      'What time it is, in seconds since 1970',
      objectSchema({ time: { type: 'integer', examples: [1552494937] } }),
    ),
  )
  time(): { time: number } {
    return { time: Math.floor(this.clock.now() / 1000) };
  }
}

/** The same without a token and at the root, where the PHP client asks while it waits for its next window. */
@Operations({ tag: 'Store' })
@Public()
@Controller('/time')
export class RootTimeController {
  constructor(
    private readonly clock: Clock,
    private readonly rates: RequestRates,
  ) {}

  /** In milliseconds since 1970, as a bare number. */
  @Get()
  @Operation({
    id: 'getRootTime',
    summary: 'What time it is, in milliseconds since 1970',
    description: 'A request that needs no store and no token, by which clients set their clock.',
    security: [],
    withoutDatabase: true,
    answer: { description: 'A bare number.', body: { type: 'integer', examples: [1552494937250] } },
  })
  time(@Req() request: FastifyRequest, @Res() reply: FastifyReply): void {
    const quota = rateLimitHeaders(this.rates.quotaOf(request));
    sendJson(reply.headers(quota), Math.floor(this.clock.now()));
  }
}
