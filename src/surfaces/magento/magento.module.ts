import { Module } from '@nestjs/common';
import { ShopReads } from '../shared/shop-reads.js';
import { ShopUnits } from '../shared/shop-units.js';
import { BoundStoreGuard } from './bound-store.guard.js';
import { MagentoHealthController } from './health.controller.js';
import { MagentoShipmentsController } from './shipments.controller.js';
import { MagentoTokenController } from './token.controller.js';

@Module({
  controllers: [MagentoShipmentsController, MagentoTokenController, MagentoHealthController],
  providers: [ShopReads, ShopUnits, BoundStoreGuard],
})
export class MagentoModule {}
