import { createHash } from 'node:crypto';
import type { FastifyReply } from 'fastify';
import { Html, html } from './html.js';

/** The one style of the server's own pages; their policy names it by its hash. */
const STYLE = `
:root { color-scheme: light dark; font: .9375rem/1.5 Inter, system-ui, sans-serif; --ground: #f7f8fa; --paper: #fff; --text: #16181d; --line: #e3e6eb; --edge: #868e99; --accent: #2b5fd9; --link: #2350bb; --alert: #b42318; }
@media (prefers-color-scheme: dark) { :root { --ground: #101216; --paper: #16181d; --text: #e6e8ec; --line: #2b2f38; --edge: #7d8694; --link: #8cabef; --alert: #ff8f85; } }
body { margin: 0; padding: 8vh 1rem 2rem; background: var(--ground); color: var(--text); }
main { max-width: 22.5rem; margin: 0 auto; padding: 1.75rem; border: 1px solid var(--line); border-radius: .5rem; background: var(--paper); }
main::before { content: 'W'; display: grid; place-items: center; width: 2.25rem; height: 2.25rem; border-radius: .5rem; background: var(--accent); color: #fff; font-weight: 700; }
h1 { margin: 1rem 0 .5rem; font-size: 1.25rem; line-height: 1.25; }
a { color: var(--link); }
label { display: block; margin-top: 1rem; font-size: .8125rem; font-weight: 600; }
input { box-sizing: border-box; width: 100%; padding: .5rem; font: inherit; color: inherit; background: var(--paper); border: 1px solid var(--edge); border-radius: .25rem; }
button { margin: 1.5rem .5rem 0 0; padding: .5rem 1.25rem; font: inherit; font-weight: 600; border: 1px solid var(--accent); border-radius: .25rem; background: var(--accent); color: #fff; cursor: pointer; }
button.second { background: transparent; color: inherit; border-color: var(--edge); }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
code { overflow-wrap: anywhere; }
[role=alert] { padding: .75rem 1rem; border: 1px solid var(--alert); color: var(--alert); border-radius: .25rem; }
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
  /** English where nothing is said. */
  readonly language?: string;
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
  { title, content, alert, leadsTo = '', language = 'en' }: Page,
): void {
  const policy = [`style-src 'sha256-${STYLE_HASH}'`, `form-action 'self' ${leadsTo}`.trim()];
  const text = html`<!doctype html>
    <html lang="${language}">
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
