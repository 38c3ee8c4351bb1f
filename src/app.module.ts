import { type DynamicModule, Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD } from '@nestjs/core';
import { apiDocument } from './api-document.js';
import { CheckpointsModule } from './checkpoints/checkpoints.module.js';
import type { Config } from './config.js';
import { ConfigModule } from './config.module.js';
import { dataSourceOptions } from './data-source-options.js';
import { DatabaseModule } from './database/database.module.js';
import { HealthController } from './health/health.controller.js';
import { AuthGuard } from './http/auth.guard.js';
import { ProblemFilter } from './http/problem.filter.js';
import { HydraModule } from './hydra/hydra.module.js';
import { IdempotencyModule } from './idempotency/idempotency.module.js';
import { OauthModule } from './oauth/oauth.module.js';
import { OpenapiModule } from './openapi/openapi.module.js';
import { OrderItemsModule } from './order-items/order-items.module.js';
import { OrdersModule } from './orders/orders.module.js';
import { ProductsModule } from './products/products.module.js';
import { resources } from './resources.js';
import { ReviewsModule } from './reviews/reviews.module.js';
import { ShipmentItemsModule } from './shipment-items/shipment-items.module.js';
import { ShipmentsModule } from './shipments/shipments.module.js';
import { StatusesModule } from './statuses/statuses.module.js';
import { StoreModule } from './store/store.module.js';
import { TeamsModule } from './teams/teams.module.js';
import { TrackingPagesModule } from './tracking-pages/tracking-pages.module.js';
import { WorkflowsModule } from './workflows/workflows.module.js';
import { WorkspacesModule } from './workspaces/workspaces.module.js';

@Module({})
export class AppModule {
  static of(config: Config): DynamicModule {
    return {
      module: AppModule,
      imports: [
        ConfigModule.of(config),
        DatabaseModule.of(dataSourceOptions(config), config.jwtSecret),
        StoreModule.of(resources),
        HydraModule.of(resources),
        OpenapiModule.of(apiDocument),
        IdempotencyModule,
        OauthModule,
        TeamsModule,
        WorkspacesModule,
        OrdersModule,
        OrderItemsModule,
        ShipmentsModule,
        ShipmentItemsModule,
        CheckpointsModule,
        StatusesModule,
        WorkflowsModule,
        TrackingPagesModule,
        ProductsModule,
        ReviewsModule,
      ],
      controllers: [HealthController],
      providers: [
        { provide: APP_GUARD, useClass: AuthGuard },
        { provide: APP_FILTER, useClass: ProblemFilter },
      ],
    };
  }
}
