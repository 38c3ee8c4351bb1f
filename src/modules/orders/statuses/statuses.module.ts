import { Module } from '@nestjs/common';
import { StatusReferencesController } from './status-references.controller.js';

@Module({ controllers: [StatusReferencesController] })
export class StatusesModule {}
