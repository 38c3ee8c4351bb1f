import type { StatusReport } from './tracking-state.js';

/** A checkpoint as a provider reports it; the date is in stored form. */
export interface CheckpointReport extends StatusReport {
  readonly info: string | null;
  readonly location: string | null;
  /** Who reports it: the `origin` or the `destination` carrier. */
  readonly rel: string | null;
  /** The provider's final status contradicts its status, which no longer counts. */
  readonly isOverruled?: true;
}

/** What a provider reports of a parcel. Fields that are left out stay as they are. */
export interface TrackingUpdate {
  /** In capitals, without blanks. */
  readonly trackingNumber: string;
  /** Codes of the catalogue. */
  readonly originCarrier?: string | undefined;
  /** Others that the provider does not tell apart from the origin carrier: a parcel of one of them stays its own. */
  readonly sameCarriers?: readonly string[] | undefined;
  readonly destinationCarrier?: string | undefined;
  readonly originCountryIso2?: string | undefined;
  readonly destinationCountryIso2?: string | undefined;
  /** In stored form. */
  readonly expectedDeliveryDate?: string | undefined;
  /** As it was told first, where that is another. In stored form. */
  readonly firstExpectedDeliveryDate?: string | undefined;
  readonly checkpoints: readonly CheckpointReport[];
}

/** What an update has reached. */
export interface UpdateReach {
  /** Shipments that have the number, in all workspaces. */
  readonly shipments: number;
  /** Checkpoints that were not there before. */
  readonly checkpoints: number;
}
