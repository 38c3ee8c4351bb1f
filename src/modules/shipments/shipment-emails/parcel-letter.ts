import { withoutLinks } from '../../mail/without-links.js';
import type { Told, ToldItem, ToldParcel, ToldTrack } from './told-parcel.js';

/** A mail about a parcel in words, before it is text or HTML. What is not there is an empty text or list. */
export interface ParcelLetter {
  /** `Your order 100042 is on its way` */
  readonly subject: string;
  readonly shop: string;
  readonly greeting: string;
  readonly news: string;
  readonly items: readonly ToldItem[];
  /** `and 12 more products` */
  readonly moreItems: string;
  readonly tracks: readonly ToldTrack[];
  readonly moreTracks: string;
  readonly address: readonly string[];
  readonly comments: readonly string[];
}

/** How much a letter says at most: of what there is many of, and characters of a comment. */
const MOST = { items: 100, tracks: 20, orders: 20, comment: 5000 };
/** Order numbers in the subject. */
const IN_SUBJECT = 3;
/** Characters of a name, a number or a line of an address. */
const LONGEST_LINE = 120;

/** The letter about a parcel, with a share (1: all) of the most that a letter says. `comment` is said after the shipment's own. */
export function parcelLetter(parcel: ToldParcel, comment: string, share: number): ParcelLetter {
  const { orderNumbers, items, tracks } = parcel;
  const room = (most: number): number => Math.floor(most * share);
  const listed = items.first.slice(0, room(MOST.items));
  const shown = tracks.first.slice(0, Math.max(1, room(MOST.tracks)));
  const firstName = line(parcel.firstName);
  return {
    subject: onItsWay(orderNumbers, IN_SUBJECT),
    shop: line(parcel.shop),
    greeting: firstName === '' ? 'Hello,' : `Hello ${firstName},`,
    news: `${onItsWay(orderNumbers, Math.max(1, room(MOST.orders)))}.`,
    items: listed.map(({ name, sku, qty }) => ({ name: line(name), sku: line(sku), qty })),
    moreItems: left(items.count - listed.length, 'product', listed.length),
    tracks: shown.map(({ carrier, number, link }) => ({
      carrier: line(carrier),
      number: line(number),
      link,
    })),
    moreTracks: left(tracks.count - shown.length, 'tracking number', shown.length),
    address: parcel.address.map(line),
    comments: [parcel.comments ?? '', comment]
      .map((text) => cut(withoutLinks(text.trim()), room(MOST.comment)))
      .filter((text) => text !== ''),
  };
}

const words = new Intl.ListFormat('en-GB');

function onItsWay({ first, count }: Told<string>, most: number): string {
  const shown = first.slice(0, most).map(line);
  const numbers = words.format(count > shown.length ? [...shown, `${count - shown.length} more`] : shown);
  return count > 1
    ? `Your orders ${numbers} are on their way`
    : `Your order ${numbers}${numbers && ' '}is on its way`;
}

/** What is not shown: `and 12 more products`, or `12 products` after nothing. */
function left(count: number, noun: string, shown: number): string {
  if (count <= 0) return '';
  const nouns = count === 1 ? noun : `${noun}s`;
  return shown > 0 ? `and ${count} more ${nouns}` : `${count} ${nouns}`;
}

const line = (text: string | null): string =>
  cut(withoutLinks((text ?? '').replace(/\s+/g, ' ').trim()), LONGEST_LINE);

/** The beginning of a text that is too long, in whole characters. */
function cut(text: string, longest: number): string {
  if (text.length <= longest) return text;
  return longest === 0 ? '' : `${text.slice(0, longest - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}
