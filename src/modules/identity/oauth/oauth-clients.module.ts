import { Module } from '@nestjs/common';
import { resourceController } from '../../../core/http/resource.controller.js';
import { resources } from '../../../app/resources.js';
import { oauthClientResource } from './oauth-client.resource.js';

@Module({ controllers: [resourceController(oauthClientResource, resources)] })
export class OauthClientsModule {}
