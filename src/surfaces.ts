import { api2 } from './api2/api2.surface.js';
import { bigcommerce } from './bigcommerce/bigcommerce.surface.js';
import type { Surface } from './http/surface.js';

/** The surfaces beside TrackMage's. */
export const surfaces: readonly Surface[] = [bigcommerce, api2];
