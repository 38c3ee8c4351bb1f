import type { Stored } from '../../../core/metadata/condition.js';
import { fourPlaces } from '../../../core/metadata/money.js';

/** A stored amount as this surface shows it, with four places: `"12.5000"`; nothing is `"0.0000"`. */
export const amount = (stored: Stored): string => fourPlaces(Number(stored ?? 0));
