import type { Report } from './history.js';

/** A checkpoint as a provider reports it; the date is in stored form. */
export interface CheckpointReport extends Report {
  readonly info: string | null;
  readonly location: string | null;
  /** Whose words: of the `origin` or the `destination` carrier. */
  readonly rel: string | null;
  /** Its status counts no more: the provider itself concludes something else. */
  readonly isOverruled?: true;
}

/** What a provider knows of a parcel. What is left out stays as it is. */
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
  readonly checkpoints: readonly CheckpointReport[];
}

/** What became of an update. */
export interface Reached {
  /** Shipments that have the number, in all workspaces. */
  readonly shipments: number;
  /** Checkpoints that were not there before. */
  readonly checkpoints: number;
}
