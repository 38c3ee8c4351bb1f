import type { IncomingMessage } from 'node:http';
import type { LoggerService } from '@nestjs/common';
import { NDJSON_MS } from '../core/http/body-limits.js';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import cors, { type FastifyCorsOptions } from '@fastify/cors';
import { startTracing } from './start-tracing.js';
import { traceRequests } from '../core/tracing/trace-requests.js';
import { AppModule } from './app.module.js';
import { serveDashboard } from './dashboard.js';
import { serveGuide } from './guide.js';
import type { Config } from '../config/config.js';
import { AuthGuard } from '../core/http/auth.guard.js';
import { stopGracefully } from '../core/http/graceful-stop.js';
import { guardRequests } from '../core/http/request-gate.js';
import { rateLimitHeaders, RequestRates } from '../core/http/request-rates.js';
import { HUB_PATH } from '../core/mercure/mercure.controller.js';
import { Metrics } from '../core/metrics/metrics.js';
import { withoutSuffix } from '../core/http/media-type.js';
import { answerUnroutable } from '../core/http/problem.filter.js';
import { answerOptions, recordRoutes } from '../core/http/registered-routes.js';
import { newRequestId } from '../core/http/request-id.js';
import { surfaceOf } from '../core/http/surface.js';
import { CustomDomains } from '../modules/tracking-pages/custom-domain.js';
import { surfaces } from './surfaces.js';

/** Bytes of a request's line and headers at most: a page of 500 ids fits into a query. */
export const HEADER_LIMIT = 65_536;

/** Milliseconds within which the head of a request arrives, and how often connections are looked at for that. */
export const HEADERS_TIMEOUT = 20_000;
const CHECKING_INTERVAL = 5_000;

/** The whole application, ready to listen; main and the tests make it the same way. */
export async function createApp(
  config: Config,
  logger: LoggerService | false,
): Promise<NestFastifyApplication> {
  if (config.tracing) await startTracing();
  const adapter = new FastifyAdapter({
    http: {
      maxHeaderSize: HEADER_LIMIT,
      headersTimeout: HEADERS_TIMEOUT,
      connectionsCheckingInterval: CHECKING_INTERVAL,
    },
    // bodies end by themselves before that, in the words of their surface; one that is written while it comes takes longer
    requestTimeout: Math.max(config.requestTimeout * 1000 + HEADERS_TIMEOUT, NDJSON_MS),
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: 500, querystringParser: () => ({}) },
    return503OnClosing: false,
    genReqId: newRequestId,
    trustProxy: config.trustProxy.length > 0 && [...config.trustProxy],
    rewriteUrl: (request: IncomingMessage): string =>
      app.get(CustomDomains).rewritten(request) ?? withoutSuffix(request),
    frameworkErrors: (error: Error, request: FastifyRequest, reply: FastifyReply): void => {
      addHeaders(request, reply, config);
      tellQuota(request, reply, app.get(RequestRates));
      answerUnroutable(error, request, reply, surfaces);
    },
  });
  const server: FastifyInstance = adapter.getInstance();
  recordRoutes(server);
  traceRequests(server);
  server.addHook('onRequest', (request, reply, done) => {
    addHeaders(request, reply, config);
    done();
  });
  stopGracefully(server);
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.of(config), adapter, {
    logger,
    bodyParser: false,
    abortOnError: false,
  });
  measureAnswers(server, app.get(Metrics));
  const rates = app.get(RequestRates);
  server.addHook('onSend', (request, reply, _, done) => {
    tellQuota(request, reply, rates);
    done();
  });
  guardRequests(server, {
    usualGuard: AuthGuard,
    guard: (kind) => app.get(kind, { strict: false }),
    admitted: (request) => rates.count(request),
    patience: config.requestTimeout * 1000,
  });
  await serveDashboard(server);
  await serveGuide(server);
  answerOptions(server, config.corsOrigins.length > 0);
  if (config.corsOrigins.length > 0) await app.register(cors, corsOptions(config.corsOrigins));
  app.enableShutdownHooks(['SIGTERM', 'SIGINT'], { useProcessExit: true });
  return app;
}

/** Every answer counts, by its route's pattern. */
function measureAnswers(server: FastifyInstance, metrics: Metrics): void {
  server.addHook('onResponse', (request, reply, done) => {
    const route = request.routeOptions.url ?? 'none';
    metrics.answered(request.method, route, reply.statusCode, reply.elapsedTime / 1000);
    done();
  });
}

/** Pages elsewhere may read what the API says beside its bodies. */
const corsOptions = (origins: readonly string[]): FastifyCorsOptions => ({
  origin: origins.includes('*') ? '*' : [...origins],
  methods: ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'],
  exposedHeaders: [
    'Link',
    'X-Total-Count',
    'Location',
    'ETag',
    'Preference-Applied',
    'Warning',
    'Idempotency-Replayed',
    'Retry-After',
    'RateLimit',
    'RateLimit-Policy',
    'Last-Event-ID',
    'X-Request-Id',
    'Mcp-Session-Id',
    'WWW-Authenticate',
  ],
  maxAge: 3600,
  strictPreflight: false,
});

/** What is left to a caller, in the headers of the surface that was asked. */
function tellQuota(request: FastifyRequest, reply: FastifyReply, rates: RequestRates): void {
  const tell = surfaceOf(request.url, surfaces)?.quotaHeaders;
  if (tell) {
    void reply.headers(tell(rates.quotaOf(request), reply.getHeader('Retry-After')));
    return;
  }
  const counted = rates.countedQuota(request);
  if (counted) void reply.headers(rateLimitHeaders(counted));
}

/** Browsers that have been here over TLS come back over TLS. */
const HSTS = { 'Strict-Transport-Security': 'max-age=31536000' };

/** What every answer says. */
function addHeaders(request: FastifyRequest, reply: FastifyReply, { publicUrl }: Config): void {
  void reply.headers({
    Link: `<${publicUrl}/docs.jsonld>; rel="http://www.w3.org/ns/hydra/core#apiDocumentation", <${publicUrl}${HUB_PATH}>; rel="mercure"`,
    Vary: 'Accept',
    'X-Content-Type-Options': 'nosniff',
    'X-Frame-Options': 'deny',
    'Cache-Control': 'no-cache, private',
    'X-Request-Id': request.id,
    ...(publicUrl.startsWith('https:') ? HSTS : {}),
  });
}
