import { Global, Module } from '@nestjs/common';
import { Authenticator } from '../http/authenticator.js';
import { AccessTokens } from './access-tokens.js';
import { Access } from './access.js';
import { AuthorizationController } from './authorization.controller.js';
import { BrowserSession } from './browser-session.js';
import { TokenController } from './token.controller.js';

@Global()
@Module({
  controllers: [TokenController, AuthorizationController],
  providers: [AccessTokens, BrowserSession, { provide: Authenticator, useClass: Access }],
  exports: [Authenticator, AccessTokens],
})
export class OauthModule {}
