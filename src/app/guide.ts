import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { PAGE_HEADERS } from '../core/http/page.js';
import type { RouteOptions } from '../core/http/route-options.js';
import { NotFound } from '../core/metadata/errors.js';

/** Where the documentation is, beside the reference of the API at `/docs`. */
export const GUIDE_PATH = '/docs/guide';

/** What `npm run build:docs` has made; undefined where it has not. */
function builtGuide(): string | undefined {
  return ['../../docs/site/dist/', '../../../docs/site/dist/', '../../../../docs/site/dist/']
    .map((path) => fileURLToPath(new URL(path, import.meta.url)))
    .find((path) => existsSync(`${path}index.html`));
}

/** Its pages load nothing but files of this server, and run no script and take no style but those. */
const HEADERS = {
  ...PAGE_HEADERS,
  'Content-Security-Policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  // files keep their names when they change
  'Cache-Control': 'no-cache',
  Vary: 'Accept-Encoding',
};

/** Serves the documentation from what has been built: a page for each of its files, and what they load. They need no token. */
export async function serveGuide(server: FastifyInstance): Promise<void> {
  const root = builtGuide();
  if (root === undefined) return;
  await server.register(async (scope) => {
    await scope.register(fastifyStatic, {
      root,
      serve: false,
      preCompressed: true,
      cacheControl: false,
      decorateReply: !scope.hasReplyDecorator('sendFile'),
    });
    const config: RouteOptions = { guard: 'none' };
    for (const url of [GUIDE_PATH, `${GUIDE_PATH}/*`])
      scope.route({
        method: ['GET', 'HEAD'],
        url,
        config,
        handler: (request, reply) => {
          const { '*': path = '' } = request.params as { '*'?: string };
          const name = path === '' ? 'index' : path;
          const file = [name, `${name}.html`].find((each) => FILE.test(each) && existsSync(root + each));
          if (file === undefined) throw new NotFound();
          return reply.headers(HEADERS).sendFile(file, root);
        },
      });
  });
}

/** `lists.html`, `adr/0027-dashboard.html`, `assets/search.js`. */
const FILE = /^(?:[\w-]+\/)?[\w-]+\.[a-z]+$/;
