import type { TrackingUpdate } from './tracking-update.js';

/** A parcel that a provider is asked about. */
export interface Parcel {
  readonly trackingNumber: string;
  /** A code of the catalogue; null when nobody knows. */
  readonly originCarrier: string | null;
}

/** Where news of parcels come from; several may be configured at once. */
export interface TrackingProvider {
  /** A short name, kept with the shipments that it watches: `17track`. */
  readonly name: string;
  /** Parcels that it takes in one call. */
  readonly atOnce: number;
  /** Whether it can tell of a parcel at all. */
  canTrack(parcel: Parcel): boolean;
  /**
   * Asks it to watch parcels, where it wants that before it tells of them or will push by itself.
   * @returns the ones that it refuses. @throws ProviderFailed.
   */
  watch?(parcels: readonly Parcel[], signal: AbortSignal): Promise<readonly Parcel[]>;
  /** What it knows now; parcels of which it knows nothing are left out. @throws ProviderFailed. */
  ask(parcels: readonly Parcel[], signal: AbortSignal): Promise<readonly TrackingUpdate[]>;
}

/** It is down, slow, out of quota, or answers nonsense; the parcels are asked for again later. */
export class ProviderFailed extends Error {
  override name = 'ProviderFailed';
}
