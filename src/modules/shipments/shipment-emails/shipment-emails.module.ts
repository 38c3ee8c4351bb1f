import { Global, Module } from '@nestjs/common';
import { MessagesModule } from '../../messages/messages.module.js';
import { ShipmentEmails } from './shipment-emails.service.js';

@Global()
@Module({ imports: [MessagesModule], providers: [ShipmentEmails], exports: [ShipmentEmails] })
export class ShipmentEmailsModule {}
