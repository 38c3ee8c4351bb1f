import { type DynamicModule, Global, Module } from '@nestjs/common';
import { Clock } from '../database/clock.js';
import type { Quotas } from '../metadata/quotas.js';
import { RequestRates } from './request-rates.js';

@Global()
@Module({})
export class RequestRatesModule {
  static of(quotas: Quotas): DynamicModule {
    const provider = {
      provide: RequestRates,
      inject: [Clock],
      useFactory: (clock: Clock) => new RequestRates(quotas, clock),
    };
    return { module: RequestRatesModule, providers: [provider], exports: [RequestRates] };
  }
}
