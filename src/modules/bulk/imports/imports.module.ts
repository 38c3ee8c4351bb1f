import { Module } from '@nestjs/common';
import { ImportsController } from './imports.controller.js';
import { Imports } from './imports.js';

@Module({
  controllers: [ImportsController],
  providers: [Imports],
})
export class ImportsModule {}
