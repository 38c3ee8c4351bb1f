import type { TrackingUpdate } from './tracking-update.js';

/** A parcel that a provider is asked about. */
export interface Parcel {
  readonly trackingNumber: string;
  /** A code of the catalogue; null when nobody knows. */
  readonly originCarrier: string | null;
}

/** A service that tracks parcels; several may be configured at once. */
export interface TrackingProvider {
  /** A short name, kept with the shipments that it watches: `17track`. */
  readonly name: string;
  /** How many parcels it takes in one call. */
  readonly batchSize: number;
  /** Whether it tracks parcels of this carrier. */
  canTrack(parcel: Parcel): boolean;
  /**
   * Registers parcels, where the provider demands that before it has updates of them or pushes them.
   * @returns the parcels that it refuses. @throws ProviderError.
   */
  watch?(parcels: readonly Parcel[], signal: AbortSignal): Promise<readonly Parcel[]>;
  /** The current state of parcels; those that it does not know are left out. @throws ProviderError. */
  fetchUpdates(parcels: readonly Parcel[], signal: AbortSignal): Promise<readonly TrackingUpdate[]>;
}

/** The provider is down, slow, out of quota, or its response is invalid; the parcels are checked again later. */
export class ProviderError extends Error {
  override name = 'ProviderFailed';
}
