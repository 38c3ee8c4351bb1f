import { isShortEnough, type Mail } from '../../mail/queue-mail.js';
import { type ShipmentEmailContent, shipmentEmailContent } from './shipment-email-template.js';
import { shipmentEmailHtml } from './shipment-email.html.js';
import type { EmailItem, ShipmentEmailData, EmailTrack } from './shipment-email-data.js';

/** With this share of what it says at most every mail is short enough. */
const MIN_SHARE = 1 / 128;

/** The mail about a parcel, with as much as goes into one. `comment` is said after the shipment's own. */
export function shipmentEmail(to: string, parcel: ShipmentEmailData, comment = ''): Mail {
  for (let share = 1; ; share /= 2) {
    const content = shipmentEmailContent(parcel, comment, share);
    const mail = { to, subject: content.subject, text: textOf(content), html: shipmentEmailHtml(content) };
    if (share <= MIN_SHARE || isShortEnough(mail)) return mail;
  }
}

function textOf(content: ShipmentEmailContent): string {
  const block = (title: string, ...lines: readonly string[]): string => {
    const said = lines.filter((each) => each !== '');
    return said.length === 0 ? '' : [title, ...said].join('\n');
  };
  return [
    content.shop,
    content.greeting,
    content.news,
    ...content.comments,
    block('Where it is:', ...content.tracks.map(trackText), content.moreTracks),
    block('What is in it:', ...content.items.map(itemText), content.moreItems),
    block('Where it goes:', ...content.address),
  ]
    .filter((part) => part !== '')
    .join('\n\n')
    .concat('\n');
}

const itemText = ({ name, sku, qty }: EmailItem): string =>
  `${qty} × ${name || 'item'}${sku ? ` (${sku})` : ''}`;

const trackText = ({ carrier, number, link }: EmailTrack): string =>
  [[carrier, number].filter(Boolean).join(' '), link].filter(Boolean).join('\n');
