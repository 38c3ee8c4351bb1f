import { carrierResource } from './carriers/carrier.resource.js';
import { countryResource } from './countries/country.resource.js';
import { stateResource } from './countries/state.resource.js';
import type { Resource } from './resource/resource.js';
import { trackingStatusResource } from './tracking/tracking-status.resource.js';

/** What is the same for everybody and not in the database; clients find it where the resources are. */
export const staticResources: readonly Resource[] = [
  carrierResource,
  trackingStatusResource,
  countryResource,
  stateResource,
];
