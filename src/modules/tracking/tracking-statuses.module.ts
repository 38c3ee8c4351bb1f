import { Module } from '@nestjs/common';
import { TrackingStatusesController } from './tracking-statuses.controller.js';

@Module({ controllers: [TrackingStatusesController] })
export class TrackingStatusesModule {}
