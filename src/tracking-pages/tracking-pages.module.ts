import { Module } from '@nestjs/common';
import { resourceController } from '../http/resource.controller.js';
import { resources } from '../resources.js';
import { trackingPageResource } from './tracking-page.resource.js';

@Module({ controllers: [resourceController(trackingPageResource, resources)] })
export class TrackingPagesModule {}
