import { Module } from '@nestjs/common';
import { OrderPartsController } from './order-parts.controller.js';
import { OrdersController } from './orders.controller.js';
import { ShipmentsController } from './shipments.controller.js';
import { StoreController } from './store.controller.js';
import { StoreReads } from './store-reads.js';
import { StoreGuard } from './store.guard.js';
import { StoreTokens } from './store-tokens.js';
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
