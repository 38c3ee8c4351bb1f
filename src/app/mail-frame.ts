import { createHash } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { Html, html } from '../core/http/html.js';
import { sendDocument } from '../core/http/page.js';
import type { RouteOptions } from '../core/http/route-options.js';
import { DASHBOARD_PATH } from '../modules/identity/oauth/dashboard-client.js';

/** Shows the HTML that the page around it sends; scripts in that are none of this page's, and do not run. */
const SCRIPT = `addEventListener('message', ({ data, source }) => {
  if (source !== parent || typeof data?.mail !== 'string') return;
  const { documentElement } = new DOMParser().parseFromString(data.mail, 'text/html');
  for (const name of ['lang', 'dir']) document.documentElement.setAttribute(name, documentElement.getAttribute(name) ?? '');
  document.documentElement.replaceChildren(...documentElement.children);
});
parent.postMessage('ready', '*');`;

const HASH = createHash('sha256').update(SCRIPT).digest('base64');

/** E-mails have their styles in their elements, which the policy of the dashboard does not allow; pictures come over TLS. */
const POLICY = [
  `script-src 'sha256-${HASH}'`,
  "style-src 'unsafe-inline'",
  'img-src https:',
  "form-action 'none'",
];

const DOCUMENT = html`<!doctype html>
  <html lang="en">
    <head>
      <meta charset="utf-8" />
      <meta name="color-scheme" content="light" />
      <title>E-mail</title>
      ${new Html(`<script>${SCRIPT}</script>`)}
    </head>
    <body></body>
  </html>`;

/** A page in which the dashboard shows an e-mail, in a sandbox and under a policy of its own. */
export function serveMailFrame(server: FastifyInstance): void {
  const config: RouteOptions = { guard: 'none' };
  server.route({
    method: ['GET', 'HEAD'],
    url: `${DASHBOARD_PATH}/mail-frame`,
    config,
    handler: (_, reply) => {
      void reply.removeHeader('X-Frame-Options');
      sendDocument(reply, 200, DOCUMENT, POLICY, "'self'");
    },
  });
}
