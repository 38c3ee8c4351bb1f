import type { IncomingMessage } from 'node:http';
import type { Type } from '@nestjs/common';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { readBody, waitsToSend } from './body.js';
import { drainBodies } from './drain-bodies.js';
import type { RequestGuard, RouteOptions } from './route-options.js';

/** Methods whose bodies Fastify would read by itself. */
const WITH_BODY = ['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'QUERY'];

interface Gate {
  /** Who lets requests in where a route says nothing else. */
  readonly usualGuard: Type<RequestGuard>;
  /** Finds the one guard of a kind. */
  readonly guard: (kind: Type<RequestGuard>) => RequestGuard;
  /** Told of each request that is let in; it may still refuse it. */
  readonly admitted: (request: FastifyRequest) => void;
  /** Milliseconds that a body may take. */
  readonly patience: number;
}

/**
 * Lets requests in by their heads, and reads the bodies of those that are in; to be called before there are routes. What
 * is refused, and what has no route, is answered while its body may still be on its way.
 */
export function guardRequests(server: FastifyInstance, gate: Gate): void {
  const { usualGuard, guard, admitted, patience } = gate;
  for (const method of WITH_BODY) server.addHttpMethod(method, { hasBody: false, overrideExisting: true });
  server.addHook('onRoute', (route) => {
    const options = (route.config ?? {}) as RouteOptions;
    const methods = [route.method].flat();
    if (methods.includes('OPTIONS')) return;
    const { guard: own = usualGuard } = options;
    if (own !== 'none') {
      const chosen = guard(own);
      route.onRequest = async (request: FastifyRequest) => {
        await chosen.admit(request, options);
        admitted(request);
      };
    }
    const isBare = methods.every((method) => method === 'GET' || method === 'HEAD');
    if (isBare && !options.bodyOfGet) return;
    route.preValidation = async (request: FastifyRequest, reply: FastifyReply) => {
      request.body = await readBody(request, reply, options, patience);
    };
  });
  drainBodies(server);
  server.server.on('checkContinue', (request: IncomingMessage, response: unknown) => {
    waitsToSend(request);
    server.server.emit('request', request, response);
  });
}
