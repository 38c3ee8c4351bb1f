import { existsSync, readFileSync } from 'node:fs';
import { magentoDocument } from '../surfaces/magento/magento.openapi.js';
import { ExportsController } from '../modules/bulk/exports/exports.controller.js';
import { ImportsController } from '../modules/bulk/imports/imports.controller.js';
import { LookupsController } from '../modules/bulk/lookups/lookups.controller.js';
import { StatusReferencesController } from '../modules/orders/statuses/status-references.controller.js';
import { MergeController } from '../modules/shipments/merge.controller.js';
import { OwnAccessController } from '../modules/identity/oauth/own-access.controller.js';
import { SecurityController } from '../modules/identity/accounts/security.controller.js';
import { SecurityPagesController } from '../modules/identity/accounts/security-pages.controller.js';
import { ConfirmationLinkController } from '../modules/identity/accounts/confirmation-link.controller.js';
import { MembersController } from '../modules/identity/teams/members.controller.js';
import { BatchesController } from '../modules/bulk/batches/batches.controller.js';
import { operationPaths } from '../core/openapi/operation-paths.js';
import { bigcommerceDocument } from '../surfaces/bigcommerce/bigcommerce.openapi.js';
import { carrierPaths } from '../modules/reference-data/carriers/carriers.openapi.js';
import { countryPaths } from '../modules/reference-data/countries/countries.openapi.js';
import { healthPaths } from '../core/health/health.openapi.js';
import { metricsPaths } from '../core/metrics/metrics.openapi.js';
import { authorizationPaths } from '../modules/identity/oauth/authorization.openapi.js';
import { revocationPaths } from '../modules/identity/oauth/revocation.openapi.js';
import { tokenPaths } from '../modules/identity/oauth/token.openapi.js';
import type { DescribedApi } from '../core/openapi/described-api.js';
import { documentsOf } from '../core/openapi/document-paths.js';
import { openapiDocument } from '../core/openapi/document.js';
import type { OpenapiDocument } from '../core/openapi/types.js';
import { postReviewPaths } from '../modules/tracking-pages/reviews/post-review.openapi.js';
import { resources } from './resources.js';
import { checkTrackingNumbersPaths } from '../modules/tracking/check-tracking-numbers.openapi.js';
import { seventeenTrackPaths } from '../modules/tracking/providers/seventeen-track.openapi.js';
import { trackingPageLinkPaths } from '../modules/tracking-pages/tracking-page-links.openapi.js';
import { trackingUpdatePaths } from '../modules/tracking/tracking-updates.openapi.js';
import { trackingStatusPaths } from '../modules/tracking/tracking-statuses.openapi.js';
import { webhookPaths } from '../modules/webhooks/webhooks.openapi.js';

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
    make: (publicUrl) => magentoDocument(publicUrl, packageVersion()),
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
      authorizationPaths,
      checkTrackingNumbersPaths,
      trackingUpdatePaths,
      trackingPageLinkPaths,
      postReviewPaths,
      operationPaths([
        SecurityController,
        SecurityPagesController,
        ConfirmationLinkController,
        OwnAccessController,
        MembersController,
        MergeController,
        StatusReferencesController,
        BatchesController,
        LookupsController,
        ExportsController,
        ImportsController,
      ]),
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
  const file = ['../../package.json', '../../../package.json']
    .map((path) => new URL(path, import.meta.url))
    .find((url) => existsSync(url));
  if (!file) throw new Error('package.json is missing.');
  return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version;
}
