import { carrierResource } from '../modules/reference-data/carriers/carrier.resource.js';
import { countryResource } from '../modules/reference-data/countries/country.resource.js';
import { stateResource } from '../modules/reference-data/countries/state.resource.js';
import { predictionResource } from '../modules/predictions/prediction.resource.js';
import type { Resource } from '../core/metadata/resource.js';
import { trackingStatusResource } from '../modules/tracking/tracking-status.resource.js';

/** What is the same for everybody and not in the database; clients find it where the resources are. */
export const staticResources: readonly Resource[] = [
  carrierResource,
  trackingStatusResource,
  countryResource,
  stateResource,
];

/** What is worked out when it is asked for, with routes of its own below other items. */
export const computedResources: readonly Resource[] = [predictionResource];
