import { emailKey } from '../../../core/metadata/identity.js';
import type { Channel } from '../events/message-events.js';

/** A number as E.164 has it, `+4366412345678`; undefined where it has no country's code, which nobody guesses. */
export function phoneFrom(text: string): string | undefined {
  const digits = text
    .trim()
    .replace(/^00/, '+')
    .replace(/\(0\)/g, '')
    .replace(/[\s()./-]/g, '');
  return /^\+[1-9]\d{6,14}$/.test(digits) ? digits : undefined;
}

/** Who a recipient is, however the address is written. */
export const recipientKey = (channel: Channel, address: string): string =>
  channel === 'sms' ? (phoneFrom(address) ?? address.trim().slice(0, 255)) : emailKey(address.trim());
