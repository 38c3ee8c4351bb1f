import { type DynamicModule, Global, Module } from '@nestjs/common';
import { Metrics } from './metrics.js';
import { METRICS_TOKEN, MetricsController } from './metrics.controller.js';

@Global()
@Module({ controllers: [MetricsController], providers: [Metrics], exports: [Metrics] })
export class MetricsModule {
  /** `token` opens /metrics from anywhere; without one only the machine itself reads it. */
  static of(token: string | undefined): DynamicModule {
    return { module: MetricsModule, providers: [{ provide: METRICS_TOKEN, useValue: token }] };
  }
}
