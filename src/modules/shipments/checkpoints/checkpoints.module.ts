import { type DynamicModule, Module } from '@nestjs/common';
import { resourceController } from '../../../core/http/resource.controller.js';
import type { Resource } from '../../../core/metadata/resource.js';
import { checkpointResource } from './checkpoint.resource.js';

@Module({})
export class CheckpointsModule {
  static readonly resource = checkpointResource;

  /** `resources`: all, whose links say which lists there are. */
  static register(resources: readonly Resource[]): DynamicModule {
    return { module: CheckpointsModule, controllers: [resourceController(checkpointResource, resources)] };
  }
}
