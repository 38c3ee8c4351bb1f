import { type DynamicModule, Module } from '@nestjs/common';
import { resourceController } from '../../core/http/resource.controller.js';
import type { Resource } from '../../core/metadata/resource.js';
import { orderResource } from './order.resource.js';

@Module({})
export class OrdersModule {
  static readonly resource = orderResource;

  /** `resources`: all, whose links say which lists there are. */
  static register(resources: readonly Resource[]): DynamicModule {
    return { module: OrdersModule, controllers: [resourceController(orderResource, resources)] };
  }
}
