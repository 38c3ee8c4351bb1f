import { Controller, Get } from '@nestjs/common';
import { Public } from '../../../core/http/auth.guard.js';
import { DEFAULT_OAUTH_SCOPES } from '../../../core/http/oauth-scopes.js';
import { objectSchema } from '../../../core/openapi/object-schema.js';
import { Operation, Operations } from '../../../core/openapi/operation.js';
import type { Schema } from '../../../core/openapi/types.js';
import { Issuer } from './issuer.js';

const URL: Schema = { type: 'string', format: 'uri' };
const WORDS: Schema = { type: 'array', items: { type: 'string' } };

const METADATA = objectSchema({
  issuer: URL,
  authorization_endpoint: URL,
  token_endpoint: URL,
  revocation_endpoint: URL,
  introspection_endpoint: URL,
  registration_endpoint: URL,
  service_documentation: URL,
  scopes_supported: WORDS,
  response_types_supported: WORDS,
  response_modes_supported: WORDS,
  grant_types_supported: WORDS,
  code_challenge_methods_supported: WORDS,
  token_endpoint_auth_methods_supported: WORDS,
  revocation_endpoint_auth_methods_supported: WORDS,
  introspection_endpoint_auth_methods_supported: WORDS,
  authorization_response_iss_parameter_supported: { type: 'boolean' },
});

/** What clients can find out about this authorization server (RFC 8414). */
@Operations({ tag: 'OAuth' })
@Public()
@Controller('/.well-known/oauth-authorization-server')
export class MetadataController {
  constructor(private readonly issuer: Issuer) {}

  @Get()
  @Operation({
    id: 'getAuthorizationServer',
    summary: 'Where OAuth’s endpoints are, and what they know',
    description: 'As RFC 8414 has it.',
    answer: { description: 'The metadata.', body: METADATA },
    withoutDatabase: true,
  })
  metadata(): Readonly<Record<string, unknown>> {
    const { url } = this.issuer;
    const withSecret = ['client_secret_basic', 'client_secret_post'];
    const authentication = [...withSecret, 'none'];
    return {
      issuer: url,
      authorization_endpoint: `${url}/oauth/v2/auth`,
      token_endpoint: `${url}/oauth/v2/token`,
      revocation_endpoint: `${url}/oauth/v2/revoke`,
      introspection_endpoint: `${url}/oauth/v2/introspect`,
      registration_endpoint: `${url}/oauth/v2/register`,
      service_documentation: `${url}/docs`,
      scopes_supported: DEFAULT_OAUTH_SCOPES,
      response_types_supported: ['code'],
      response_modes_supported: ['query'],
      grant_types_supported: ['authorization_code', 'refresh_token', 'client_credentials'],
      code_challenge_methods_supported: ['S256'],
      token_endpoint_auth_methods_supported: authentication,
      revocation_endpoint_auth_methods_supported: authentication,
      introspection_endpoint_auth_methods_supported: withSecret,
      authorization_response_iss_parameter_supported: true,
    };
  }
}
