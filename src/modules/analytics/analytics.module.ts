import { Module } from '@nestjs/common';
import { AnalyticsController } from './analytics.controller.js';
import { Analytics } from './analytics.service.js';

@Module({ controllers: [AnalyticsController], providers: [Analytics] })
export class AnalyticsModule {}
