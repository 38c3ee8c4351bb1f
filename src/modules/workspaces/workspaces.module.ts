import { type DynamicModule, Module } from '@nestjs/common';
import { resourceController } from '../../core/http/resource.controller.js';
import type { Resource } from '../../core/metadata/resource.js';
import { workspaceResource } from './workspace.resource.js';

@Module({})
export class WorkspacesModule {
  static readonly resource = workspaceResource;

  /** `resources`: all, whose links say which lists there are. */
  static register(resources: readonly Resource[]): DynamicModule {
    return { module: WorkspacesModule, controllers: [resourceController(workspaceResource, resources)] };
  }
}
