import { type DynamicModule, Module } from '@nestjs/common';
import { CONFIG, type Config } from '../config.js';
import { OpenapiController, OpenapiFile } from './openapi.controller.js';
import { Reference } from './reference.js';
import type { OpenapiDocument } from './types.js';

/** `/docs.json` and `/docs`; the document is made once, at the start. */
@Module({})
export class OpenapiModule {
  /** `describe` makes the document for the URL that clients see. */
  static of(describe: (publicUrl: string) => OpenapiDocument): DynamicModule {
    const document = {
      provide: OpenapiFile,
      inject: [CONFIG],
      useFactory: ({ publicUrl }: Config) => new OpenapiFile(describe(publicUrl)),
    };
    return { module: OpenapiModule, controllers: [OpenapiController], providers: [document, Reference] };
  }
}
