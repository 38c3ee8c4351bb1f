import { type DynamicModule, Module } from '@nestjs/common';
import { resourceController } from '../../../core/http/resource.controller.js';
import type { Resource } from '../../../core/metadata/resource.js';
import { orderItemResource } from './order-item.resource.js';

@Module({})
export class OrderItemsModule {
  static readonly resource = orderItemResource;

  /** `resources`: all, whose links say which lists there are. */
  static register(resources: readonly Resource[]): DynamicModule {
    return { module: OrderItemsModule, controllers: [resourceController(orderItemResource, resources)] };
  }
}
