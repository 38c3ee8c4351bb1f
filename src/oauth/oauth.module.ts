import { Global, Module } from '@nestjs/common';
import { Authenticator } from '../http/authenticator.js';
import { AccessTokens } from './access-tokens.js';
import { Access } from './access.js';
import { TokenController } from './token.controller.js';

@Global()
@Module({
  controllers: [TokenController],
  providers: [AccessTokens, { provide: Authenticator, useClass: Access }],
  exports: [Authenticator],
})
export class OauthModule {}
