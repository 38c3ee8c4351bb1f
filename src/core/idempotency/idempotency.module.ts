import { Global, Module } from '@nestjs/common';
import { Clock } from '../database/clock.js';
import { DATABASE, type Database } from '../database/database.js';
import { Encryption } from '../database/encryption.js';
import { Idempotency } from './idempotency.js';

@Global()
@Module({
  providers: [
    {
      provide: Idempotency,
      inject: [DATABASE, Clock, Encryption],
      useFactory: (database: Database, clock: Clock, encryption: Encryption) =>
        new Idempotency(database, clock, encryption),
    },
  ],
  exports: [Idempotency],
})
export class IdempotencyModule {}
