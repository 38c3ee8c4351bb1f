import { Global, Module } from '@nestjs/common';
import { Mailer } from './mailer.js';
import { Mails } from './mails.js';

@Global()
@Module({ providers: [Mails, Mailer], exports: [Mails] })
export class MailModule {}
