import { type DynamicModule, Module } from '@nestjs/common';
import type { Resource } from '../metadata/resource.js';
import { resourceController } from './resource.controller.js';

/** Serves resources that need no Nest module of their own. */
@Module({})
export class ResourcesModule {
  /** `all`: whose links say which lists there are. */
  static of(served: readonly Resource[], all: readonly Resource[]): DynamicModule {
    return {
      module: ResourcesModule,
      controllers: served.map((resource) => resourceController(resource, all)),
    };
  }
}
