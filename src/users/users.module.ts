import { Module } from '@nestjs/common';
import { resourceController } from '../http/resource.controller.js';
import { resources } from '../resources.js';
import { AccountChanges } from './account-changes.js';
import { userResource } from './user.resource.js';

@Module({ controllers: [resourceController(userResource, resources)], providers: [AccountChanges] })
export class UsersModule {}
