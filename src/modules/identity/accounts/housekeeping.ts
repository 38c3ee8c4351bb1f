import {
  Inject,
  Injectable,
  type OnApplicationBootstrap,
  type BeforeApplicationShutdown,
} from '@nestjs/common';
import { CONFIG, type Config } from '../../../config/config.js';
import { DATABASE, type Database } from '../../../core/database/database.js';
import { forgetGrants } from '../oauth/grants.js';
import { forgetUnusedClients } from '../oauth/oauth-clients.js';
import { every, type Scheduled } from '../../../core/jobs/scheduled.js';
import { forgetCodes } from './email-codes.js';

const HOUR = 3_600_000;
/** Rows of one round. */
const BATCH_SIZE = 500;

/** Deletes codes, tokens and grants that nobody can use any more, about once an hour. */
@Injectable()
export class Housekeeping implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private scheduled: Scheduled | undefined;

  constructor(
    @Inject(DATABASE) private readonly database: Database,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  onApplicationBootstrap(): void {
    if (this.config.worker) this.scheduled = every(HOUR, 'housekeeping', () => this.clean());
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.scheduled?.stop();
  }

  async clean(): Promise<void> {
    await this.database.transaction((transaction) => forgetCodes(transaction, BATCH_SIZE));
    await this.database.transaction((transaction) => forgetGrants(transaction, BATCH_SIZE));
    await this.database.transaction((transaction) => forgetUnusedClients(transaction, BATCH_SIZE));
  }
}
