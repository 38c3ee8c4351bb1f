import type { Type } from '@nestjs/common';
import { HealthController } from '../core/health/health.controller.js';
import { MercureController } from '../core/mercure/mercure.controller.js';
import { MetricsController } from '../core/metrics/metrics.controller.js';
import { AnalyticsController } from '../modules/analytics/analytics.controller.js';
import { BatchesController } from '../modules/bulk/batches/batches.controller.js';
import { ExportsController } from '../modules/bulk/exports/exports.controller.js';
import { ImportsController } from '../modules/bulk/imports/imports.controller.js';
import { LookupsController } from '../modules/bulk/lookups/lookups.controller.js';
import { ConfirmationLinkController } from '../modules/identity/accounts/confirmation-link.controller.js';
import { SecurityPagesController } from '../modules/identity/accounts/security-pages.controller.js';
import { SecurityController } from '../modules/identity/accounts/security.controller.js';
import { AuthorizationController } from '../modules/identity/oauth/authorization.controller.js';
import { DashboardSessionController } from '../modules/identity/oauth/dashboard-session.controller.js';
import { MetadataController } from '../modules/identity/oauth/metadata.controller.js';
import { OwnAccessController } from '../modules/identity/oauth/own-access.controller.js';
import { RevocationController } from '../modules/identity/oauth/revocation.controller.js';
import { McpController } from '../modules/mcp/mcp.controller.js';
import { RegistrationController } from '../modules/identity/oauth/registration.controller.js';
import { IntrospectionController } from '../modules/identity/oauth/introspection.controller.js';
import { ProtectedResourceController } from '../modules/identity/oauth/protected-resource.controller.js';
import { TokenController } from '../modules/identity/oauth/token.controller.js';
import { MembersController } from '../modules/identity/teams/members.controller.js';
import { StatusReferencesController } from '../modules/orders/statuses/status-references.controller.js';
import { CarriersController } from '../modules/reference-data/carriers/carriers.controller.js';
import { DetectionController } from '../modules/reference-data/carriers/detection.controller.js';
import { CountriesController } from '../modules/reference-data/countries/countries.controller.js';
import { MessagePreviewsController } from '../modules/messages/previews/message-previews.controller.js';
import { MailEventsController } from '../modules/messages/suppressions/mail-events.controller.js';
import { UnsubscribeController } from '../modules/messages/suppressions/unsubscribe.controller.js';
import { MergeController } from '../modules/shipments/merge.controller.js';
import { GenerateLinksController } from '../modules/tracking-pages/generate-links.controller.js';
import { SendLinksController } from '../modules/tracking-pages/send-links.controller.js';
import { CustomDomainController } from '../modules/tracking-pages/custom-domain.controller.js';
import { FindParcelController } from '../modules/tracking-pages/find-parcel.controller.js';
import { PublicPagesController } from '../modules/tracking-pages/public-pages.controller.js';
import { PostReviewController } from '../modules/tracking-pages/reviews/post-review.controller.js';
import { PredictionsController } from '../modules/predictions/predictions.controller.js';
import { CheckTrackingNumbersController } from '../modules/tracking/check-tracking-numbers.controller.js';
import { SeventeenTrackController } from '../modules/tracking/providers/seventeen-track.controller.js';
import { TrackingStatusesController } from '../modules/tracking/tracking-statuses.controller.js';
import { TrackingUpdatesController } from '../modules/tracking/tracking-updates.controller.js';
import { StoreTokensController } from '../surfaces/bigcommerce/auth/store-tokens.controller.js';
import { ShipmentChangesController } from '../modules/webhooks/shipment-changes.controller.js';
import { WebhooksController } from '../modules/webhooks/webhooks.controller.js';

/** The controllers whose operations are in the OpenAPI document, in its order. */
export const operationControllers: readonly Type[] = [
  CarriersController,
  DetectionController,
  TrackingStatusesController,
  CountriesController,
  TokenController,
  RevocationController,
  IntrospectionController,
  RegistrationController,
  McpController,
  MetadataController,
  ProtectedResourceController,
  AuthorizationController,
  DashboardSessionController,
  SecurityController,
  SecurityPagesController,
  ConfirmationLinkController,
  OwnAccessController,
  MembersController,
  StoreTokensController,
  MergeController,
  ShipmentChangesController,
  PredictionsController,
  CheckTrackingNumbersController,
  TrackingUpdatesController,
  GenerateLinksController,
  SendLinksController,
  PublicPagesController,
  FindParcelController,
  CustomDomainController,
  PostReviewController,
  MessagePreviewsController,
  UnsubscribeController,
  MailEventsController,
  StatusReferencesController,
  AnalyticsController,
  BatchesController,
  LookupsController,
  ExportsController,
  ImportsController,
  SeventeenTrackController,
  WebhooksController,
  MercureController,
  HealthController,
  MetricsController,
];
