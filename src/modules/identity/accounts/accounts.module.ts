import { Global, Module } from '@nestjs/common';
import { Accounts } from './accounts.js';
import { Attempts } from './attempts.js';
import { ConfirmationLinkController } from './confirmation-link.controller.js';
import { Housekeeping } from './housekeeping.js';
import { SecurityPagesController } from './security-pages.controller.js';
import { SecurityController } from './security.controller.js';

@Global()
@Module({
  controllers: [SecurityController, SecurityPagesController, ConfirmationLinkController],
  providers: [Accounts, Attempts, Housekeeping],
  exports: [Accounts, Attempts],
})
export class AccountsModule {}
