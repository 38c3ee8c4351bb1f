import type { FastifyInstance, FastifyRequest } from 'fastify';
import { beginRequest, isTracing, type RequestSpan } from './tracing.js';

/** A span for each request, around all that is done for it. Without tracing there is no hook. */
export function traceRequests(server: FastifyInstance): void {
  if (!isTracing()) return;
  const spans = new WeakMap<FastifyRequest, RequestSpan>();
  server.addHook('onRequest', (request, _, done) => {
    const span = beginRequest(request.method, request.headers);
    if (!span) return done();
    spans.set(request, span);
    span.run(done);
  });
  server.addHook('onResponse', (request, reply, done) => {
    spans.get(request)?.end(request.routeOptions.url, reply.statusCode);
    done();
  });
  // a client that went away gets no answer
  server.addHook('onRequestAbort', (request, done) => {
    spans.get(request)?.end(request.routeOptions.url, 499);
    done();
  });
}
