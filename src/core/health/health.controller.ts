import { Controller, Get, Inject } from '@nestjs/common';
import { DATABASE, type Database } from '../database/database.js';
import { objectSchema } from '../openapi/object-schema.js';
import { type AnswerOptions, Operation, Operations } from '../openapi/operation.js';
import { Public } from '../http/auth.guard.js';

const OK: AnswerOptions = {
  description: 'It does.',
  body: (components) => components.schema('Health', () => objectSchema({ status: { const: 'ok' } })),
};

@Operations({ tag: { name: 'Health', description: 'For whoever watches over the process.' } })
@Public()
@Controller('/health')
export class HealthController {
  constructor(@Inject(DATABASE) private readonly database: Database) {}

  /** The process is alive. */
  @Get()
  @Operation({
    id: 'getHealth',
    summary: 'Says that the process lives',
    description: 'It asks no database. For probes that restart a process which hangs.',
    answer: OK,
    withoutDatabase: true,
  })
  alive(): object {
    return { status: 'ok' };
  }

  /** The database does what requests need. @throws Unavailable. */
  @Get('ready')
  @Operation({
    id: 'getReadiness',
    summary: 'Says that the database is reached, has its tables and takes writes',
    description: 'For probes that send requests to a process, or wait for it.',
    answer: OK,
  })
  async ready(): Promise<object> {
    await this.database.assertReady();
    return { status: 'ok' };
  }
}
