import { Module } from '@nestjs/common';
import { resourceController } from '../../core/http/resource.controller.js';
import { resources } from '../../app/resources.js';
import { productResource } from './product.resource.js';
import { productVariantResource } from './product-variant.resource.js';

@Module({
  controllers: [
    resourceController(productResource, resources),
    resourceController(productVariantResource, resources),
  ],
})
export class ProductsModule {}
