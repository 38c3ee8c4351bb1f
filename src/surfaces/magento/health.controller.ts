import { Controller, Get, Inject } from '@nestjs/common';
import { DATABASE, type Database } from '../../core/database/database.js';
import { Public } from '../../core/http/auth.guard.js';

@Public()
@Controller('/api2/oauth/health')
export class MagentoHealthController {
  constructor(@Inject(DATABASE) private readonly database: Database) {}

  /** Tokens can be got: the database does what requests need. @throws Unavailable. */
  @Get()
  async health(): Promise<object> {
    await this.database.assertReady();
    return { status: 'ok', message: 'Tokens are issued at /api2/oauth/token.' };
  }
}
