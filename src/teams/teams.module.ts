import { Module } from '@nestjs/common';
import { resourceController } from '../http/resource.controller.js';
import { resources } from '../resources.js';
import { teamResource } from './team.resource.js';

@Module({ controllers: [resourceController(teamResource, resources)] })
export class TeamsModule {}
