import { Global, Module } from '@nestjs/common';
import { Clock } from '../database/clock.js';
import { DATABASE, type Database } from '../database/database.js';
import { Idempotency } from './idempotency.js';

@Global()
@Module({
  providers: [
    {
      provide: Idempotency,
      inject: [DATABASE, Clock],
      useFactory: (database: Database, clock: Clock) => new Idempotency(database, clock),
    },
  ],
  exports: [Idempotency],
})
export class IdempotencyModule {}
