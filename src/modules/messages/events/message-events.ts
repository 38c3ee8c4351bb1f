/** What a customer can be told of. */
export const MESSAGE_EVENTS = [
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
export type MessageEvent = (typeof MESSAGE_EVENTS)[number];

export const CHANNELS = ['email', 'sms'] as const;
export type Channel = (typeof CHANNELS)[number];

/** Where the log tells of: also what a team is told. */
export const LOG_CHANNELS = [...CHANNELS, 'slack'] as const;

/** Minutes after which a message goes out where its rule says nothing. */
export const defaultDelay = (event: string): number => (event === 'review_request' ? 7 * 24 * 60 : 0);
