import type { Stored } from '../../core/metadata/condition.js';
import { toMilliseconds } from '../../core/metadata/datetime.js';
import { fourPlaces } from '../../core/metadata/money.js';

/** A stored datetime as BigCommerce shows it: `Wed, 13 Mar 2019 16:35:37 +0000` (RFC 2822). */
export const rfc2822 = (stored: string): string =>
  new Date(toMilliseconds(stored)).toUTCString().replace(/GMT$/, '+0000');

/** A stored amount with four places: `"12.5000"`; nothing is `"0.0000"`. */
export const formatAmount = (stored: Stored): string => fourPlaces(Number(stored ?? 0));
