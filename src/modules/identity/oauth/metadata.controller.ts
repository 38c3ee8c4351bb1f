import { Controller, Get } from '@nestjs/common';
import { Public } from '../../../core/http/auth.guard.js';
import { USUAL_RIGHTS } from '../../../core/http/rights.js';
import { Issuer } from './issuer.js';

/** What clients can find out about this authorization server (RFC 8414). */
@Public()
@Controller('/.well-known/oauth-authorization-server')
export class MetadataController {
  constructor(private readonly issuer: Issuer) {}

  @Get()
  metadata(): Readonly<Record<string, unknown>> {
    const { url } = this.issuer;
    const authentication = ['client_secret_basic', 'client_secret_post', 'none'];
    return {
      issuer: url,
      authorization_endpoint: `${url}/oauth/v2/auth`,
      token_endpoint: `${url}/oauth/v2/token`,
      revocation_endpoint: `${url}/oauth/v2/revoke`,
      service_documentation: `${url}/docs`,
      scopes_supported: USUAL_RIGHTS,
      response_types_supported: ['code'],
      response_modes_supported: ['query'],
      grant_types_supported: ['authorization_code', 'refresh_token', 'client_credentials'],
      code_challenge_methods_supported: ['S256'],
      token_endpoint_auth_methods_supported: authentication,
      revocation_endpoint_auth_methods_supported: authentication,
      authorization_response_iss_parameter_supported: true,
    };
  }
}
