import {
  type BeforeApplicationShutdown,
  Inject,
  Injectable,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { CONFIG, type Config } from '../../config/config.js';
import { Clock } from '../../core/database/clock.js';
import { DATABASE, type Database } from '../../core/database/database.js';
import { toStored } from '../../core/metadata/datetime.js';
import { sweep } from './apply-updates.js';
import { every, type Scheduled } from '../../core/jobs/scheduled.js';

const MINUTE = 60_000;

/** Shipments of one unit of work, and units of one round: after a long pause it catches up over several rounds. */
const BATCH_SIZE = 200;
const MAX_BATCHES = 50;

/**
 * Sets the statuses that follow from silence, `expired` and `transit_limit_exceeded`, about once a minute. Processes that
 * sweep at the same time take different shipments; the statuses are dated to when they became true, so a sweep that was
 * missed changes nothing.
 */
@Injectable()
export class Sweeper implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private scheduled: Scheduled | undefined;

  constructor(
    @Inject(DATABASE) private readonly database: Database,
    @Inject(CONFIG) private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  onApplicationBootstrap(): void {
    if (this.config.worker) this.scheduled = every(MINUTE, 'sweep', () => this.sweep());
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.scheduled?.stop();
  }

  /** @returns how many shipments were due. */
  async sweep(): Promise<number> {
    let swept = 0;
    for (let round = 0; round < MAX_BATCHES; round++) {
      const now = this.clock.now();
      const count = await this.database.transaction((transaction) =>
        sweep(
          { sweptBefore: toStored(now), limit: BATCH_SIZE },
          { transaction, limits: this.config.transitLimits, now },
        ),
      );
      swept += count;
      if (count < BATCH_SIZE) break;
    }
    return swept;
  }
}
