import { Module } from '@nestjs/common';
import { resourceController } from '../../core/http/resource.controller.js';
import { resources } from '../../app/resources.js';
import { MergeController } from './merge.controller.js';
import { shipmentResource } from './shipment.resource.js';

@Module({ controllers: [resourceController(shipmentResource, resources), MergeController] })
export class ShipmentsModule {}
