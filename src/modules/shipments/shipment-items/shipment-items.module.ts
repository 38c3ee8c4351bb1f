import { type DynamicModule, Module } from '@nestjs/common';
import { resourceController } from '../../../core/http/resource.controller.js';
import type { Resource } from '../../../core/metadata/resource.js';
import { shipmentItemResource } from './shipment-item.resource.js';

@Module({})
export class ShipmentItemsModule {
  static readonly resource = shipmentItemResource;

  /** `resources`: all, whose links say which lists there are. */
  static register(resources: readonly Resource[]): DynamicModule {
    return {
      module: ShipmentItemsModule,
      controllers: [resourceController(shipmentItemResource, resources)],
    };
  }
}
