import { type Html, html } from '../../../core/http/html.js';
import type { PublicShipment } from '../public-page.js';
import { BEST, WORST } from '../reviews/score.field.js';
import type { TextKey } from '../languages/texts.js';
import type { PageView } from './tracking-page.html.js';

const SCORES: readonly (readonly [name: string, label: TextKey])[] = [
  ['carrierScore', 'reviewCarrier'],
  ['productScore', 'reviewProduct'],
  ['packagingScore', 'reviewPackaging'],
];

const STARS = Array.from({ length: BEST - WORST + 1 }, (_, index) => WORST + index);

/** A form for a delivered parcel that nobody has reviewed; nothing where reviews are off. */
export const reviewForm = (
  { id, trackingStatus, reviewed }: PublicShipment,
  { trackingPage, words: { say, language }, path }: PageView,
): Html | false =>
  trackingPage.reviewsEnabled &&
  trackingStatus === 'delivered' &&
  !reviewed &&
  html`<form method="post" action="${path}/review?lang=${language}">
    <h2 class="part">${say('review')}</h2>
    <input type="hidden" name="shipmentId" value="${id}" />
    ${SCORES.map(
      ([name, label]) =>
        html`<fieldset>
          <legend>${say(label)}</legend>
          <div class="stars">
            ${STARS.map(
              (star) =>
                html`<label><input type="radio" name="${name}" value="${star}" required />${star} ★</label>`,
            )}
          </div>
        </fieldset>`,
    )}
    <label class="field" for="comment-${id}">${say('reviewComment')}</label>
    <textarea id="comment-${id}" name="comment" rows="3" maxlength="5000"></textarea>
    <button>${say('reviewSend')}</button>
  </form>`;
