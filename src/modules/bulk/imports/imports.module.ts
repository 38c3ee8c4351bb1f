import { Module } from '@nestjs/common';
import { resourceController } from '../../../core/http/resource.controller.js';
import { resources } from '../../../app/resources.js';
import { importResource } from './import.resource.js';
import { ImportsController } from './imports.controller.js';
import { Imports } from './imports.js';

@Module({
  controllers: [ImportsController, resourceController(importResource, resources)],
  providers: [Imports],
})
export class ImportsModule {}
