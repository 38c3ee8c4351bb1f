import { Global, Module } from '@nestjs/common';
import { Authenticator } from '../../../core/http/authenticator.js';
import { AccessTokens } from './access-tokens.js';
import { Access } from './access.js';
import { AuthorizationController } from './authorization.controller.js';
import { BrowserSession } from './browser-session.js';
import { DashboardSessionController } from './dashboard-session.controller.js';
import { IntrospectionController } from './introspection.controller.js';
import { Issuer } from './issuer.js';
import { KnownDevices } from './known-devices.js';
import { MetadataController } from './metadata.controller.js';
import { OwnAccessController } from './own-access.controller.js';
import { RegistrationController } from './registration.controller.js';
import { ProtectedResourceController } from './protected-resource.controller.js';
import { RevocationController } from './revocation.controller.js';
import { SignIn } from './sign-in.js';
import { TokenController } from './token.controller.js';

@Global()
@Module({
  controllers: [
    TokenController,
    RevocationController,
    IntrospectionController,
    RegistrationController,
    AuthorizationController,
    OwnAccessController,
    MetadataController,
    ProtectedResourceController,
    DashboardSessionController,
  ],
  providers: [
    AccessTokens,
    BrowserSession,
    Issuer,
    KnownDevices,
    SignIn,
    { provide: Authenticator, useClass: Access },
  ],
  exports: [Authenticator, AccessTokens, BrowserSession, Issuer, KnownDevices],
})
export class OauthModule {}
