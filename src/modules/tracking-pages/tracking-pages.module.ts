import { Module } from '@nestjs/common';
import { resourceController } from '../../core/http/resource.controller.js';
import { resources } from '../../app/resources.js';
import { GenerateLinksController } from './generate-links.controller.js';
import { LinkMail } from './link-mail.js';
import { PublicPagesController } from './public-pages.controller.js';
import { TrackingPageLinks } from './tracking-page-links.js';
import { trackingPageResource } from './tracking-page.resource.js';

@Module({
  controllers: [
    resourceController(trackingPageResource, resources),
    GenerateLinksController,
    PublicPagesController,
  ],
  providers: [TrackingPageLinks, LinkMail],
})
export class TrackingPagesModule {}
