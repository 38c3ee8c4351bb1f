import { resolveMerchantCarrier } from '../../modules/reference-data/carriers/carrier-names.js';
import type { TrackingNumberColumns } from '../../modules/shipments/shared-tracking-number.js';
import type { ShipmentRow } from '../shared/rows.js';
import type { CreateShipment } from './dto/create-shipment.dto.js';
import { CUSTOM, MAX_TRACKS, type NewTrack, type WrittenNumber } from './dto/new-track.dto.js';
import { Conflict, invalid } from './errors.js';

/** A parcel's number, with what the shop says of it. */
export interface Track extends WrittenNumber {
  /** The shop's own word. */
  readonly carrierCode: string;
  readonly title: string | null;
  readonly description: string | null;
}

/** The tracks of a field: one for each number in it. */
export const tracksFrom = (
  sent: Omit<NewTrack, 'track_number'> & Pick<CreateShipment, 'track_number'>,
): Track[] =>
  (sent.track_number ?? []).map((number) => ({
    ...number,
    carrierCode: sent.carrier_code ?? CUSTOM,
    title: sent.title ?? null,
    description: sent.description ?? null,
  }));

/** The tracks of a new shipment: in `tracks`, or the one that the body is itself. @throws BadInput, Conflict when one is there twice. */
export function tracksOf(sent: CreateShipment): readonly Track[] {
  const tracks = [...tracksFrom(sent), ...sent.tracks.flatMap(tracksFrom)];
  if (tracks.length > MAX_TRACKS) throw invalid('tracks');
  const numbers = tracks.map(({ number }) => number).filter((number) => number !== null);
  if (new Set(numbers).size < numbers.length) throw new Conflict();
  return tracks;
}

/** What of a track TrackMage's body of a shipment has. The carrier is named only where somebody knows it. */
export function trackBody({ carrierCode, title }: Track, { trackingNumber }: TrackingNumberColumns): object {
  const originCarrier = resolveMerchantCarrier(carrierCode) ?? resolveMerchantCarrier(title ?? '');
  return originCarrier === undefined ? { trackingNumber } : { trackingNumber, originCarrier };
}

/** What of a track it has not. */
export const trackColumns = (
  track: Track,
  { sharedNumber }: TrackingNumberColumns,
): Partial<ShipmentRow> => ({
  sharedNumber,
  writtenNumber: track.trackNumber,
  trackingCarrier: track.carrierCode,
  carrierTitle: track.title,
  trackDescription: track.description,
});
