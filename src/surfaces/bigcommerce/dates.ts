import { toMilliseconds } from '../../core/metadata/datetime.js';

/** A stored datetime as BigCommerce shows it: `Wed, 13 Mar 2019 16:35:37 +0000` (RFC 2822). */
export const rfc2822 = (stored: string): string =>
  new Date(toMilliseconds(stored)).toUTCString().replace(/GMT$/, '+0000');
