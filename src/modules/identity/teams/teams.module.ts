import { Module } from '@nestjs/common';
import { resourceController } from '../../../core/http/resource.controller.js';
import { resources } from '../../../app/resources.js';
import { MembersController } from './members.controller.js';
import { teamResource } from './team.resource.js';

@Module({ controllers: [resourceController(teamResource, resources), MembersController] })
export class TeamsModule {}
