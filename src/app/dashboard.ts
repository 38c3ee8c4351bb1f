import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { HTML, JSON_LD, JSON_PLAIN, wantsHtml } from '../core/http/media-type.js';
import { PAGE_HEADERS } from '../core/http/page.js';
import type { RouteOptions } from '../core/http/route-options.js';
import { NotFound } from '../core/metadata/errors.js';
import { serveMailFrame } from './mail-frame.js';
import { DASHBOARD_PATH } from '../modules/identity/oauth/dashboard-client.js';

/** What web/index.html has where each answer has a number that was not used before. */
const NONCE = '{nonce}';

/** What `npm run build:web` has made; undefined where it has not. */
function builtDashboard(): string | undefined {
  return ['../../web/dist/', '../../../web/dist/', '../../../../web/dist/']
    .map((path) => fileURLToPath(new URL(path, import.meta.url)))
    .find((path) => existsSync(`${path}index.html`));
}

/**
 * Serves the dashboard from what has been built: files below `/app/assets`, which never change, and one page for every
 * other path below `/app`. A browser that opens `/` is led there; programs see the entry point of the API. Without a build
 * there is none of this, and the API is as it is.
 */
export async function serveDashboard(server: FastifyInstance): Promise<void> {
  const root = builtDashboard();
  if (root === undefined) return;
  await server.register(fastifyStatic, { root, serve: false, preCompressed: true, cacheControl: false });
  const page = readFileSync(`${root}index.html`, 'utf8');
  const config: RouteOptions = { guard: 'none' };

  server.addHook('onRequest', (request, reply, done) => {
    const [path, query = ''] = request.url.split('?', 2);
    const isRead = request.method === 'GET' || request.method === 'HEAD';
    if (path !== '/' || query !== '' || !isRead || !wantsHtml(request.headers.accept, [JSON_LD, JSON_PLAIN]))
      return done();
    void reply.status(303).header('Location', DASHBOARD_PATH).send();
  });
  server.route({
    method: ['GET', 'HEAD'],
    url: `${DASHBOARD_PATH}/assets/*`,
    config,
    handler: (request, reply) => {
      const { '*': name } = request.params as { '*': string };
      if (!existsSync(`${root}assets/${name}`) || !/^[\w.-]+$/.test(name)) throw new NotFound();
      return reply
        .header('Cache-Control', 'public, max-age=31536000, immutable')
        .header('Vary', 'Accept-Encoding')
        .sendFile(`assets/${name}`);
    },
  });
  serveMailFrame(server);
  for (const url of [DASHBOARD_PATH, `${DASHBOARD_PATH}/*`])
    server.route({
      method: ['GET', 'HEAD'],
      url,
      config,
      handler: (_, reply) => sendDashboard(reply, page),
    });
}

/** A page that loads nothing from elsewhere, and runs no script but its own files. */
function sendDashboard(reply: FastifyReply, page: string): FastifyReply {
  const nonce = randomBytes(16).toString('base64');
  const policy = [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    // the previews of a tracking page and of e-mails
    "frame-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
  return reply
    .headers({ ...PAGE_HEADERS, 'Content-Security-Policy': policy, 'Cache-Control': 'no-store' })
    .type(`${HTML}; charset=utf-8`)
    .send(page.replaceAll(NONCE, nonce));
}
