import { type DynamicModule, Module } from '@nestjs/common';
import { AnalyticsModule } from '../analytics/analytics.module.js';
import { PredictionsModule } from '../predictions/predictions.module.js';
import { TrackingModule } from '../tracking/tracking.module.js';
import { TrackingPagesModule } from '../tracking-pages/tracking-pages.module.js';
import { McpCatalog } from './catalog.js';
import { McpController } from './mcp.controller.js';
import { McpGuard } from './mcp.guard.js';
import { McpSessions, VERSION } from './sessions.js';

/** A server of the Model Context Protocol, by which agents find, explain and send parcels. */
@Module({
  imports: [AnalyticsModule, PredictionsModule, TrackingModule, TrackingPagesModule],
  controllers: [McpController],
  providers: [McpCatalog, McpGuard, McpSessions],
})
export class McpModule {
  /** `version`: that of this server, which agents are told. */
  static of(version: string): DynamicModule {
    return { module: McpModule, providers: [{ provide: VERSION, useValue: version }] };
  }
}
