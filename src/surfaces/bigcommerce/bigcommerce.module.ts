import { Module } from '@nestjs/common';
import { OrderPartsController } from './orders/order-parts.controller.js';
import { OrdersController } from './orders/orders.controller.js';
import { ShipmentsController } from './shipments/shipments.controller.js';
import { StoreController } from './store.controller.js';
import { StoreReads } from './store-reads.js';
import { StoreGuard } from './auth/store.guard.js';
import { StoreTokens } from './auth/store-tokens.js';
import { RootTimeController, TimeController } from './time.controller.js';

@Module({
  controllers: [
    OrdersController,
    OrderPartsController,
    ShipmentsController,
    StoreController,
    TimeController,
    RootTimeController,
  ],
  providers: [StoreTokens, StoreGuard, StoreReads],
})
export class BigcommerceModule {}
