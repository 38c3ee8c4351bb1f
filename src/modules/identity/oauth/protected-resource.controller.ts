import { Controller, Get } from '@nestjs/common';
import { Public } from '../../../core/http/auth.guard.js';
import { DEFAULT_OAUTH_SCOPES } from '../../../core/http/oauth-scopes.js';
import { objectSchema } from '../../../core/openapi/object-schema.js';
import { Operation, Operations } from '../../../core/openapi/operation.js';
import type { Schema } from '../../../core/openapi/types.js';
import { Issuer } from './issuer.js';

const WORDS: Schema = { type: 'array', items: { type: 'string' } };

const METADATA = objectSchema({
  resource: { type: 'string', format: 'uri' },
  authorization_servers: { type: 'array', items: { type: 'string', format: 'uri' } },
  scopes_supported: WORDS,
  bearer_methods_supported: WORDS,
  resource_name: { type: 'string' },
  resource_documentation: { type: 'string', format: 'uri' },
});

/** What clients can find out about the API as a protected resource (RFC 9728): which server issues tokens for it. */
@Operations({ tag: 'OAuth' })
@Public()
@Controller()
export class ProtectedResourceController {
  constructor(private readonly issuer: Issuer) {}

  @Get('/.well-known/oauth-protected-resource')
  @Operation({
    id: 'getProtectedResource',
    summary: 'Who issues tokens for this API',
    description: 'As RFC 9728 has it.',
    answer: { description: 'The metadata.', body: METADATA },
    withoutDatabase: true,
  })
  metadata(): Readonly<Record<string, unknown>> {
    return this.about('', 'Waybill');
  }

  @Get('/.well-known/oauth-protected-resource/mcp')
  @Operation({
    id: 'getProtectedResourceMcp',
    summary: 'Who issues tokens for agents at /mcp',
    description: 'As RFC 9728 has it.',
    answer: { description: 'The metadata.', body: METADATA },
    withoutDatabase: true,
  })
  ofMcp(): Readonly<Record<string, unknown>> {
    return this.about('/mcp', 'Waybill for agents');
  }

  private about(path: string, name: string): Readonly<Record<string, unknown>> {
    const { url } = this.issuer;
    return {
      resource: url + path,
      authorization_servers: [url],
      scopes_supported: DEFAULT_OAUTH_SCOPES,
      bearer_methods_supported: ['header'],
      resource_name: name,
      resource_documentation: `${url}/docs`,
    };
  }
}
