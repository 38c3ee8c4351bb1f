import { Module } from '@nestjs/common';
import { resourceController } from '../http/resource.controller.js';
import { resources } from '../resources.js';
import { orderResource } from './order.resource.js';

@Module({ controllers: [resourceController(orderResource, resources)] })
export class OrdersModule {}
