import { Module } from '@nestjs/common';
import { OrderPartsController } from './order-parts.controller.js';
import { OrdersController } from './orders.controller.js';
import { ShipmentsController } from './shipments.controller.js';
import { StoreReads } from './store-reads.js';
import { StoreGuard } from './store.guard.js';
import { StoreTokens } from './store-tokens.js';
import { TimeController } from './time.controller.js';

@Module({
  controllers: [OrdersController, OrderPartsController, ShipmentsController, TimeController],
  providers: [StoreTokens, StoreGuard, StoreReads],
})
export class BigcommerceModule {}
