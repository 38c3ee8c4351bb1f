import { createHash } from 'node:crypto';
import type { FastifyReply } from 'fastify';
import { Html, html } from '../../../core/http/html.js';
import { sendDocument } from '../../../core/http/page.js';
import type { Branding, BrandingLink } from '../branding/branding.js';
import { LANGUAGE_NAMES } from '../languages/index.js';
import { pageStyle } from './page-style.js';
import { HEIGHT_SCRIPT } from './widget-script.js';
import type { Words } from './words.js';

/** Who shows a page, and in which words. */
export interface Frame {
  readonly words: Words;
  readonly branding: Branding;
  /** The page's own title, as its workspace wrote it. */
  readonly shop: string | null;
  /** Where the same page in other languages is: the query without `lang`. */
  readonly query?: Readonly<Record<string, string>>;
}

/** Who shows a page in a frame: any shop the form alone, and the dashboard a page that is looked at before customers see it. */
const FRAMED_BY = { widget: '*', preview: "'self'" } as const;
type Framing = keyof typeof FRAMED_BY;

const HEIGHT_HASH = createHash('sha256').update(HEIGHT_SCRIPT).digest('base64');

/** Sends a page for a shop's customers: no script but the height that a widget tells, and of elsewhere nothing but pictures. */
export function sendShopPage(
  reply: FastifyReply,
  status: number,
  title: string,
  content: Html,
  frame: Frame,
  framing?: Framing,
): void {
  const style = pageStyle(frame.branding);
  const hash = createHash('sha256').update(style).digest('base64');
  const policy = [`style-src 'sha256-${hash}'`, 'img-src https:', "form-action 'self'"];
  if (framing === 'widget') policy.push(`script-src 'sha256-${HEIGHT_HASH}'`);
  const { language, direction } = frame.words;
  const document = html`<!doctype html>
    <html lang="${language}" dir="${direction}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>${title}</title>
        ${new Html(`<style>${style}</style>`)}
      </head>
      <body>
        ${framing !== 'widget' && shopHeader(frame)}
        <main>${content}</main>
        ${framing !== 'widget' && shopFooter(frame)}
        ${framing === 'widget' && new Html(`<script>${HEIGHT_SCRIPT}</script>`)}
      </body>
    </html>`;
  // indentation is for who reads the code
  if (framing) void reply.removeHeader('X-Frame-Options');
  const framedBy = framing && FRAMED_BY[framing];
  sendDocument(reply, status, new Html(document.text.replace(/\n\s+/g, '\n')), policy, framedBy);
}

const shopHeader = ({ branding, shop, words }: Frame): Html =>
  html`<header>
    <p class="shop">
      ${
        branding.logoUrl === undefined
          ? (shop ?? words.say('pageTitle'))
          : html`<img src="${branding.logoUrl}" alt="${shop ?? ''}" />`
      }
    </p>
    ${links(branding.headerLinks)}
  </header>`;

function shopFooter({ branding, words, query = {} }: Frame): Html {
  const { say } = words;
  const own: BrandingLink[] = [
    ...(branding.footerLinks ?? []),
    ...(branding.privacyUrl === undefined ? [] : [{ label: say('privacy'), url: branding.privacyUrl }]),
  ];
  return html`<footer>
    ${links(own)}
    <nav aria-label="${say('language')}">
      ${Object.entries(LANGUAGE_NAMES).map(([code, name]) =>
        code === words.language
          ? html`<span lang="${code}" aria-current="true">${name}</span> `
          : html`<a href="?${new URLSearchParams({ ...query, lang: code }).toString()}" lang="${code}"
              >${name}</a
            > `,
      )}
    </nav>
  </footer>`;
}

const links = (list: readonly BrandingLink[] = []): Html | false =>
  list.length > 0 &&
  html`<div class="links">
    ${list.map(({ label, url }) => html`<a href="${url}" rel="noreferrer">${label}</a> `)}
  </div>`;

/** Where a customer goes with a question; nothing when the shop says nothing. */
export function contact({ branding, words: { say } }: Frame): Html | false {
  const { contactEmail, contactPhone, contactUrl, returnPolicyUrl } = branding;
  const ways = [
    contactUrl !== undefined && html`<a href="${contactUrl}" rel="noreferrer">${say('contactShop')}</a>`,
    contactEmail !== undefined && html`<a href="mailto:${contactEmail}">${say('writeToShop')}</a>`,
    contactPhone !== undefined &&
      html`<a href="tel:${contactPhone.replace(/[^+\d]/g, '')}"
        >${say('callShop', { phone: contactPhone })}</a
      >`,
    returnPolicyUrl !== undefined &&
      html`<a href="${returnPolicyUrl}" rel="noreferrer">${say('returnPolicy')}</a>`,
  ].filter((way) => way !== false);
  return (
    ways.length > 0 &&
    html`<section class="card contact">
      <h2 class="part">${say('questions')}</h2>
      <div class="links">${ways}</div>
    </section>`
  );
}

/** What is said of pages: search engines keep out, and other servers do not learn the address. */
export const DISCREET = { 'X-Robots-Tag': 'noindex', 'Referrer-Policy': 'no-referrer' } as const;
