import type { FastifyInstance } from 'fastify';
import { NotFound } from '../metadata/errors.js';

interface RegisteredRoute {
  readonly pattern: RegExp;
  readonly methods: Set<string>;
}

const registered = new Map<string, RegisteredRoute>();

/** Remembers each route that is added, so that a wrong method can be told from a wrong path. */
export function recordRoutes(server: FastifyInstance): void {
  server.addHook('onRoute', ({ method, url }) => {
    const pattern = new RegExp(
      `^${url.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/:[^/]+/g, '[^/]+')}/?$`,
    );
    const route = registered.get(url) ?? { pattern, methods: new Set<string>() };
    for (const each of [method].flat()) route.methods.add(each);
    registered.set(url, route);
  });
}

/** The methods that a path has. */
export function allowedMethods(path: string): string[] {
  const methods = [...registered.values()]
    .filter(({ pattern }) => pattern.test(path))
    .flatMap((route) => [...route.methods]);
  return [...new Set(methods)].sort();
}

/** OPTIONS says which methods a path has; a browser's preflight goes on to CORS, where that is switched on. */
export function answerOptions(server: FastifyInstance, hasCors: boolean): void {
  server.addHook('onRequest', (request, reply, done) => {
    if (request.method !== 'OPTIONS') {
      done();
      return;
    }
    const path = request.url.split('?', 1)[0] ?? '';
    const allowed = allowedMethods(path);
    const isPreflight = hasCors && request.headers['access-control-request-method'] !== undefined;
    // a page elsewhere is told of a path that is not there by the answer to its request
    if (allowed.length === 0 && isPreflight) {
      done();
      return;
    }
    if (allowed.length === 0) {
      done(new NotFound(`No route found for "OPTIONS ${path}"`));
      return;
    }
    void reply.header('Allow', [...allowed, 'OPTIONS'].join(', '));
    if (isPreflight) done();
    else void reply.status(204).send();
  });
}
