import { Module } from '@nestjs/common';
import { resourceController } from '../../../core/http/resource.controller.js';
import { resources } from '../../../app/resources.js';
import { workflowResource } from './workflow.resource.js';

@Module({ controllers: [resourceController(workflowResource, resources)] })
export class WorkflowsModule {}
