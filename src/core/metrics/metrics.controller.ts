import { Controller, Get, Inject, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Public } from '../http/auth.guard.js';
import { NotFound } from '../metadata/errors.js';
import { Operation, Operations } from '../openapi/operation.js';
import { mayReadMetrics } from './may-read-metrics.js';
import { Metrics } from './metrics.js';

/** The token under which Nest injects METRICS_TOKEN. */
export const METRICS_TOKEN = Symbol('metrics token');

/** What Prometheus reads: with METRICS_TOKEN for whoever has it, without for the machine itself. */
@Operations({ tag: { name: 'Metrics', description: 'For whoever watches over the process.' } })
@Public()
@Controller('/metrics')
export class MetricsController {
  constructor(
    private readonly metrics: Metrics,
    @Inject(METRICS_TOKEN) private readonly token: string | undefined,
  ) {}

  @Get()
  @Operation({
    id: 'getMetrics',
    summary: 'Tells how long requests and queries take, for Prometheus',
    description:
      'With METRICS_TOKEN for whoever sends it as a bearer token; without it for the machine itself alone. Everybody else gets a 404.',
    answer: {
      description: 'Histograms of requests, queries and waits for the pool, and figures of the process.',
      types: ['text/plain'],
      body: { type: 'string' },
    },
    errors: [404],
    withoutDatabase: true,
  })
  async read(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    if (!mayReadMetrics(request.raw, this.token)) throw new NotFound('No route found for "GET /metrics"');
    void reply.type(this.metrics.contentType).send(await this.metrics.text());
  }
}
