import { isShortEnough, type Mail } from '../../mail/queue-mail.js';
import { type ShipmentEmailContent, shipmentEmailContent } from './shipment-email-template.js';
import { shipmentEmailHtml } from './shipment-email.html.js';
import type { EmailItem, ShipmentEmailData, EmailTrack } from './shipment-email-data.js';

/** With this share of what it says at most every mail is short enough. */
const MIN_SHARE = 1 / 128;

/** The mail about a parcel, with as much as goes into one. `comment` is said after the shipment's own. */
export function shipmentEmail(to: string, parcel: ShipmentEmailData, comment = ''): Mail {
  for (let share = 1; ; share /= 2) {
    const letter = shipmentEmailContent(parcel, comment, share);
    const mail = { to, subject: letter.subject, text: textOf(letter), html: shipmentEmailHtml(letter) };
    if (share <= MIN_SHARE || isShortEnough(mail)) return mail;
  }
}

function textOf(letter: ShipmentEmailContent): string {
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

const itemText = ({ name, sku, qty }: EmailItem): string =>
  `${qty} × ${name || 'item'}${sku ? ` (${sku})` : ''}`;

const trackText = ({ carrier, number, link }: EmailTrack): string =>
  [[carrier, number].filter(Boolean).join(' '), link].filter(Boolean).join('\n');
