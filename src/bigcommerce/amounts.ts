import type { Stored } from '../resource/condition.js';
import { formatMoney } from '../resource/money.js';

/** An amount as this surface shows it, with four places: `"12.5000"`; nothing is `"0.0000"`. */
export function fourPlaces(stored: Stored): string {
  const [whole = '0', places = ''] = formatMoney(Number(stored ?? 0)).split('.');
  return `${whole}.${places.padEnd(4, '0')}`;
}
