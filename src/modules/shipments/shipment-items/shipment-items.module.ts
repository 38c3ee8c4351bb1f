import { Module } from '@nestjs/common';
import { resourceController } from '../../../core/http/resource.controller.js';
import { resources } from '../../../app/resources.js';
import { shipmentItemResource } from './shipment-item.resource.js';

@Module({ controllers: [resourceController(shipmentItemResource, resources)] })
export class ShipmentItemsModule {}
