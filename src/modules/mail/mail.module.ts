import { Global, Module } from '@nestjs/common';
import { Mailer } from './mailer.js';
import { MailService } from './mail.service.js';

@Global()
@Module({ providers: [MailService, Mailer], exports: [MailService] })
export class MailModule {}
