import { magento } from '../surfaces/magento/magento.surface.js';
import { bigcommerce } from '../surfaces/bigcommerce/bigcommerce.surface.js';
import type { Surface } from '../core/http/surface.js';

/** The surfaces beside TrackMage's. */
export const surfaces: readonly Surface[] = [bigcommerce, magento];
