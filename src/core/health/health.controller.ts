import { Controller, Get, Inject } from '@nestjs/common';
import { DATABASE, type Database } from '../database/database.js';
import { Public } from '../http/auth.guard.js';

@Public()
@Controller('/health')
export class HealthController {
  constructor(@Inject(DATABASE) private readonly database: Database) {}

  /** The process is alive. */
  @Get()
  alive(): object {
    return { status: 'ok' };
  }

  /** The database does what requests need. @throws Unavailable. */
  @Get('ready')
  async ready(): Promise<object> {
    await this.database.assertReady();
    return { status: 'ok' };
  }
}
