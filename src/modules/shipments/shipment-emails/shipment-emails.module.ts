import { Global, Module } from '@nestjs/common';
import { ShipmentEmails } from './shipment-emails.service.js';

@Global()
@Module({ providers: [ShipmentEmails], exports: [ShipmentEmails] })
export class ShipmentEmailsModule {}
