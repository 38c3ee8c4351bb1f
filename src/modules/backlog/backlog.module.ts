import { Inject, Module, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../../core/database/clock.js';
import { CONFIG, type Config } from '../../config/config.js';
import { DATABASE, type Database } from '../../core/database/database.js';
import { Metrics } from '../../core/metrics/metrics.js';
import {
  dueParcels,
  jobs,
  oldestDelivery,
  oldestMail,
  waitingDeliveries,
  waitingMail,
  webhooksFailing,
} from './backlog.js';

/** What waits to be done behind requests, for /metrics: each process tells the same, from the database. */
@Module({})
export class BacklogModule implements OnModuleInit {
  constructor(
    @Inject(DATABASE) private readonly database: Database,
    private readonly clock: Clock,
    private readonly metrics: Metrics,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  onModuleInit(): void {
    const { metrics, database, clock } = this;
    // without one nobody asks, and nothing is late
    const hasProviders = this.config.trackingProviders.length > 0;
    const one = (
      name: string,
      help: string,
      read: (database: Database, now: number) => Promise<number>,
    ): void => metrics.watch({ name, help }, async () => [{ value: await read(database, clock.now()) }]);
    one(
      'outbox_deliveries_waiting',
      'Changes that webhooks are still to be told of, 100000 at most.',
      waitingDeliveries,
    );
    one('outbox_oldest_delivery_seconds', 'Age of the oldest of them; 0 when there is none.', oldestDelivery);
    one('webhooks_failing', 'Webhooks whose last request has failed.', webhooksFailing);
    one('mails_waiting', 'E-mails that have to go out, 100000 at most.', waitingMail);
    one('mails_oldest_seconds', 'Age of the oldest of them; 0 when there is none.', oldestMail);
    one(
      'tracking_parcels_due',
      'Shipments whose tracking provider is to be asked now, 100000 at most.',
      (...asked) => (hasProviders ? dueParcels(...asked) : Promise.resolve(0)),
    );
    metrics.watch(
      { name: 'background_jobs', help: 'Exports and imports that wait or run.', labels: ['kind', 'status'] },
      () => jobs(database),
    );
  }
}
