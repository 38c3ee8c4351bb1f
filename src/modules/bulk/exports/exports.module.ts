import { Module } from '@nestjs/common';
import { ExportsController } from './exports.controller.js';
import { Exports } from './exports.js';

@Module({ controllers: [ExportsController], providers: [Exports] })
export class ExportsModule {}
