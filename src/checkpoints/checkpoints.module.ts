import { Module } from '@nestjs/common';
import { resourceController } from '../http/resource.controller.js';
import { resources } from '../resources.js';
import { checkpointResource } from './checkpoint.resource.js';

@Module({ controllers: [resourceController(checkpointResource, resources)] })
export class CheckpointsModule {}
