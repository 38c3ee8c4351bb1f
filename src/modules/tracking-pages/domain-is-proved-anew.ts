import type { BeforeWrite } from '../../core/metadata/resource.js';
import type { TrackingPage } from './tracking-page.entity.js';

/** A page that gets another domain leaves the one that was proved. */
export const domainIsProvedAnew: BeforeWrite<TrackingPage> = ({ before, after }) => {
  if (before && before.domain !== after.domain) after.domainEnabled = 0;
};
