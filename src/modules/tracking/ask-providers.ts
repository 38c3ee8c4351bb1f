import { Logger } from '@nestjs/common';
import type { Clock } from '../../core/database/clock.js';
import type { Database } from '../../core/database/database.js';
import { stackOf } from '../../core/database/failures.js';
import { applyUpdates } from './apply-updates.js';
import { giveBack, type Leased, settle } from './leased-parcels.js';
import type { Outcome } from './next-check.js';
import { concerns } from './told-carrier.js';
import { type Parcel, ProviderFailed, type TrackingProvider } from './tracking-provider.js';
import type { TrackingUpdate } from './tracking-update.js';
import type { TransitLimits } from './transit-limits.js';

/** What asking needs. */
export interface Asking {
  readonly providers: readonly TrackingProvider[];
  readonly database: Database;
  readonly clock: Clock;
  readonly limits: TransitLimits;
}

/** A leased shipment on its way through the providers, and what has come of it so far. */
interface Asked {
  readonly shipment: Leased;
  readonly outcome: Outcome;
}

/**
 * Asks the providers in their order until one of them knows of a parcel, applies what it tells, and ends the lease. One
 * that fails joins `failed`: it is not asked again, the next in order is. What is not reached before the signal is given
 * back. @throws what the database throws; leases then end by themselves.
 */
export async function askProviders(
  shipments: readonly Leased[],
  asking: Asking,
  signal: AbortSignal,
  failed = new Set<TrackingProvider>(),
): Promise<void> {
  const round = new Round(asking, signal, failed);
  const asked = shipments.map((shipment): Asked => ({ shipment, outcome: { kind: 'nobody tracks it' } }));
  await round.goOn(asked, 0);
  await round.end();
}

/** One walk of some shipments through all providers. No transaction is open while a provider is asked. */
class Round {
  private readonly logger = new Logger('tracking');
  private readonly unreached: Leased[] = [];

  constructor(
    private readonly asking: Asking,
    private readonly signal: AbortSignal,
    private readonly failed: Set<TrackingProvider>,
  ) {}

  /** From the provider at this place on. Providers do not wait for each other: each has parcels of its own. */
  async goOn(asked: readonly Asked[], place: number): Promise<void> {
    if (asked.length === 0) return;
    const provider = this.asking.providers[place];
    if (!provider) return this.conclude(asked);
    const mine = asked.filter(({ shipment }) => provider.canTrack(shipment));
    const others = asked.filter(({ shipment }) => !provider.canTrack(shipment));
    await all([this.goOn(others, place + 1), this.askInLots(provider, mine, place)]);
  }

  async end(): Promise<void> {
    const { database, clock } = this.asking;
    if (this.unreached.length > 0)
      await database.transaction((transaction) => giveBack(this.unreached, clock.now(), transaction));
  }

  private async askInLots(provider: TrackingProvider, asked: readonly Asked[], place: number): Promise<void> {
    const untold: Asked[] = [];
    for (let at = 0; at < asked.length; at += provider.atOnce)
      untold.push(...(await this.ask(provider, asked.slice(at, at + provider.atOnce))));
    await this.goOn(untold, place + 1);
  }

  /** @returns the shipments of which it told nothing. */
  private async ask(provider: TrackingProvider, lot: readonly Asked[]): Promise<readonly Asked[]> {
    if (this.failed.has(provider)) return lot.map(asFailed);
    let watched = lot;
    let updates: readonly TrackingUpdate[];
    try {
      this.signal.throwIfAborted();
      watched = await this.watched(provider, lot);
      updates = await provider.ask(parcelsOf(watched), this.signal);
    } catch (error) {
      return this.withoutAnswer(provider, watched, error);
    }
    const told = watched.filter(({ shipment }) => isToldOf(shipment, updates));
    await this.conclude(told.map(asAnswered), updates);
    return watched.filter((each) => !told.includes(each)).map(asKnown);
  }

  /** The time is over, or the provider has failed: whatever it did wrong is its own, and no reason to forget parcels. */
  private withoutAnswer(provider: TrackingProvider, lot: readonly Asked[], error: unknown): readonly Asked[] {
    if (this.signal.aborted) {
      this.unreached.push(...lot.map(({ shipment }) => shipment));
      return [];
    }
    this.failed.add(provider);
    if (error instanceof ProviderFailed) this.logger.warn(error.message);
    else this.logger.error(`${provider.name} was not understood`, stackOf(error));
    return lot.map(asFailed);
  }

  /** Registers the parcels that the provider does not watch yet. */
  private async watched(provider: TrackingProvider, lot: readonly Asked[]): Promise<readonly Asked[]> {
    const strangers = lot.filter(({ shipment }) => shipment.watchedBy !== provider.name);
    if (!provider.watch || strangers.length === 0) return lot;
    const refused = await provider.watch(parcelsOf(strangers), this.signal);
    return lot.map((each) => {
      const { shipment } = each;
      if (!strangers.includes(each) || refused.some((parcel) => isSame(parcel, shipment))) return each;
      return { shipment: { ...shipment, watchedBy: provider.name }, outcome: { kind: 'just watched' } };
    });
  }

  /** Applies updates and ends the leases of those whom they tell of, both or neither. */
  private async conclude(asked: readonly Asked[], updates: readonly TrackingUpdate[] = []): Promise<void> {
    if (asked.length === 0) return;
    const { database, clock, limits } = this.asking;
    await database.transaction(async (transaction) => {
      const now = clock.now();
      if (updates.length > 0) await applyUpdates(updates, { transaction, limits, now, isJudgedAnew: true });
      await settle(asked, now, transaction);
    });
  }
}

const asAnswered = ({ shipment }: Asked): Asked => ({ shipment, outcome: { kind: 'answered' } });

const asFailed = ({ shipment }: Asked): Asked => ({
  shipment,
  outcome: { kind: 'failed', failures: shipment.checkFailures + 1 },
});

/** Nothing to tell is an answer, too; what another provider failed to tell weighs more. */
const asKnown = (asked: Asked): Asked =>
  asked.outcome.kind === 'nobody tracks it' ? asAnswered(asked) : asked;

const isSame = (a: Parcel, b: Parcel): boolean =>
  a.trackingNumber === b.trackingNumber && a.originCarrier === b.originCarrier;

function isToldOf(shipment: Leased, updates: readonly TrackingUpdate[]): boolean {
  const all = updates.filter(({ trackingNumber }) => trackingNumber === shipment.trackingNumber);
  return all.some((update) => concerns(update, shipment, all));
}

/** Each parcel once: several workspaces may have shipments of the same one. */
function parcelsOf(asked: readonly Asked[]): readonly Parcel[] {
  const parcels = asked.map(({ shipment: { trackingNumber, originCarrier } }) => ({
    trackingNumber,
    originCarrier,
  }));
  return parcels.filter((parcel, index) => parcels.findIndex((each) => isSame(each, parcel)) === index);
}

/** Waits for all of them, and then fails as the first that failed: nothing goes on behind the caller's back. */
async function all(works: readonly Promise<void>[]): Promise<void> {
  const results = await Promise.allSettled(works);
  const failure = results.find((result) => result.status === 'rejected');
  if (failure) throw failure.reason;
}
