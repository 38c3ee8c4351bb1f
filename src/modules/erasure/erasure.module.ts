import { Module } from '@nestjs/common';
import { Eraser } from './eraser.js';

/** Persons' data that goes with what it was kept for. */
@Module({ providers: [Eraser] })
export class ErasureModule {}
