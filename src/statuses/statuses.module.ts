import { Module } from '@nestjs/common';
import { resourceController } from '../http/resource.controller.js';
import { resources } from '../resources.js';
import { statusResource } from './status.resource.js';

@Module({ controllers: [resourceController(statusResource, resources)] })
export class StatusesModule {}
