import { Module } from '@nestjs/common';
import { BoundStoreGuard } from './bound-store.guard.js';
import { Api2HealthController } from './health.controller.js';
import { ShipmentViews } from './shipment-views.js';
import { Api2ShipmentsController } from './shipments.controller.js';
import { Api2TokenController } from './token.controller.js';

@Module({
  controllers: [Api2ShipmentsController, Api2TokenController, Api2HealthController],
  providers: [ShipmentViews, BoundStoreGuard],
})
export class Api2Module {}
