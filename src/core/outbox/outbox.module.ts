import { type DynamicModule, Global, Module } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '../database/clock.js';
import { DATABASE, type Database } from '../database/database.js';
import type { Resource } from '../metadata/resource.js';
import { Outbox } from './outbox.js';

/** Events of what happens to the resources that announce it. */
@Global()
@Module({})
export class OutboxModule {
  static of(resources: readonly Resource[]): DynamicModule {
    const provider = {
      provide: Outbox,
      inject: [DATABASE, DataSource, Clock],
      useFactory: (database: Database, dataSource: DataSource, clock: Clock) =>
        new Outbox(resources, database, dataSource, clock),
    };
    return { module: OutboxModule, providers: [provider], exports: [Outbox] };
  }
}
