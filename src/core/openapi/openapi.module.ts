import { type DynamicModule, Module } from '@nestjs/common';
import type { DescribedApi } from './described-api.js';
import { documentController, ReferenceController } from './openapi.controller.js';
import { Reference } from './reference.js';

/** The documents of some APIs, and pages that show them; they are made once, at the start. */
@Module({})
export class OpenapiModule {
  static of(apis: readonly DescribedApi[], publicUrl: string): DynamicModule {
    const reference = { provide: Reference, useFactory: () => new Reference(apis, publicUrl) };
    return {
      module: OpenapiModule,
      controllers: [...apis.map(documentController), ReferenceController],
      providers: [reference],
    };
  }
}
