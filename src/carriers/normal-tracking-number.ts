/** Characters of a tracking number at most. */
export const TRACKING_NUMBER_LIMIT = 100;

/**
 * A tracking number as it is compared and kept: without blanks (also non-breaking and invisible ones, which come with
 * pasted text), in capitals, its first 100 characters.
 */
export const normalTrackingNumber = (text: string): string =>
  text
    .replace(/[\s\u0085\u180E\u200B-\u200D\u2060]+/g, '')
    .toUpperCase()
    .slice(0, TRACKING_NUMBER_LIMIT);

/** The letters and digits of a number that a shop has written in any way, `AB-123 456` as `AB123456`; may be empty. */
export const trackingNumberIn = (text: string): string =>
  normalTrackingNumber(text.replace(/[^A-Za-z\d]/g, ''));

/** Whether a number in that form can be a shipment's. */
export const isTrackingNumber = (text: string): boolean => /^[A-Z\d]+$/.test(text);
