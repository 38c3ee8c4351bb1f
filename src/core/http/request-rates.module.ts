import { Global, Module } from '@nestjs/common';
import { RequestRates } from './request-rates.js';

@Global()
@Module({ providers: [RequestRates], exports: [RequestRates] })
export class RequestRatesModule {}
