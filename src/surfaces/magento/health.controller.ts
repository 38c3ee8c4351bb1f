import { Controller, Get, Inject } from '@nestjs/common';
import { DATABASE, type Database } from '../../core/database/database.js';
import { objectSchema } from '../../core/openapi/object-schema.js';
import { Operation, Operations } from '../../core/openapi/operation.js';
import { Public } from '../../core/http/auth.guard.js';

const HEALTH = objectSchema({ status: { const: 'ok' }, message: { type: 'string' } });

@Operations({ tag: 'Tokens' })
@Public()
@Controller('/api2/oauth/health')
export class MagentoHealthController {
  constructor(@Inject(DATABASE) private readonly database: Database) {}

  /** Tokens can be got: the database does what requests need. @throws Unavailable. */
  @Get()
  @Operation({
    id: 'getTokenHealth',
    summary: 'Says that tokens can be got',
    description: 'For clients that look before they ask for one.',
    answer: {
      description: 'They can.',
      body: (components) => components.schema('Health', () => HEALTH),
    },
  })
  async health(): Promise<object> {
    await this.database.assertReady();
    return { status: 'ok', message: 'Tokens are issued at /api2/oauth/token.' };
  }
}
