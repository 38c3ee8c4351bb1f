import { createHash } from 'node:crypto';
import type { FastifyReply } from 'fastify';
import { Html, html } from './html.js';

/** The one style of the server's own pages; their policy names it by its hash. */
const STYLE = `
:root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif; }
body { margin: 0; padding: 2rem 1rem; }
main { max-width: 26rem; margin: 0 auto; }
h1 { font-size: 1.5rem; line-height: 1.25; }
label { display: block; margin-top: 1rem; font-weight: 600; }
input { box-sizing: border-box; width: 100%; padding: .5rem; font: inherit; border: 1px solid #767676; border-radius: .25rem; }
button { margin: 1.5rem .5rem 0 0; padding: .5rem 1.25rem; font: inherit; border: 1px solid #1a56b0; border-radius: .25rem; background: #1a56b0; color: #fff; cursor: pointer; }
button.second { background: transparent; color: inherit; border-color: #767676; }
:focus-visible { outline: 3px solid #d97706; outline-offset: 2px; }
code { overflow-wrap: anywhere; }
[role=alert] { padding: .75rem 1rem; border: 2px solid #b42318; border-radius: .25rem; }
`;

const STYLE_HASH = createHash('sha256').update(STYLE).digest('base64');

/** In one piece: the hash is that of everything between the tags. */
const STYLE_ELEMENT = new Html(`<style>${STYLE}</style>`);

/** Features of browsers that no page here uses. */
const UNUSED = 'accelerometer camera display-capture geolocation gyroscope microphone payment usb'.split(' ');

/** What every page says beside its policy; that it is framed by nobody and is what its type says, all answers say. */
export const PAGE_HEADERS = {
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': UNUSED.map((feature) => `${feature}=()`).join(', '),
} as const;

/** A page of the server's own: no script, nothing from elsewhere. */
export interface Page {
  readonly title: string;
  readonly content: Html;
  /** What the page says first, because something went wrong. */
  readonly alert?: string | undefined;
  /** Where the answer to a form of the page may send the browser, beside this server: origins and schemes. */
  readonly leadsTo?: string;
}

/** Sends a page that nobody keeps, frames or learns the address of. */
export function sendPage(
  reply: FastifyReply,
  status: number,
  { title, content, alert, leadsTo = '' }: Page,
): void {
  const policy = [`style-src 'sha256-${STYLE_HASH}'`, `form-action 'self' ${leadsTo}`.trim()];
  const text = html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title} – Waybill</title>
        ${STYLE_ELEMENT}
      </head>
      <body>
        <main>
          <h1>${title}</h1>
          ${alert !== undefined && html`<p role="alert">${alert}</p>`} ${content}
        </main>
      </body>
    </html> `;
  sendDocument(reply, status, text, policy);
}

/**
 * Sends a whole HTML document that nobody keeps and that may load nothing but what its policy names.
 * @param policy directives beside those that hold for every page, such as `img-src https:`.
 * @param framedBy who may show it in a frame, as `frame-ancestors` names them.
 */
export function sendDocument(
  reply: FastifyReply,
  status: number,
  document: Html,
  policy: readonly string[],
  framedBy = "'none'",
): void {
  const all = ["default-src 'none'", ...policy, "base-uri 'none'", `frame-ancestors ${framedBy}`];
  void reply
    .status(status)
    .headers({ ...PAGE_HEADERS, 'Content-Security-Policy': all.join('; '), 'Cache-Control': 'no-store' })
    .type('text/html; charset=utf-8')
    .send(document.text);
}

/** A labelled field of a form. */
export const field = (name: string, label: string, attributes: Readonly<Record<string, string>> = {}): Html =>
  html`<label for="${name}">${label}</label>
    <input
      id="${name}"
      name="${name}"
      ${Object.entries(attributes).map(([key, value]) => html` ${key}="${value}"`)}
      required
    />`;

/** The texts of a form; what is no text is not there. */
export function formOf(body: unknown): Readonly<Record<string, string>> {
  const entries = typeof body === 'object' && body !== null ? Object.entries(body) : [];
  return Object.fromEntries(
    entries.filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
}
