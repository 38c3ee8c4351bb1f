import { Module } from '@nestjs/common';
import { AnalyticsController } from './analytics.controller.js';
import { Analytics } from './analytics.service.js';
import { KeptFacts } from './kept-facts.js';

@Module({ controllers: [AnalyticsController], providers: [Analytics, KeptFacts], exports: [Analytics] })
export class AnalyticsModule {}
