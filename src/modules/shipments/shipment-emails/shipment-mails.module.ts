import { Global, Module } from '@nestjs/common';
import { ShipmentMails } from './shipment-mails.js';

@Global()
@Module({ providers: [ShipmentMails], exports: [ShipmentMails] })
export class ShipmentMailsModule {}
