import type { FastifyInstance } from 'fastify';

interface Known {
  readonly pattern: RegExp;
  readonly methods: Set<string>;
}

const known = new Map<string, Known>();

/** Remembers each route that is added, so that a wrong method can be told from a wrong path. */
export function rememberRoutes(server: FastifyInstance): void {
  server.addHook('onRoute', ({ method, url }) => {
    const pattern = new RegExp(
      `^${url.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/:[^/]+/g, '[^/]+')}/?$`,
    );
    const route = known.get(url) ?? { pattern, methods: new Set<string>() };
    for (const each of [method].flat()) route.methods.add(each);
    known.set(url, route);
  });
}

/** The methods that a path has. */
export function allowedMethods(path: string): string[] {
  const methods = [...known.values()]
    .filter(({ pattern }) => pattern.test(path))
    .flatMap((route) => [...route.methods]);
  return [...new Set(methods)].sort();
}
