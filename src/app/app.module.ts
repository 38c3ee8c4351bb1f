import { type DynamicModule, Module } from '@nestjs/common';
import { APP_FILTER, APP_PIPE } from '@nestjs/core';
import { AccountsModule } from '../modules/identity/accounts/accounts.module.js';
import { MagentoModule } from '../surfaces/magento/magento.module.js';
import { AnalyticsModule } from '../modules/analytics/analytics.module.js';
import { apis, packageVersion } from './api-document.js';
import { TracingEnd } from './start-tracing.js';
import { auditChange } from '../modules/audit-log/record-audit-entry.js';
import { BacklogModule } from '../modules/backlog/backlog.module.js';
import { BatchesModule } from '../modules/bulk/batches/batches.module.js';
import { BigcommerceModule } from '../surfaces/bigcommerce/bigcommerce.module.js';
import { CarriersModule } from '../modules/reference-data/carriers/carriers.module.js';
import { CheckpointsModule } from '../modules/shipments/checkpoints/checkpoints.module.js';
import type { Config } from '../config/config.js';
import { ConfigModule } from '../config/config.module.js';
import { CountriesModule } from '../modules/reference-data/countries/countries.module.js';
import { dataSourceOptions } from './data-source-options.js';
import { DatabaseModule } from '../core/database/database.module.js';
import { eraseTraces } from '../modules/erasure/record-erasure.js';
import { ErasureModule } from '../modules/erasure/erasure.module.js';
import { ExportsModule } from '../modules/bulk/exports/exports.module.js';
import { HealthController } from '../core/health/health.controller.js';
import { AuthGuard } from '../core/http/auth.guard.js';
import { RequestRatesModule } from '../core/http/request-rates.module.js';
import { DtoPipe } from '../core/http/dto/dto.pipe.js';
import { ProblemFilter } from '../core/http/problem.filter.js';
import { SURFACES } from '../core/http/surface.js';
import { HydraModule } from '../core/hydra/hydra.module.js';
import { IdempotencyModule } from '../core/idempotency/idempotency.module.js';
import { ImportsModule } from '../modules/bulk/imports/imports.module.js';
import { LookupsModule } from '../modules/bulk/lookups/lookups.module.js';
import { MailModule } from '../modules/mail/mail.module.js';
import { McpModule } from '../modules/mcp/mcp.module.js';
import { MercureModule } from '../core/mercure/mercure.module.js';
import { MetricsModule } from '../core/metrics/metrics.module.js';
import { OauthModule } from '../modules/identity/oauth/oauth.module.js';
import { OpenapiModule } from '../core/openapi/openapi.module.js';
import { OrderItemsModule } from '../modules/orders/order-items/order-items.module.js';
import { OrdersModule } from '../modules/orders/orders.module.js';
import { OutboxModule } from '../core/outbox/outbox.module.js';
import { PredictionsModule } from '../modules/predictions/predictions.module.js';
import { resources } from './resources.js';
import { ResourcesModule } from '../core/http/resources.module.js';
import { RetentionModule } from '../modules/retention/retention.module.js';
import { ReviewsModule } from '../modules/tracking-pages/reviews/reviews.module.js';
import { MessagesModule } from '../modules/messages/messages.module.js';
import { ShipmentItemsModule } from '../modules/shipments/shipment-items/shipment-items.module.js';
import { ShipmentsModule } from '../modules/shipments/shipments.module.js';
import { computedResources, staticResources } from './static-resources.js';
import { StatusesModule } from '../modules/orders/statuses/statuses.module.js';
import { StoreModule } from '../core/store/store.module.js';
import { surfaces } from './surfaces.js';
import { TeamsModule } from '../modules/identity/teams/teams.module.js';
import { TrackingStatusesModule } from '../modules/tracking/tracking-statuses.module.js';
import { TrackingModule } from '../modules/tracking/tracking.module.js';
import { TrackingPagesModule } from '../modules/tracking-pages/tracking-pages.module.js';
import { WebhooksModule } from '../modules/webhooks/webhooks.module.js';
import { UsersModule } from '../modules/identity/users/users.module.js';
import { WorkspacesModule } from '../modules/workspaces/workspaces.module.js';

const DAY = 86_400_000;

/** Modules that serve one resource each. */
const RESOURCE_MODULES = [
  WorkspacesModule,
  OrdersModule,
  OrderItemsModule,
  ShipmentsModule,
  ShipmentItemsModule,
  CheckpointsModule,
];

const otherResources = resources.filter((one) => !RESOURCE_MODULES.some(({ resource }) => resource === one));

@Module({})
export class AppModule {
  /** `patience`: milliseconds for which a database that is away is waited for. */
  static of(config: Config, patience = Infinity): DynamicModule {
    return {
      module: AppModule,
      imports: [
        ConfigModule.of(config),
        RequestRatesModule.of(config.quotas),
        MetricsModule.of(config.metricsToken),
        DatabaseModule.of(dataSourceOptions(config), {
          secrets: {
            secret: config.jwtSecret,
            previous: config.jwtSecretPrevious,
            grace: Math.max(config.tokenTtl * 1000, DAY),
          },
          keys: { key: config.encryptionKey, previous: config.encryptionKeyPrevious },
          slowQuery: config.slowQuery,
          timeout: config.databaseTimeout,
          patience,
        }),
        StoreModule.of(resources, { quotas: config.quotas, eraseTraces, auditChange }),
        OutboxModule.of(resources),
        MercureModule.of(config.publicUrl),
        HydraModule.of([...resources, ...staticResources], config.publicUrl, computedResources),
        OpenapiModule.of(apis, config.publicUrl),
        IdempotencyModule,
        ErasureModule,
        MailModule,
        OauthModule,
        AccountsModule,
        UsersModule,
        TeamsModule,
        ...RESOURCE_MODULES.map((module) => module.register(resources)),
        ResourcesModule.of(otherResources, resources),
        StatusesModule,
        WebhooksModule,
        TrackingPagesModule,
        ReviewsModule,
        AnalyticsModule,
        BatchesModule,
        LookupsModule,
        ExportsModule,
        ImportsModule,
        TrackingModule,
        PredictionsModule,
        CarriersModule,
        TrackingStatusesModule,
        CountriesModule,
        McpModule.of(packageVersion()),
        MessagesModule,
        BigcommerceModule,
        MagentoModule,
        BacklogModule,
        RetentionModule,
      ],
      controllers: [HealthController],
      providers: [
        AuthGuard,
        TracingEnd,
        { provide: SURFACES, useValue: surfaces },
        { provide: APP_FILTER, useClass: ProblemFilter },
        { provide: APP_PIPE, useClass: DtoPipe },
      ],
    };
  }
}
