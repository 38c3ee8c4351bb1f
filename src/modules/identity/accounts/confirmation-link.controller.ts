import { Controller, Get, Inject, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CONFIG, type Config } from '../../../config/config.js';
import { Public } from '../../../core/http/auth.guard.js';
import { NotFound } from '../../../core/metadata/errors.js';
import { objectSchema } from '../../../core/openapi/object-schema.js';
import { Operation, Operations } from '../../../core/openapi/operation.js';
import { Accounts } from './accounts.js';

/** The link that an e-mail would have, for tests that read no mail; it is not there without TEST_ENDPOINTS. */
@Operations({ tag: 'Accounts', path: { email: { description: 'The address of a user.', format: 'email' } } })
@Public()
@Controller('/public/user-confirmation-link')
export class ConfirmationLinkController {
  constructor(
    private readonly accounts: Accounts,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get(':email')
  @Operation({
    id: 'getUserConfirmationLink',
    summary: 'The link that an e-mail would have',
    description: 'For tests: only where TEST_ENDPOINTS is 1.',
    answer: {
      description: 'A new link.',
      headers: ['Cache-Control'],
      body: objectSchema({ link: { type: 'string', format: 'uri' } }),
    },
    errors: [404],
  })
  async link(
    @Param('email') email: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    if (!this.config.testEndpoints) {
      throw new NotFound(`No route found for "GET ${request.originalUrl.split('?', 1)[0]}"`);
    }
    const link = await this.accounts.testLink(email);
    if (link === undefined) throw new NotFound();
    void reply.header('Cache-Control', 'no-store').type('application/json').send(JSON.stringify({ link }));
  }
}
