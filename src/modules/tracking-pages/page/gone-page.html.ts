import type { FastifyReply, FastifyRequest } from 'fastify';
import { html } from '../../../core/http/html.js';
import { DISCREET, sendShopPage } from './layout.html.js';
import { chosenLanguage, wordsIn } from './words.js';

/** Instead of a link or page that leads nowhere, or no longer. */
export function sendGonePage(reply: FastifyReply, request: FastifyRequest, now: number): void {
  const words = wordsIn(chosenLanguage(request), {}, now);
  const title = words.say('goneTitle');
  const content = html`<section class="card">
    <h1>${title}</h1>
    <p class="advice">${words.say('goneText')}</p>
  </section>`;
  void reply.headers(DISCREET);
  sendShopPage(reply, 404, title, content, { words, branding: {}, shop: null });
}
