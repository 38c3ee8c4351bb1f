import { isShortEnough, type Mail } from '../../mail/queue-mail.js';
import { type ParcelLetter, parcelLetter } from './parcel-letter.js';
import { parcelHtml } from './parcel-mail.html.js';
import type { ToldItem, ToldParcel, ToldTrack } from './told-parcel.js';

/** With this share of what it says at most every mail is short enough. */
const LEAST = 1 / 128;

/** The mail about a parcel, with as much as goes into one. `comment` is said after the shipment's own. */
export function parcelMail(to: string, parcel: ToldParcel, comment = ''): Mail {
  for (let share = 1; ; share /= 2) {
    const letter = parcelLetter(parcel, comment, share);
    const mail = { to, subject: letter.subject, text: textOf(letter), html: parcelHtml(letter) };
    if (share <= LEAST || isShortEnough(mail)) return mail;
  }
}

function textOf(letter: ParcelLetter): string {
  const block = (title: string, ...lines: readonly string[]): string => {
    const said = lines.filter((each) => each !== '');
    return said.length === 0 ? '' : [title, ...said].join('\n');
  };
  return [
    letter.shop,
    letter.greeting,
    letter.news,
    ...letter.comments,
    block('Where it is:', ...letter.tracks.map(trackText), letter.moreTracks),
    block('What is in it:', ...letter.items.map(itemText), letter.moreItems),
    block('Where it goes:', ...letter.address),
  ]
    .filter((part) => part !== '')
    .join('\n\n')
    .concat('\n');
}

const itemText = ({ name, sku, qty }: ToldItem): string =>
  `${qty} × ${name || 'item'}${sku ? ` (${sku})` : ''}`;

const trackText = ({ carrier, number, link }: ToldTrack): string =>
  [[carrier, number].filter(Boolean).join(' '), link].filter(Boolean).join('\n');
