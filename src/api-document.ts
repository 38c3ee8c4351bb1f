import { existsSync, readFileSync } from 'node:fs';
import { accountPaths } from './accounts/accounts.openapi.js';
import { api2Document } from './api2/api2.openapi.js';
import { batchPaths } from './batches/batches.openapi.js';
import { bigcommerceDocument } from './bigcommerce/bigcommerce.openapi.js';
import { carrierPaths } from './carriers/carriers.openapi.js';
import { countryPaths } from './countries/countries.openapi.js';
import { exportPaths } from './exports/exports.openapi.js';
import { healthPaths } from './health/health.openapi.js';
import { importPaths } from './imports/imports.openapi.js';
import { lookupPaths } from './lookups/lookups.openapi.js';
import { metricsPaths } from './metrics/metrics.openapi.js';
import { authorizationPaths } from './oauth/authorization.openapi.js';
import { ownAccessPaths } from './oauth/own-access.openapi.js';
import { revocationPaths } from './oauth/revocation.openapi.js';
import { tokenPaths } from './oauth/token.openapi.js';
import type { DescribedApi } from './openapi/described-api.js';
import { documentsOf } from './openapi/document-paths.js';
import { openapiDocument } from './openapi/document.js';
import type { OpenapiDocument } from './openapi/types.js';
import { postReviewPaths } from './reviews/post-review.openapi.js';
import { resources } from './resources.js';
import { mergePaths } from './shipments/merge.openapi.js';
import { checkTrackingNumbersPaths } from './tracking/check-tracking-numbers.openapi.js';
import { seventeenTrackPaths } from './tracking/providers/seventeen-track.openapi.js';
import { statusReferencePaths } from './statuses/status-references.openapi.js';
import { trackingPageLinkPaths } from './tracking-pages/tracking-page-links.openapi.js';
import { memberPaths } from './teams/members.openapi.js';
import { trackingUpdatePaths } from './tracking/tracking-updates.openapi.js';
import { trackingStatusPaths } from './tracking/tracking-statuses.openapi.js';
import { webhookPaths } from './webhooks/webhooks.openapi.js';

/** The APIs that others know, each below a path of its own. */
const surfaceApis: readonly DescribedApi[] = [
  {
    path: '/docs/bigcommerce',
    title: 'BigCommerce',
    make: (publicUrl) => bigcommerceDocument(publicUrl, packageVersion()),
  },
  {
    path: '/docs/api2',
    title: 'api2',
    make: (publicUrl) => api2Document(publicUrl, packageVersion()),
  },
];

/** The OpenAPI document of everything that is served outside the surfaces. */
export const apiDocument = (publicUrl: string): OpenapiDocument =>
  openapiDocument({
    resources,
    parts: [
      carrierPaths,
      trackingStatusPaths,
      countryPaths,
      tokenPaths,
      revocationPaths,
      ownAccessPaths,
      authorizationPaths,
      accountPaths,
      memberPaths,
      mergePaths,
      checkTrackingNumbersPaths,
      trackingUpdatePaths,
      trackingPageLinkPaths,
      postReviewPaths,
      statusReferencePaths,
      batchPaths,
      lookupPaths,
      exportPaths,
      importPaths,
      seventeenTrackPaths,
      webhookPaths,
      healthPaths,
      metricsPaths,
      documentsOf(surfaceApis),
    ],
    publicUrl,
    version: packageVersion(),
  });

/** All APIs that are served. */
export const apis: readonly DescribedApi[] = [
  { path: '/docs', title: 'TrackMage', make: apiDocument },
  ...surfaceApis,
];

/** The version in package.json, which stands above the sources and above what they are compiled to. */
function packageVersion(): string {
  const file = ['../package.json', '../../package.json']
    .map((path) => new URL(path, import.meta.url))
    .find((url) => existsSync(url));
  if (!file) throw new Error('package.json is missing.');
  return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version;
}
