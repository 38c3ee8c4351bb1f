import { Module } from '@nestjs/common';
import { resourceController } from '../http/resource.controller.js';
import { resources } from '../resources.js';
import { workspaceResource } from './workspace.resource.js';

@Module({ controllers: [resourceController(workspaceResource, resources)] })
export class WorkspacesModule {}
