import { Module } from '@nestjs/common';
import { GenerateLinksController } from './generate-links.controller.js';
import { LinkMail } from './link-mail.js';
import { PublicPagesController } from './public-pages.controller.js';
import { TrackingPageLinks } from './tracking-page-links.js';

@Module({
  controllers: [GenerateLinksController, PublicPagesController],
  providers: [TrackingPageLinks, LinkMail],
})
export class TrackingPagesModule {}
