import { Module } from '@nestjs/common';
import { resourceController } from '../../../core/http/resource.controller.js';
import { resources } from '../../../app/resources.js';
import { AccountChanges } from './account-changes.js';
import { userResource } from './user.resource.js';

@Module({ controllers: [resourceController(userResource, resources)], providers: [AccountChanges] })
export class UsersModule {}
