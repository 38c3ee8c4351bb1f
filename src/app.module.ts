import { type DynamicModule, Module } from '@nestjs/common';
import { APP_FILTER } from '@nestjs/core';
import { AccountsModule } from './accounts/accounts.module.js';
import { Api2Module } from './api2/api2.module.js';
import { apis } from './api-document.js';
import { BatchesModule } from './batches/batches.module.js';
import { BigcommerceModule } from './bigcommerce/bigcommerce.module.js';
import { CarriersModule } from './carriers/carriers.module.js';
import { CheckpointsModule } from './checkpoints/checkpoints.module.js';
import type { Config } from './config.js';
import { ConfigModule } from './config.module.js';
import { CountriesModule } from './countries/countries.module.js';
import { dataSourceOptions } from './data-source-options.js';
import { DatabaseModule } from './database/database.module.js';
import { ErasureModule } from './erasure/erasure.module.js';
import { ExportsModule } from './exports/exports.module.js';
import { HealthController } from './health/health.controller.js';
import { AuthGuard } from './http/auth.guard.js';
import { RequestRatesModule } from './http/request-rates.module.js';
import { ProblemFilter } from './http/problem.filter.js';
import { SURFACES } from './http/surface.js';
import { HydraModule } from './hydra/hydra.module.js';
import { IdempotencyModule } from './idempotency/idempotency.module.js';
import { ImportsModule } from './imports/imports.module.js';
import { LookupsModule } from './lookups/lookups.module.js';
import { MailModule } from './mail/mail.module.js';
import { MetricsModule } from './metrics/metrics.module.js';
import { NotesModule } from './notes/notes.module.js';
import { OauthClientsModule } from './oauth/oauth-clients.module.js';
import { OauthModule } from './oauth/oauth.module.js';
import { OpenapiModule } from './openapi/openapi.module.js';
import { OrderItemsModule } from './order-items/order-items.module.js';
import { OrdersModule } from './orders/orders.module.js';
import { OutboxModule } from './outbox/outbox.module.js';
import { ProductsModule } from './products/products.module.js';
import { resources } from './resources.js';
import { ReviewsModule } from './reviews/reviews.module.js';
import { ShipmentMailsModule } from './shipment-mails/shipment-mails.module.js';
import { ShipmentItemsModule } from './shipment-items/shipment-items.module.js';
import { ShipmentsModule } from './shipments/shipments.module.js';
import { staticResources } from './static-resources.js';
import { StatusesModule } from './statuses/statuses.module.js';
import { StoreModule } from './store/store.module.js';
import { surfaces } from './surfaces.js';
import { TeamsModule } from './teams/teams.module.js';
import { TrackingStatusesModule } from './tracking/tracking-statuses.module.js';
import { TrackingModule } from './tracking/tracking.module.js';
import { TrackingPagesModule } from './tracking-pages/tracking-pages.module.js';
import { WebhooksModule } from './webhooks/webhooks.module.js';
import { UsersModule } from './users/users.module.js';
import { WorkflowsModule } from './workflows/workflows.module.js';
import { WorkspacesModule } from './workspaces/workspaces.module.js';

const DAY = 86_400_000;

@Module({})
export class AppModule {
  /** `patience`: milliseconds for which a database that is away is waited for. */
  static of(config: Config, patience = Infinity): DynamicModule {
    return {
      module: AppModule,
      imports: [
        ConfigModule.of(config),
        RequestRatesModule,
        MetricsModule,
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
        StoreModule.of(resources, config.quotas),
        OutboxModule.of(resources),
        HydraModule.of([...resources, ...staticResources]),
        OpenapiModule.of(apis),
        IdempotencyModule,
        ErasureModule,
        MailModule,
        OauthModule,
        AccountsModule,
        UsersModule,
        OauthClientsModule,
        TeamsModule,
        WorkspacesModule,
        OrdersModule,
        OrderItemsModule,
        ShipmentsModule,
        ShipmentItemsModule,
        CheckpointsModule,
        StatusesModule,
        WorkflowsModule,
        WebhooksModule,
        TrackingPagesModule,
        ProductsModule,
        ReviewsModule,
        NotesModule,
        BatchesModule,
        LookupsModule,
        ExportsModule,
        ImportsModule,
        TrackingModule,
        CarriersModule,
        TrackingStatusesModule,
        CountriesModule,
        ShipmentMailsModule,
        BigcommerceModule,
        Api2Module,
      ],
      controllers: [HealthController],
      providers: [
        AuthGuard,
        { provide: SURFACES, useValue: surfaces },
        { provide: APP_FILTER, useClass: ProblemFilter },
      ],
    };
  }
}
