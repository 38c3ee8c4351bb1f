import { Module } from '@nestjs/common';
import { resourceController } from '../../../core/http/resource.controller.js';
import { resources } from '../../../app/resources.js';
import { checkpointResource } from './checkpoint.resource.js';

@Module({ controllers: [resourceController(checkpointResource, resources)] })
export class CheckpointsModule {}
