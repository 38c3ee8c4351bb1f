import { Module } from '@nestjs/common';
import { CustomDomainController } from './custom-domain.controller.js';
import { CustomDomains } from './custom-domain.js';
import { FindParcelController } from './find-parcel.controller.js';
import { FindParcel } from './find-parcel.js';
import { GenerateLinksController } from './generate-links.controller.js';
import { LinkMail } from './link-mail.js';
import { PublicPagesController } from './public-pages.controller.js';
import { PredictionsModule } from '../predictions/predictions.module.js';
import { SendLinksController } from './send-links.controller.js';
import { TrackingPageLinks } from './tracking-page-links.js';

@Module({
  imports: [PredictionsModule],
  controllers: [
    GenerateLinksController,
    SendLinksController,
    PublicPagesController,
    FindParcelController,
    CustomDomainController,
  ],
  providers: [TrackingPageLinks, LinkMail, FindParcel, CustomDomains],
  exports: [TrackingPageLinks, LinkMail],
})
export class TrackingPagesModule {}
