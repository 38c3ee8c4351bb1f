import { LANGUAGES } from '../../tracking-pages/languages/index.js';
import type { Channel, MessageEvent } from '../events/message-events.js';
import { messageTexts, type MessageLanguage } from '../languages/index.js';
import { defaultMjml, defaultText, type LayoutTexts } from './layout.js';

/** What a message says, with its variables. */
export interface TemplateSource {
  /** Of an e-mail. */
  readonly subject: string | null;
  /** The HTML of an e-mail. */
  readonly mjml: string | null;
  readonly text: string;
}

/** Events after which nobody waits for the parcel any more, or for another than was planned. */
const WITHOUT_DAY: ReadonlySet<MessageEvent> = new Set([
  'out_for_delivery',
  'available_for_pickup',
  'delivered',
  'returned',
  'review_request',
]);

/** The template of whoever has none of their own. */
export function defaultTemplate(
  event: MessageEvent,
  channel: Channel,
  language: MessageLanguage,
): TemplateSource {
  const texts = messageTexts(language);
  const page = LANGUAGES[language]!;
  const title = texts[`title_${event}`];
  const [label, url] =
    event === 'review_request' ? [texts.rate, 'review_url' as const] : [texts.track, 'tracking_url' as const];
  if (channel === 'sms')
    return { subject: null, mjml: null, text: `{{shop}}: ${title}.{{#${url}}} {{${url}}}{{/${url}}}` };
  const layout: LayoutTexts = {
    title,
    greeting: `{{#first_name}}${texts.hello}{{/first_name}}{{^first_name}}${texts.helloAnybody}{{/first_name}}`,
    text: texts[`text_${event}`],
    button: { label, url },
    expected: texts.expected,
    order: page.order,
    trackingNumber: page.trackingNumber,
    carrier: page.carrier,
    contents: page.contents,
    questions: page.questions,
    why: texts.why,
    unsubscribe: texts.unsubscribe,
    showsExpected: !WITHOUT_DAY.has(event),
  };
  return {
    subject: `${title}{{#order_number}} – ${page.order} {{order_number}}{{/order_number}}`,
    mjml: defaultMjml(layout),
    text: defaultText(layout),
  };
}
