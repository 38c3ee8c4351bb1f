import { Logger } from '@nestjs/common';
import type { Clock } from '../../core/database/clock.js';
import type { Database } from '../../core/database/database.js';
import { stackOf } from '../../core/database/failures.js';
import { applyUpdates } from './apply-updates.js';
import { releaseUnchecked, type LeasedShipment, endLeases } from './leased-shipments.js';
import type { CheckOutcome } from './next-check.js';
import type { Metrics } from '../../core/metrics/metrics.js';
import type { RepeatedFailures } from '../../core/metrics/repeated-failures.js';
import { isAboutShipment } from './reported-carrier.js';
import { type Parcel, ProviderError, type TrackingProvider } from './tracking-provider.js';
import type { TrackingUpdate } from './tracking-update.js';
import type { TransitLimits } from '../../config/transit-limits.js';

/** What polling needs. */
export interface PollerContext {
  readonly providers: readonly TrackingProvider[];
  readonly database: Database;
  readonly clock: Clock;
  readonly limits: TransitLimits;
  readonly metrics: Metrics;
  /** Lines of providers that go on failing. */
  readonly failures: RepeatedFailures;
}

/** A leased shipment, and the outcome of the providers that were asked so far. */
interface PolledShipment {
  readonly shipment: LeasedShipment;
  readonly outcome: CheckOutcome;
}

/**
 * Asks the providers in their order until one of them has updates of a parcel, applies them, and ends the lease. A provider
 * that fails is added to `failed` and is not asked again; the next in order is asked instead. Shipments for which there was
 * no time before the signal are released. @throws what the database throws; leases then run out by themselves.
 */
export async function pollProviders(
  shipments: readonly LeasedShipment[],
  asking: PollerContext,
  signal: AbortSignal,
  failed = new Set<TrackingProvider>(),
): Promise<void> {
  const round = new ProviderPoll(asking, signal, failed);
  const asked = shipments.map((shipment): PolledShipment => ({
    shipment,
    outcome: { kind: 'nobody tracks it' },
  }));
  await round.pollFrom(asked, 0);
  await round.releaseUnreached();
}

/** Polls all providers once for some shipments. No transaction is open while a provider is asked. */
class ProviderPoll {
  private readonly logger = new Logger('tracking');
  private readonly unreached: LeasedShipment[] = [];

  constructor(
    private readonly context: PollerContext,
    private readonly signal: AbortSignal,
    private readonly failed: Set<TrackingProvider>,
  ) {}

  /** Polls the providers from this place on. They do not wait for each other: each has parcels of its own. */
  async pollFrom(asked: readonly PolledShipment[], place: number): Promise<void> {
    if (asked.length === 0) return;
    const provider = this.context.providers[place];
    if (!provider) return this.applyAndSettle(asked);
    const mine = asked.filter(({ shipment }) => provider.canTrack(shipment));
    const others = asked.filter(({ shipment }) => !provider.canTrack(shipment));
    await waitForAll([this.pollFrom(others, place + 1), this.pollInBatches(provider, mine, place)]);
  }

  async releaseUnreached(): Promise<void> {
    const { database, clock } = this.context;
    if (this.unreached.length > 0)
      await database.transaction((transaction) => releaseUnchecked(this.unreached, clock.now(), transaction));
  }

  private async pollInBatches(
    provider: TrackingProvider,
    asked: readonly PolledShipment[],
    place: number,
  ): Promise<void> {
    const untold: PolledShipment[] = [];
    for (let at = 0; at < asked.length; at += provider.batchSize)
      untold.push(...(await this.pollBatch(provider, asked.slice(at, at + provider.batchSize))));
    await this.pollFrom(untold, place + 1);
  }

  /** @returns the shipments for which it had no update. */
  private async pollBatch(
    provider: TrackingProvider,
    lot: readonly PolledShipment[],
  ): Promise<readonly PolledShipment[]> {
    if (this.failed.has(provider)) return lot.map(asFailed);
    let register = lot;
    let updates: readonly TrackingUpdate[];
    try {
      this.signal.throwIfAborted();
      register = await this.watched(provider, lot);
      updates = await provider.fetchUpdates(parcelsOf(register), this.signal);
      this.context.metrics.providerAsked(provider.name, 'answered');
      this.context.failures.worked(provider.name, { provider: provider.name });
    } catch (error) {
      return this.handleFailure(provider, register, error);
    }
    const told = register.filter(({ shipment }) => isUpdated(shipment, updates));
    await this.applyAndSettle(told.map(asAnswered), updates);
    return register.filter((each) => !told.includes(each)).map(asKnown);
  }

  /** The time is over, or the provider has failed: its shipments are released, or passed on to the next provider. */
  private handleFailure(
    provider: TrackingProvider,
    lot: readonly PolledShipment[],
    error: unknown,
  ): readonly PolledShipment[] {
    if (this.signal.aborted) {
      this.unreached.push(...lot.map(({ shipment }) => shipment));
      return [];
    }
    this.failed.add(provider);
    this.context.metrics.providerAsked(provider.name, 'failed');
    if (error instanceof ProviderError)
      this.context.failures.failed(provider.name, error.message, { provider: provider.name });
    else this.logger.error(`${provider.name} was not understood`, stackOf(error));
    return lot.map(asFailed);
  }

  /** Registers parcels that the provider does not watch yet. */
  private async watched(
    provider: TrackingProvider,
    lot: readonly PolledShipment[],
  ): Promise<readonly PolledShipment[]> {
    const strangers = lot.filter(({ shipment }) => shipment.watchedBy !== provider.name);
    if (!provider.watch || strangers.length === 0) return lot;
    const refused = await provider.watch(parcelsOf(strangers), this.signal);
    return lot.map((each) => {
      const { shipment } = each;
      if (!strangers.includes(each) || refused.some((parcel) => isSame(parcel, shipment))) return each;
      return { shipment: { ...shipment, watchedBy: provider.name }, outcome: { kind: 'just watched' } };
    });
  }

  /** Applies updates and ends the leases of these shipments in one transaction. */
  private async applyAndSettle(
    asked: readonly PolledShipment[],
    updates: readonly TrackingUpdate[] = [],
  ): Promise<void> {
    if (asked.length === 0) return;
    const { database, clock, limits } = this.context;
    await database.transaction(async (transaction) => {
      const now = clock.now();
      if (updates.length > 0) await applyUpdates(updates, { transaction, limits, now, isJudgedAnew: true });
      await endLeases(asked, now, transaction);
    });
  }
}

const asAnswered = ({ shipment }: PolledShipment): PolledShipment => ({
  shipment,
  outcome: { kind: 'answered' },
});

const asFailed = ({ shipment }: PolledShipment): PolledShipment => ({
  shipment,
  outcome: { kind: 'failed', failures: shipment.checkFailures + 1 },
});

/** A provider without an update has answered, too; a failure of another provider is kept. */
const asKnown = (asked: PolledShipment): PolledShipment =>
  asked.outcome.kind === 'nobody tracks it' ? asAnswered(asked) : asked;

const isSame = (a: Parcel, b: Parcel): boolean =>
  a.trackingNumber === b.trackingNumber && a.originCarrier === b.originCarrier;

function isUpdated(shipment: LeasedShipment, updates: readonly TrackingUpdate[]): boolean {
  const all = updates.filter(({ trackingNumber }) => trackingNumber === shipment.trackingNumber);
  return all.some((update) => isAboutShipment(update, shipment, all));
}

/** Each parcel once: several workspaces may have shipments of the same one. */
function parcelsOf(asked: readonly PolledShipment[]): readonly Parcel[] {
  const parcels = asked.map(({ shipment: { trackingNumber, originCarrier } }) => ({
    trackingNumber,
    originCarrier,
  }));
  return parcels.filter((parcel, index) => parcels.findIndex((each) => isSame(each, parcel)) === index);
}

/** Waits until all have ended, and then throws the first error: nothing goes on in the background. */
async function waitForAll(works: readonly Promise<void>[]): Promise<void> {
  const results = await Promise.allSettled(works);
  const failure = results.find((result) => result.status === 'rejected');
  if (failure) throw failure.reason;
}
