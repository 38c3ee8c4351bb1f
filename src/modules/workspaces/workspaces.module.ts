import { Module } from '@nestjs/common';
import { resourceController } from '../../core/http/resource.controller.js';
import { resources } from '../../app/resources.js';
import { workspaceResource } from './workspace.resource.js';

@Module({ controllers: [resourceController(workspaceResource, resources)] })
export class WorkspacesModule {}
