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
import { CarriersController } from '../modules/reference-data/carriers/carriers.controller.js';
import { DetectionController } from '../modules/reference-data/carriers/detection.controller.js';
import { TrackingStatusesController } from '../modules/tracking/tracking-statuses.controller.js';
import { CountriesController } from '../modules/reference-data/countries/countries.controller.js';
import { TokenController } from '../modules/identity/oauth/token.controller.js';
import { RevocationController } from '../modules/identity/oauth/revocation.controller.js';
import { MetadataController } from '../modules/identity/oauth/metadata.controller.js';
import { AuthorizationController } from '../modules/identity/oauth/authorization.controller.js';
import { CheckTrackingNumbersController } from '../modules/tracking/check-tracking-numbers.controller.js';
import { TrackingUpdatesController } from '../modules/tracking/tracking-updates.controller.js';
import { GenerateLinksController } from '../modules/tracking-pages/generate-links.controller.js';
import { PublicPagesController } from '../modules/tracking-pages/public-pages.controller.js';
import { PostReviewController } from '../modules/tracking-pages/reviews/post-review.controller.js';
import { SeventeenTrackController } from '../modules/tracking/providers/seventeen-track.controller.js';
import { WebhooksController } from '../modules/webhooks/webhooks.controller.js';
import { HealthController } from '../core/health/health.controller.js';
import { MetricsController } from '../core/metrics/metrics.controller.js';
import { BatchesController } from '../modules/bulk/batches/batches.controller.js';
import { operationPaths } from '../core/openapi/operation-paths.js';
import { bigcommerceDocument } from '../surfaces/bigcommerce/bigcommerce.openapi.js';
import type { DescribedApi } from '../core/openapi/described-api.js';
import { documentsOf } from '../core/openapi/document-paths.js';
import { openapiDocument } from '../core/openapi/document.js';
import type { OpenapiDocument } from '../core/openapi/types.js';
import { resources } from './resources.js';

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
      operationPaths([
        CarriersController,
        DetectionController,
        TrackingStatusesController,
        CountriesController,
        TokenController,
        RevocationController,
        MetadataController,
        AuthorizationController,
        SecurityController,
        SecurityPagesController,
        ConfirmationLinkController,
        OwnAccessController,
        MembersController,
        MergeController,
        CheckTrackingNumbersController,
        TrackingUpdatesController,
        GenerateLinksController,
        PublicPagesController,
        PostReviewController,
        StatusReferencesController,
        BatchesController,
        LookupsController,
        ExportsController,
        ImportsController,
        SeventeenTrackController,
        WebhooksController,
        HealthController,
        MetricsController,
      ]),
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
