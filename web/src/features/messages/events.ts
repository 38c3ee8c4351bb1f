import type { MessageRule, MessageSettings } from '../../api/client';

export type EventName = MessageRule['event'];
export type ChannelName = MessageRule['channel'];
type Language = MessageSettings['language'];

/** All values that the API has for something, in an order of one's own: one that is missing, or is none, does not compile. */
const allOf =
  <T extends string>() =>
  <const L extends readonly T[]>(...list: [T] extends [L[number]] ? L : never): L =>
    list;

/** What customers can be told of, in the order in which it happens. */
export const EVENTS = allOf<EventName>()(
  'label_made',
  'shipped',
  'out_for_delivery',
  'available_for_pickup',
  'failed_attempt',
  'exception',
  'delivered',
  'returned',
  'late',
  'delivery_day_changed',
  'review_request',
);

export const CHANNELS = allOf<ChannelName>()('email', 'sms');

/** Languages of messages, by their own names. */
const NAMES: Readonly<Record<Language, string>> = {
  en: 'English',
  de: 'Deutsch',
  fr: 'Français',
  es: 'Español',
  it: 'Italiano',
  pt: 'Português',
  nl: 'Nederlands',
  pl: 'Polski',
  sv: 'Svenska',
  da: 'Dansk',
  cs: 'Čeština',
  tr: 'Türkçe',
  ar: 'العربية',
};
export const LANGUAGES = Object.entries(NAMES).map(([value, label]) => ({ value, label }));
