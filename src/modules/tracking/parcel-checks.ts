import {
  type BeforeApplicationShutdown,
  Inject,
  Injectable,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { CONFIG, type Config } from '../../config/config.js';
import { Clock } from '../../core/database/clock.js';
import { DATABASE, type Database } from '../../core/database/database.js';
import { pollProviders, type PollerContext } from './provider-poller.js';
import { leaseDue, type LeasedShipment, leaseShipments } from './leased-shipments.js';
import { PROVIDERS } from './providers/providers.js';
import { Metrics } from '../../core/metrics/metrics.js';
import { RepeatedFailures } from '../../core/metrics/repeated-failures.js';
import { every, type Scheduled } from '../../core/jobs/scheduled.js';
import type { TrackingProvider } from './tracking-provider.js';

const MINUTE = 60_000;

/** Shipments of one round, and rounds in a row: after a long pause it catches up over several minutes. */
const BATCH_SIZE = 200;
const MAX_BATCHES = 50;

/** A round ends long before its leases do. */
const BATCH_TIMEOUT_MS = 2 * MINUTE;

/**
 * Asks the providers for parcels that are due, about once a minute. Processes that do so at the same time take different
 * shipments. Without a provider it does nothing at all.
 */
@Injectable()
export class ParcelChecks implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly stopping = new AbortController();
  private readonly pollerContext: PollerContext;
  private scheduled: Scheduled | undefined;

  constructor(
    @Inject(DATABASE) private readonly database: Database,
    @Inject(CONFIG) private readonly config: Config,
    @Inject(PROVIDERS) private readonly providers: readonly TrackingProvider[],
    private readonly clock: Clock,
    metrics: Metrics,
  ) {
    const failures = new RepeatedFailures('tracking');
    this.pollerContext = { providers, database, clock, limits: config.transitLimits, metrics, failures };
  }

  onApplicationBootstrap(): void {
    if (this.hasProviders && this.config.worker)
      this.scheduled = every(MINUTE, 'tracking', () => this.checkDue());
  }

  /** Before the database is closed; who is being asked is not waited for. */
  async beforeApplicationShutdown(): Promise<void> {
    this.stopping.abort();
    await this.scheduled?.stop();
  }

  /** @returns how many shipments were due. */
  async checkDue(): Promise<number> {
    let checked = 0;
    const failed = new Set<TrackingProvider>();
    for (let round = 0; round < MAX_BATCHES && this.hasProviders && !this.stopping.signal.aborted; round++) {
      const { leased, seen } = await this.database.transaction((transaction) =>
        leaseDue(BATCH_SIZE, this.clock.now(), transaction),
      );
      checked += leased.length;
      await this.poll(leased, BATCH_TIMEOUT_MS, failed);
      if (seen < BATCH_SIZE) break;
    }
    return checked;
  }

  /**
   * Asks for these shipments now, for some milliseconds at most; what is not reached by then is due at once. `carrierOf`
   * says whose a parcel may be of which nobody knows.
   */
  async checkThese(
    pks: readonly number[],
    milliseconds: number,
    carrierOf: (trackingNumber: string) => string | null,
  ): Promise<void> {
    if (!this.hasProviders || pks.length === 0) return;
    const leased = await this.database.transaction((transaction) =>
      leaseShipments(pks, this.clock.now(), transaction),
    );
    const hinted = leased.map((shipment) => ({
      ...shipment,
      originCarrier: shipment.originCarrier ?? carrierOf(shipment.trackingNumber),
    }));
    await this.poll(hinted, milliseconds);
  }

  /** Whether there is anybody to ask. */
  private get hasProviders(): boolean {
    return this.providers.length > 0;
  }

  private async poll(
    leased: readonly LeasedShipment[],
    milliseconds: number,
    failed?: Set<TrackingProvider>,
  ): Promise<void> {
    if (leased.length === 0) return;
    const signal = AbortSignal.any([this.stopping.signal, AbortSignal.timeout(milliseconds)]);
    await pollProviders(leased, this.pollerContext, signal, failed);
  }
}
