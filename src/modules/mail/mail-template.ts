import { html, type Html } from '../../core/http/html.js';
import type { Mail } from './queue-mail.js';

/** What most mails are: some sentences, a link, and sentences after it. */
export interface MailContent {
  readonly subject: string;
  readonly before: readonly string[];
  readonly link: { readonly label: string; readonly url: string };
  readonly after: readonly string[];
}

const paragraph = (text: string): Html => html`<p>${text}</p>`;

/** Some sentences and nothing else. */
export const plainMailBody = (sentences: readonly string[]): Pick<Mail, 'text' | 'html'> => ({
  text: sentences.join('\n\n') + '\n',
  html: html`<!doctype html>
    <html lang="en">
      <body>
        ${sentences.map(paragraph)}
      </body>
    </html> `.text,
});

/** A letter in text and in HTML; what users have typed is escaped. */
export const renderMail = (to: string, { subject, before, link, after }: MailContent): Mail => ({
  to,
  subject: subject.replace(/\s+/g, ' '),
  text: [...before, link.url, ...after].join('\n\n') + '\n',
  html: html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <title>${subject}</title>
      </head>
      <body>
        ${before.map(paragraph)}
        <p><a href="${link.url}">${link.label}</a></p>
        ${after.map(paragraph)}
      </body>
    </html> `.text,
});
