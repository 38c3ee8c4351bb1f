import { Module } from '@nestjs/common';
import { resourceController } from '../../../core/http/resource.controller.js';
import { resources } from '../../../app/resources.js';
import { orderItemResource } from './order-item.resource.js';

@Module({ controllers: [resourceController(orderItemResource, resources)] })
export class OrderItemsModule {}
