import { withoutLinks } from '../../mail/without-links.js';
import type { Prediction } from '../../predictions/predict.js';
import { type Branding, FONTS } from '../../tracking-pages/branding/branding.js';
import { textKey } from '../../tracking-pages/page/parcel-progress.js';
import { wordsIn, type Words } from '../../tracking-pages/page/words.js';
import { toldDays } from '../../tracking-pages/page/told-days.js';
import type { PublicShipment } from '../../tracking-pages/public-page.js';
import type { Values } from '../templates/variables.js';

/** What a message is made of. */
export interface MessageSource {
  readonly shipment: PublicShipment;
  readonly branding: Branding;
  /** The recipient's. */
  readonly zone: string;
  /** Milliseconds. */
  readonly deliveredAt: number | undefined;
  readonly shop: string;
  readonly firstName: string | null;
  /** Of the parcel and its further tracks. */
  readonly trackingNumbers: readonly (string | null)[];
  /** At the shipment, and of this message alone. */
  readonly comments: readonly (string | null | undefined)[];
  /** The tracking page; empty where there is none. */
  readonly url: string;
  readonly takesReviews: boolean;
  readonly unsubscribeUrl: string;
  readonly prediction: Prediction | undefined;
  readonly language: string;
  /** Milliseconds. */
  readonly now: number;
}

/** Characters of a name or a number, of a longer text, and items that are listed. */
const MAX_LINE_LENGTH = 120;
const MAX_TEXT_LENGTH = 1000;
const MAX_ITEMS = 20;

const ACCENT = '#1d4ed8';

/** A value of somebody else's, in which programs for mail find no links. */
const line = (text: string | null | undefined, longest = MAX_LINE_LENGTH): string => {
  const plain = withoutLinks((text ?? '').replace(/[\s\p{Cc}]+/gu, ' ').trim());
  return plain.length <= longest ? plain : `${plain.slice(0, longest - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
};

/** The variables of a message. */
export function valuesOf(source: MessageSource): Values {
  const { shipment, branding, url, zone } = source;
  const words = wordsIn(source.language, branding, source.now);
  const latest = shipment.checkpoints[0];
  const carrier = shipment.destinationCarrier ?? shipment.originCarrier;
  return {
    shop: line(source.shop),
    first_name: line(source.firstName),
    order_number: line(shipment.orderNumbers.join(', ')),
    tracking_number: line(source.trackingNumbers.filter(Boolean).join(', ')),
    carrier: line(carrier?.name),
    status: words.say(textKey('headline', shipment.trackingStatus)),
    advice: words.say(textKey('advice', shipment.trackingStatus)),
    expected_day: expectedDay(source, words),
    delivered_day: source.deliveredAt === undefined ? '' : words.day(source.deliveredAt, zone),
    last_news: line(latest?.info, MAX_TEXT_LENGTH),
    last_place: line(latest?.location),
    comment: line(source.comments.filter(Boolean).join(' '), MAX_TEXT_LENGTH),
    contact_email: branding.contactEmail ?? '',
    contact_phone: branding.contactPhone ?? '',
    items: items(shipment, words),
    tracking_url: url,
    review_url: source.takesReviews && url !== '' ? `${url}#review` : '',
    unsubscribe_url: source.unsubscribeUrl,
    logo_url: branding.logoUrl ?? '',
    accent_color: branding.accentColor ?? ACCENT,
    font: FONTS[branding.font ?? 'system'],
  };
}

function items({ items: all }: PublicShipment, words: Words): string {
  const listed = all
    .slice(0, MAX_ITEMS)
    .map(({ productName, qty }) => `${qty} × ${line(productName) || words.say('unnamedItem')}`);
  return [...listed, ...(all.length > MAX_ITEMS ? [`+ ${all.length - MAX_ITEMS}`] : [])].join('\n');
}

const DAY_MS = 86_400_000;

/** The carrier's day, unless that has passed or is not what is likely; else the days between which it is predicted. */
function expectedDay({ shipment, prediction, zone, now }: MessageSource, words: Words): string {
  const told = shipment.expectedDeliveryDate;
  const isDay = told?.includes('T00:00:00') === true;
  const at = told === null ? Number.NaN : Date.parse(told);
  const isAhead = at + (isDay ? 1.5 : 1) * DAY_MS > now;
  if (told !== null && isAhead && prediction?.onTime !== 'late') return words.day(at, isDay ? 'UTC' : zone);
  const days =
    prediction && toldDays({ earliest: prediction.earliest ?? '', latest: prediction.latest ?? '' });
  if (days === undefined) return '';
  const day = (moment: number): string => words.day(moment, 'UTC');
  if ('by' in days) return words.say('byDay', { date: day(days.by) });
  return 'on' in days ? day(days.on) : `${day(days.from)} – ${day(days.to)}`;
}
