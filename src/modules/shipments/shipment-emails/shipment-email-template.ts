import { withoutLinks } from '../../mail/without-links.js';
import type { Excerpt, EmailItem, ShipmentEmailData, EmailTrack } from './shipment-email-data.js';

/** A mail about a parcel in words, before it is text or HTML. What is not there is an empty text or list. */
export interface ShipmentEmailContent {
  /** `Your order 100042 is on its way` */
  readonly subject: string;
  readonly shop: string;
  readonly greeting: string;
  readonly news: string;
  readonly items: readonly EmailItem[];
  /** `and 12 more products` */
  readonly moreItems: string;
  readonly tracks: readonly EmailTrack[];
  readonly moreTracks: string;
  readonly address: readonly string[];
  readonly comments: readonly string[];
}

/** How much a letter says at most: of what there is many of, and characters of a comment. */
const MAX = { items: 100, tracks: 20, orders: 20, comment: 5000 };
/** Order numbers in the subject. */
const MAX_ORDERS_IN_SUBJECT = 3;
/** Characters of a name, a number or a line of an address. */
const MAX_LINE_LENGTH = 120;

/** The letter about a parcel, with a share (1: all) of the most that a letter says. `comment` is said after the shipment's own. */
export function shipmentEmailContent(
  parcel: ShipmentEmailData,
  comment: string,
  share: number,
): ShipmentEmailContent {
  const { orderNumbers, items, tracks } = parcel;
  const room = (most: number): number => Math.floor(most * share);
  const listed = items.first.slice(0, room(MAX.items));
  const shown = tracks.first.slice(0, Math.max(1, room(MAX.tracks)));
  const firstName = line(parcel.firstName);
  return {
    subject: onItsWaySentence(orderNumbers, MAX_ORDERS_IN_SUBJECT),
    shop: line(parcel.shop),
    greeting: firstName === '' ? 'Hello,' : `Hello ${firstName},`,
    news: `${onItsWaySentence(orderNumbers, Math.max(1, room(MAX.orders)))}.`,
    items: listed.map(({ name, sku, qty }) => ({ name: line(name), sku: line(sku), qty })),
    moreItems: remainder(items.count - listed.length, 'product', listed.length),
    tracks: shown.map(({ carrier, number, link }) => ({
      carrier: line(carrier),
      number: line(number),
      link,
    })),
    moreTracks: remainder(tracks.count - shown.length, 'tracking number', shown.length),
    address: parcel.address.map(line),
    comments: [parcel.comments ?? '', comment]
      .map((text) => truncate(withoutLinks(text.trim()), room(MAX.comment)))
      .filter((text) => text !== ''),
  };
}

const listFormat = new Intl.ListFormat('en-GB');

function onItsWaySentence({ first, count }: Excerpt<string>, most: number): string {
  const shown = first.slice(0, most).map(line);
  const numbers = listFormat.format(
    count > shown.length ? [...shown, `${count - shown.length} more`] : shown,
  );
  return count > 1
    ? `Your orders ${numbers} are on their way`
    : `Your order ${numbers}${numbers && ' '}is on its way`;
}

/** What is not shown: `and 12 more products`, or `12 products` after nothing. */
function remainder(count: number, noun: string, shown: number): string {
  if (count <= 0) return '';
  const nouns = count === 1 ? noun : `${noun}s`;
  return shown > 0 ? `and ${count} more ${nouns}` : `${count} ${nouns}`;
}

const line = (text: string | null): string =>
  truncate(withoutLinks((text ?? '').replace(/\s+/g, ' ').trim()), MAX_LINE_LENGTH);

/** The beginning of a text that is too long, in whole characters. */
function truncate(text: string, longest: number): string {
  if (text.length <= longest) return text;
  return longest === 0 ? '' : `${text.slice(0, longest - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}
