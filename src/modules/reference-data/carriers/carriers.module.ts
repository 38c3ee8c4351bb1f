import { Module } from '@nestjs/common';
import { CarriersController } from './carriers.controller.js';
import { DetectionController } from './detection.controller.js';

/** The catalogue of carriers, and whose a tracking number is. */
@Module({ controllers: [CarriersController, DetectionController] })
export class CarriersModule {}
