/** What customers can be told of, in the order in which it happens. */
export const EVENTS = [
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
] as const;
export type EventName = (typeof EVENTS)[number];

export const CHANNELS = ['email', 'sms'] as const;
export type ChannelName = (typeof CHANNELS)[number];

/** Languages of messages, by their own names. */
export const LANGUAGES = [
  ['en', 'English'],
  ['de', 'Deutsch'],
  ['fr', 'Français'],
  ['es', 'Español'],
  ['it', 'Italiano'],
  ['pt', 'Português'],
  ['nl', 'Nederlands'],
  ['pl', 'Polski'],
  ['sv', 'Svenska'],
  ['da', 'Dansk'],
  ['cs', 'Čeština'],
  ['tr', 'Türkçe'],
  ['ar', 'العربية'],
].map(([value = '', label = '']) => ({ value, label }));
