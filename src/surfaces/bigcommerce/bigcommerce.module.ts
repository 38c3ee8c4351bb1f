import { Module } from '@nestjs/common';
import { OrderSubresourcesController } from './orders/order-subresources.controller.js';
import { OrdersController } from './orders/orders.controller.js';
import { ShipmentsController } from './shipments/shipments.controller.js';
import { StoreController } from './store.controller.js';
import { ShopReads } from '../shared/shop-reads.js';
import { ShopUnits } from '../shared/shop-units.js';
import { StoreReader } from './store-reader.js';
import { StoreGuard } from './auth/store.guard.js';
import { StoreTokensController } from './auth/store-tokens.controller.js';
import { StoreTokens } from './auth/store-tokens.js';
import { RootTimeController, TimeController } from './time.controller.js';

@Module({
  controllers: [
    OrdersController,
    OrderSubresourcesController,
    ShipmentsController,
    StoreController,
    StoreTokensController,
    TimeController,
    RootTimeController,
  ],
  providers: [StoreTokens, StoreGuard, StoreReader, ShopReads, ShopUnits],
})
export class BigcommerceModule {}
