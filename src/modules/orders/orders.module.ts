import { Module } from '@nestjs/common';
import { resourceController } from '../../core/http/resource.controller.js';
import { resources } from '../../app/resources.js';
import { orderResource } from './order.resource.js';

@Module({ controllers: [resourceController(orderResource, resources)] })
export class OrdersModule {}
