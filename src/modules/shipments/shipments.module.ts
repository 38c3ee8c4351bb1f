import { type DynamicModule, Module } from '@nestjs/common';
import { resourceController } from '../../core/http/resource.controller.js';
import type { Resource } from '../../core/metadata/resource.js';
import { MergeController } from './merge.controller.js';
import { shipmentResource } from './shipment.resource.js';

@Module({})
export class ShipmentsModule {
  static readonly resource = shipmentResource;

  /** `resources`: all, whose links say which lists there are. */
  static register(resources: readonly Resource[]): DynamicModule {
    return {
      module: ShipmentsModule,
      controllers: [resourceController(shipmentResource, resources), MergeController],
    };
  }
}
