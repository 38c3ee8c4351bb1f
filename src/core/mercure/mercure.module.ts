import { type DynamicModule, Global, Module } from '@nestjs/common';
import { Hub } from './hub.js';
import { MercureController } from './mercure.controller.js';
import { MercureGuard } from './mercure.guard.js';
import { PUBLIC_URL } from './public-url.js';

/** Changes as they happen, for whoever listens. */
@Global()
@Module({})
export class MercureModule {
  static of(publicUrl: string): DynamicModule {
    return {
      module: MercureModule,
      controllers: [MercureController],
      providers: [Hub, MercureGuard, { provide: PUBLIC_URL, useValue: publicUrl }],
      exports: [Hub],
    };
  }
}
