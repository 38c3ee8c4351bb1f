import { Global, Module } from '@nestjs/common';
import { PredictionsModule } from '../predictions/predictions.module.js';
import { TrackingPagesModule } from '../tracking-pages/tracking-pages.module.js';
import { MessagePreviewsController } from './previews/message-previews.controller.js';
import { HandOver } from './sending/hand-over.js';
import { MessageContents } from './sending/message-content.js';
import { MessageWorker } from './sending/message-worker.js';
import { UnsubscribeLinks } from './sending/unsubscribe-link.js';
import { ShipmentEmails } from './sending/shipment-emails.js';
import { DirectSender } from './sending/direct-sender.js';
import { Digests } from './operators/digests.js';
import { Slack } from './operators/slack.js';
import { WebhooksModule } from '../webhooks/webhooks.module.js';
import { MailEventsController } from './suppressions/mail-events.controller.js';
import { UnsubscribeController } from './suppressions/unsubscribe.controller.js';

/** Messages to customers: whom to tell of what happens to a shipment, in which words, and what became of it. */
@Global()
@Module({
  imports: [PredictionsModule, TrackingPagesModule, WebhooksModule],
  controllers: [MessagePreviewsController, UnsubscribeController, MailEventsController],
  providers: [
    ShipmentEmails,
    MessageContents,
    UnsubscribeLinks,
    HandOver,
    Slack,
    Digests,
    DirectSender,
    MessageWorker,
  ],
  exports: [ShipmentEmails],
})
export class MessagesModule {}
