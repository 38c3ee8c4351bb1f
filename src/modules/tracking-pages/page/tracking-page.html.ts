import { Html, html } from '../../../core/http/html.js';
import { carrierByCode } from '../../reference-data/carriers/carriers.js';
import type { PublicCarrier, PublicCheckpoint, PublicPage, PublicShipment } from '../public-page.js';
import { contact, type Frame } from './layout.html.js';
import { progressOf, textKey, type Tone } from './parcel-progress.js';
import { reviewForm } from './review-form.html.js';
import { type PredictedDays, toldDays, toldDaysSentence } from './told-days.js';
import type { Words } from './words.js';

/** What a page knows beside what its link shows. */
export interface PageView extends PublicPage, Frame {
  /** The recipient's time zone by the shipment's id, where the place gives one. */
  readonly zones: ReadonlyMap<string, string>;
  /** Milliseconds, by the shipment's id. */
  readonly deliveredAt: ReadonlyMap<string, number>;
  /** When those that are under way will come, by the shipment's id, where the tenant's history says so. */
  readonly predicted?: ReadonlyMap<string, PredictedDays>;
  /** Milliseconds. */
  readonly now: number;
  /** Where the page's forms go: `/public/tracking_page_links/<hash>`. */
  readonly path: string;
  /** The id of the parcel to show first. */
  readonly chosen?: string | undefined;
  /** A sentence for whoever has just written a review. */
  readonly reviewed?: 'thanks' | 'incomplete' | undefined;
}

/** Whether a customer still waits for a parcel at their door. */
export const isComing = (trackingStatus: string | null): boolean =>
  progressOf(trackingStatus).tone !== 'ended' &&
  trackingStatus !== 'return_to_sender' &&
  trackingStatus !== 'available_for_pickup';

/** So many parcels are shown whole; of more, one is, and the others are links to themselves. */
const MAX_WHOLE = 3;

/** Events of a parcel that are shown at most: a page stays under 40 kB. */
const MAX_EVENTS = 60;
const MAX_OTHERS = 60;

/** The title of a page: the state of its first parcel, or the shop's own words. */
export const trackingPageTitle = ({ shipments, shop, words, chosen }: PageView): string => {
  const [first] = ordered(shipments, chosen);
  const title = shop ?? words.say('pageTitle');
  return first ? `${words.say(textKey('headline', first.trackingStatus))} – ${title}` : title;
};

/** What a customer sees: of each parcel first how it stands, then what was and what comes. */
export function trackingPageHtml(view: PageView): Html {
  const { words, reviewed } = view;
  const shipments = ordered(view.shipments, view.chosen);
  const whole = shipments.length > MAX_WHOLE ? shipments.slice(0, 1) : shipments;
  const others = shipments.slice(whole.length, whole.length + MAX_OTHERS);
  return html`${reviewed === 'thanks' && html`<p role="status">${words.say('reviewThanks')}</p>`}
  ${reviewed === 'incomplete' && html`<p role="alert">${words.say('reviewIncomplete')}</p>`}
  ${
    whole.length === 0 &&
    html`<section class="card">
      <h1>${words.say('pageTitle')}</h1>
      <p class="advice">${words.say('nothingYet')}</p>
    </section>`
  }
  ${whole.map((shipment, index) => parcel(shipment, view, index === 0 ? 'h1' : 'h2'))}
  ${others.length > 0 && otherParcels(others, view)} ${contact(view)}`;
}

/** The chosen parcel first, then those that are still coming, the parcels of one order together. */
function ordered(shipments: readonly PublicShipment[], chosen: string | undefined): PublicShipment[] {
  const isOver = ({ trackingStatus }: PublicShipment): number =>
    progressOf(trackingStatus).tone === 'ended' ? 1 : 0;
  const sorted = shipments.toSorted(
    (a, b) => Number(b.id === chosen) - Number(a.id === chosen) || isOver(a) - isOver(b),
  );
  const order = (shipment: PublicShipment): string => shipment.orderNumbers.join();
  const orders = [...new Set(sorted.map(order))];
  return sorted.toSorted((a, b) => orders.indexOf(order(a)) - orders.indexOf(order(b)));
}

function parcel(shipment: PublicShipment, view: PageView, heading: 'h1' | 'h2'): Html {
  const { words, zones } = view;
  const { say } = words;
  const { trackingStatus, orderNumbers, items } = shipment;
  const { tone, steps } = progressOf(trackingStatus);
  const zone = zones.get(shipment.id) ?? 'UTC';
  const hasPictures = items.some(({ imageUrl }) => isPicture(imageUrl));
  const headline = html`${icon(tone)} ${say(textKey('headline', trackingStatus))}`;
  const when = whenText(shipment, view, zone);
  return html`<article class="card ${tone}">
    ${orderNumbers.length > 0 && html`<p class="order">${say('order')} ${orderNumbers.join(', ')}</p>`}
    ${
      heading === 'h1'
        ? html`<h1 class="headline">${headline}</h1>`
        : html`<h2 class="headline">${headline}</h2>`
    }
    ${when !== undefined && html`<p class="when">${when}</p>`}
    <p class="advice">
      ${say(textKey('advice', isLongOverdue(shipment, view) ? 'transit_limit_exceeded' : trackingStatus))}
    </p>
    <ol class="steps" aria-label="${say('progress')}">
      ${steps.map(
        ({ key, state }) =>
          html`<li class="${state}" ${state === 'current' && new Html('aria-current="step"')}>
            ${say(key)}
          </li>`,
      )}
    </ol>
    ${facts(shipment, words)}
    ${
      items.length > 0 &&
      html`<h2 class="part">${say('contents')}</h2>
        <ul class="items">
          ${items.map(
            ({ productName, qty, imageUrl }) =>
              html`<li>
                ${
                  isPicture(imageUrl)
                    ? html`<img src="${imageUrl}" alt="" loading="lazy" width="48" height="48" />`
                    : hasPictures && html`<span class="blank"></span>`
                }
                <span>${productName ?? say('unnamedItem')}</span><span class="qty">${qty} ×</span>
              </li>`,
          )}
        </ul>`
    }
    <h2 class="part">${say('history')}</h2>
    ${timeline(shipment.checkpoints, words, zone)} ${reviewForm(shipment, view)}
  </article>`;
}

/** Pictures come over TLS: the page's policy lets nothing else in. */
const isPicture = (url: string | null): url is string => url?.startsWith('https://') === true;

/**
 * When it came, comes, or should have come: what is predicted goes before the carrier's date, which it has weighed. Days
 * without a time of day are in no zone.
 */
function whenText(shipment: PublicShipment, view: PageView, zone: string): string | undefined {
  const { words, now } = view;
  const { id, trackingStatus, expectedDeliveryDate } = shipment;
  if (trackingStatus === 'delivered') {
    const at = view.deliveredAt.get(id);
    return at === undefined ? undefined : words.say('deliveredOn', { date: words.day(at, zone) });
  }
  if (!isComing(trackingStatus)) return undefined;
  const predicted = view.predicted?.get(id);
  const told = predicted && toldDaysSentence(predicted, words);
  if (told !== undefined) return told;
  if (expectedDeliveryDate === null) return undefined;
  const date = words.day(Date.parse(expectedDeliveryDate), isDay(expectedDeliveryDate) ? 'UTC' : zone);
  return words.say(endOfDay(expectedDeliveryDate) < now ? 'wasExpectedOn' : 'expectedOn', { date });
}

function facts({ trackingNumber, originCarrier, destinationCarrier }: PublicShipment, words: Words): Html {
  const { say } = words;
  return html`<dl>
    <dt>${say('trackingNumber')}</dt>
    <dd><bdi>${trackingNumber ?? say('noTrackingNumber')}</bdi></dd>
    ${originCarrier && fact(say('carrier'), carrier(originCarrier, words))}
    ${
      destinationCarrier &&
      destinationCarrier.code !== originCarrier?.code &&
      fact(say('lastMile'), carrier(destinationCarrier, words))
    }
  </dl>`;
}

const fact = (name: string, value: Html): Html =>
  html`<dt>${name}</dt>
    <dd>${value}</dd>`;

function carrier({ code, name, url }: PublicCarrier, { say }: Words): Html {
  const phone = carrierByCode(code)?.phone;
  return html`<bdi>${name}</bdi> ${
      url !== null &&
      /^https?:\/\//.test(url) &&
      html`· <a href="${url}" rel="noreferrer">${say('trackAtCarrier', { carrier: name })}</a>`
    }
    ${phone && html`· <a href="tel:${phone.replace(/[^+\d]/g, '')}"><bdi>${phone}</bdi></a>`}`;
}

/** What the carriers reported, by day, the newest first. */
function timeline(checkpoints: readonly PublicCheckpoint[], words: Words, zone: string): Html {
  if (checkpoints.length === 0) return html`<p class="note">${words.say('noHistory')}</p>`;
  const days = new Map<string, PublicCheckpoint[]>();
  for (const checkpoint of checkpoints.slice(0, MAX_EVENTS)) {
    const day = words.day(Date.parse(checkpoint.checkpointDate), zone);
    days.set(day, [...(days.get(day) ?? []), checkpoint]);
  }
  const place = zone === 'UTC' ? 'UTC' : zone.slice(zone.lastIndexOf('/') + 1).replaceAll('_', ' ');
  return html`${[...days].map(
      ([day, events]) =>
        html`<h3 class="day">${day}</h3>
          <ul class="news">
            ${events.map(
              ({ checkpointDate, info, location }) =>
                html`<li>
                  <time datetime="${checkpointDate}">${words.time(Date.parse(checkpointDate), zone)}</time>
                  <span
                    >${info ?? location}${
                      info !== null && location !== null && html`<span class="place">${location}</span>`
                    }</span
                  >
                </li>`,
            )}
          </ul>`,
    )}
    <p class="note">${words.say('timesIn', { zone: place })}</p>`;
}

const otherParcels = (shipments: readonly PublicShipment[], { words, query }: PageView): Html =>
  html`<section class="card">
    <h2 class="part">${words.say('otherParcels')}</h2>
    <ul class="others">
      ${shipments.map(
        ({ id, trackingNumber, trackingStatus, orderNumbers }) =>
          html`<li>
            <a href="?${new URLSearchParams({ ...query, lang: words.language, parcel: id }).toString()}"
              ><strong>${words.say(textKey('headline', trackingStatus))}</strong
              ><span>${[orderNumbers.join(', '), trackingNumber].filter(Boolean).join(' · ')}</span></a
            >
          </li>`,
      )}
    </ul>
  </section>`;

const PATHS: Readonly<Record<Tone, string>> = {
  waiting: 'M12 7v5l3 2',
  moving: 'M7 12h9m-4-4 4 4-4 4',
  attention: 'M12 7v6m0 3.5v.5',
  ended: 'm8 12.5 3 3 5.5-6.5',
};

/** A picture beside the words, for eyes that do not tell colours apart. */
const icon = (tone: Tone): Html =>
  html`<svg
    viewBox="0 0 24 24"
    fill="none"
    stroke="currentColor"
    stroke-width="2"
    stroke-linecap="round"
    stroke-linejoin="round"
    aria-hidden="true"
  >
    <circle cx="12" cy="12" r="10" />
    <path d="${PATHS[tone]}" />
  </svg>`;

const HOUR_MS = 3_600_000;

/** A date without a time of day. */
const isDay = (expected: string): boolean => expected.includes('T00:00:00');

/** When the day is over for everybody, in milliseconds. */
const endOfDay = (expected: string): number => Date.parse(expected) + (isDay(expected) ? 36 : 24) * HOUR_MS;

/** Days after the carrier's date from which nobody is told any more that there is nothing to do. */
const OVERDUE_DAYS = 3;

const isLongOverdue = (
  { id, trackingStatus, expectedDeliveryDate }: PublicShipment,
  { predicted, now }: PageView,
): boolean =>
  trackingStatus === 'in_transit' &&
  !isTold(predicted?.get(id)) &&
  expectedDeliveryDate !== null &&
  endOfDay(expectedDeliveryDate) + OVERDUE_DAYS * 24 * HOUR_MS < now;

/** Whether predicted days say enough to be told. */
const isTold = (days: PredictedDays | undefined): boolean =>
  days !== undefined && toldDays(days) !== undefined;
