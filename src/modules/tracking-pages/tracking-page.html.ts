import { type Html, html } from '../../core/http/html.js';
import type { Page } from '../../core/http/page.js';
import type { PublicCarrier, PublicPage, PublicShipment } from './public-page.js';

/** What a customer sees in a browser. Of the shop's own layout (`builder`) nothing is in it: that may hold scripts. */
export const trackingPageHtml = ({ trackingPage, shipments }: PublicPage): Page => ({
  title: trackingPage.title ?? 'Your parcels',
  content:
    shipments.length === 0 ? html`<p>There are no parcels here yet.</p>` : html`${shipments.map(parcel)}`,
});

/** Instead of a link that leads nowhere, or no longer. */
export const NO_SUCH_PAGE: Page = {
  title: 'There is nothing here',
  content: html`<p>The link leads nowhere, or no longer. Please ask the shop for a new one.</p>`,
};

const parcel = (shipment: PublicShipment): Html =>
  html`<section>
    <h2>${shipment.trackingNumber ?? 'A parcel without a number yet'}</h2>
    <dl>
      ${fact('Status', shipment.trackingStatus && statusText(shipment.trackingStatus))}
      ${fact('Order', shipment.orderNumbers.join(', '))}
      ${fact('Carrier', shipment.originCarrier && carrier(shipment.originCarrier))}
      ${fact('Delivered by', shipment.destinationCarrier && carrier(shipment.destinationCarrier))}
      ${fact('Shipped', moment(shipment.shippedAt))}
      ${fact('Expected', moment(shipment.expectedDeliveryDate))}
    </dl>
    ${
      shipment.items.length > 0 &&
      html`<ul>
        ${shipment.items.map(({ productName, qty }) => html`<li>${qty} × ${productName ?? 'item'}</li>`)}
      </ul>`
    }
    ${
      shipment.checkpoints.length > 0 &&
      html`<ol>
        ${shipment.checkpoints.map(
          ({ checkpointDate, info, location }) =>
            html`<li>${moment(checkpointDate)} ${[info, location].filter(Boolean).join(', ')}</li>`,
        )}
      </ol>`
    }
  </section>`;

const fact = (name: string, value: string | Html | null): Html | false =>
  value !== null &&
  value !== '' &&
  html`<dt>${name}</dt>
    <dd>${value}</dd>`;

const carrier = ({ name, url }: PublicCarrier): Html =>
  url !== null && /^https?:\/\//.test(url)
    ? html`<a href="${url}" rel="noreferrer">${name}</a>`
    : html`${name}`;

/** `in_transit` as `In transit`. */
const statusText = (code: string): string =>
  `${code.charAt(0).toUpperCase()}${code.slice(1).replaceAll('_', ' ')}`;

/** The day and minute, in UTC: nobody knows where the customer is. */
const moment = (wire: string | null): Html | null =>
  wire === null ? null : html`<time datetime="${wire}">${wire.slice(0, 10)} ${wire.slice(11, 16)} UTC</time>`;
