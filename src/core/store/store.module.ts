import { type DynamicModule, Global, Module } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '../database/clock.js';
import { DATABASE, type Database } from '../database/database.js';
import { InstallationSecret } from '../database/installation-secret.js';
import { Encryption } from '../database/encryption.js';
import type { Resource } from '../metadata/resource.js';
import { Store } from './store.js';
import type { WriterOptions } from './writer.js';

/** The store of some resources; a declaration that does not fit its entity stops the start. */
@Global()
@Module({})
export class StoreModule {
  static of(resources: readonly Resource[], options: Omit<WriterOptions, 'encrypt'>): DynamicModule {
    const provider = {
      provide: Store,
      inject: [DATABASE, DataSource, Clock, InstallationSecret, Encryption],
      useFactory: (
        database: Database,
        dataSource: DataSource,
        clock: Clock,
        secret: InstallationSecret,
        encryption: Encryption,
      ) => new Store(resources, database, dataSource, clock, secret, encryption, options),
    };
    return { module: StoreModule, providers: [provider], exports: [Store] };
  }
}
