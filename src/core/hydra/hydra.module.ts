import { type DynamicModule, Module } from '@nestjs/common';
import type { Resource } from '../metadata/resource.js';
import { DocumentsController } from './documents.controller.js';
import { HydraDocuments } from './documents.js';

/** The entrypoint, the contexts and the documentation of some resources. */
@Module({})
export class HydraModule {
  static of(
    resources: readonly Resource[],
    publicUrl: string,
    computed: readonly Resource[] = [],
  ): DynamicModule {
    const provider = {
      provide: HydraDocuments,
      useFactory: () => new HydraDocuments(resources, publicUrl, computed),
    };
    return { module: HydraModule, controllers: [DocumentsController], providers: [provider] };
  }
}
