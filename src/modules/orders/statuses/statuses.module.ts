import { Module } from '@nestjs/common';
import { resourceController } from '../../../core/http/resource.controller.js';
import { resources } from '../../../app/resources.js';
import { StatusReferencesController } from './status-references.controller.js';
import { statusResource } from './status.resource.js';

@Module({ controllers: [StatusReferencesController, resourceController(statusResource, resources)] })
export class StatusesModule {}
