import { Controller, Get, HttpCode, Inject, Param, Post, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { CONFIG, type Config } from '../../config/config.js';
import { Public } from '../../core/http/auth.guard.js';
import { Authenticator, type AuthenticatedRequest } from '../../core/http/authenticator.js';
import { retryWithFreshScope } from '../../core/http/fresh-scope.js';
import { routeOptions } from '../../core/http/route-options.js';
import { NotFound } from '../../core/metadata/errors.js';
import { objectSchema } from '../../core/openapi/object-schema.js';
import { EXAMPLE_ID } from '../../core/openapi/field-schema.js';
import { Operation, Operations } from '../../core/openapi/operation.js';
import { urlQueryOf } from '../../core/http/url-query.js';
import { CustomDomains } from './custom-domain.js';
import { TrackingPageLinks } from './tracking-page-links.js';

/** Host names of shops for their tracking pages. */
@Operations({
  tag: 'TrackingPage',
  path: { id: { description: 'The id of the tracking page.', format: 'uuid', examples: [EXAMPLE_ID] } },
})
@Controller()
export class CustomDomainController {
  constructor(
    private readonly domains: CustomDomains,
    private readonly links: TrackingPageLinks,
    private readonly authenticator: Authenticator,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Post('/tracking_pages/:id/verify_domain')
  @HttpCode(200)
  @Operation({
    id: 'verifyTrackingPageDomain',
    summary: "Enables a tracking page's own host name",
    description:
      "The page's `domain` is proved by a TXT record `waybill-page=<id of the page>` at `_waybill.<domain>`; without it the answer is a 400 that says what is missing. Another `domain` has to be proved anew.",
    answer: {
      description: 'The domain is enabled: links lead there.',
      body: objectSchema({ domain: { type: 'string' }, url: { type: 'string', format: 'uri' } }),
    },
    errors: [400],
  })
  @routeOptions({ writesInTeams: true })
  async verify(@Param('id') id: string, @Req() request: AuthenticatedRequest): Promise<object> {
    const page = await retryWithFreshScope(request, this.authenticator, (caller) =>
      this.links.pageOf(id, caller),
    );
    const domain = await this.domains.verify(page);
    return { domain, url: `${new URL(this.config.publicUrl).protocol}//${domain}` };
  }

  /** What Caddy's `on_demand_tls` asks. */
  @Public()
  @Get('/public/domains')
  @Operation({
    id: 'getTrackingPageDomain',
    summary: "Whether a host name is a tracking page's",
    description: 'For a TLS proxy, before it gets a certificate: 200 or 404.',
    parameters: [
      {
        name: 'domain',
        in: 'query',
        required: true,
        description: 'The host name.',
        schema: { type: 'string', examples: ['track.example.com'] },
      },
    ],
    answer: { description: 'It is one.', body: objectSchema({ domain: { type: 'string' } }) },
    errors: [404],
  })
  async known(@Req() request: FastifyRequest): Promise<object> {
    const domain = urlQueryOf(request).get('domain') ?? '';
    if (!(await this.domains.isKnown(domain))) throw new NotFound();
    return { domain };
  }
}
