import { type Html, html } from '../../../core/http/html.js';
import type { ShipmentEmailContent } from './shipment-email-template.js';
import type { EmailItem, EmailTrack } from './shipment-email-data.js';

// programs for mail drop style sheets, so each element has its own style
const FONT =
  "font: 16px/1.5 system-ui, -apple-system, 'Segoe UI', Roboto, Arial, sans-serif; color: #1f2933;";
const PAGE = `margin: 0; padding: 24px 16px; background: #ffffff; ${FONT}`;
const COLUMN = 'max-width: 560px; margin: 0 auto; word-wrap: break-word; overflow-wrap: anywhere;';
const SHOP =
  'margin: 0 0 24px; padding: 0 0 12px; border-bottom: 2px solid #1f2933; font-size: 20px; font-weight: bold;';
const TITLE = 'margin: 28px 0 8px; font-size: 16px; font-weight: bold;';
const TEXT = 'margin: 0 0 16px;';
const TABLE = 'width: 100%; border-collapse: collapse;';
const CELL = 'padding: 8px 0; border-bottom: 1px solid #d9e2ec; vertical-align: top; text-align: left;';
const QUANTITY = `${CELL} width: 56px; white-space: nowrap;`;
const FAINT = 'color: #52606d; font-size: 14px;';
const LINK = 'color: #1a56b0; word-break: break-word;';

/** The HTML of a mail about a parcel. What users have typed is escaped; a link is an http(s) address. */
export const shipmentEmailHtml = (content: ShipmentEmailContent): string =>
  html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${content.subject}</title>
      </head>
      <body style="${PAGE}">
        <div style="${COLUMN}">
          <p style="${SHOP}">${content.shop}</p>
          <p style="${TEXT}">${content.greeting}</p>
          <p style="${TEXT}">${content.news}</p>
          ${content.comments.map((text) => html`<p style="${TEXT}">${lines(text.split(/\r?\n/))}</p>`)}
          ${part('Where it is', content.tracks.map(track), content.moreTracks)}
          ${part('What is in it', content.items.map(item), content.moreItems)}
          ${
            content.address.length > 0 &&
            html`<h2 style="${TITLE}">Where it goes</h2>
              <p style="${TEXT}">${lines(content.address)}</p>`
          }
        </div>
      </body>
    </html> `.text.replace(/\n\s+/g, '\n');

/** A titled table; nothing when there is nothing in it. */
const part = (title: string, rows: readonly Html[], more: string): Html | false =>
  (rows.length > 0 || more !== '') &&
  html`<h2 style="${TITLE}">${title}</h2>
    <table role="presentation" style="${TABLE}">
      ${rows}
    </table>
    ${more !== '' && html`<p style="${FAINT}">${more}</p>`}`;

const item = ({ name, sku, qty }: EmailItem): Html =>
  html`<tr>
    <td style="${QUANTITY}">${qty} ×</td>
    <td style="${CELL}">${name || 'item'}${sku && html`<br /><span style="${FAINT}">${sku}</span>`}</td>
  </tr>`;

const track = ({ carrier, number, link }: EmailTrack): Html =>
  html`<tr>
    <td style="${CELL}">
      ${carrier && html`${carrier}<br />`}${
        link === null ? number : html`<a href="${link}" style="${LINK}">${number || 'See where it is'}</a>`
      }
    </td>
  </tr>`;

const lines = (each: readonly string[]): Html[] =>
  each.map((text, index) => (index === 0 ? html`${text}` : html`<br />${text}`));
