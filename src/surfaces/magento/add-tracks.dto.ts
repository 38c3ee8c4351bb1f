import { type ShipmentNames, shipmentNamesIn } from './find-shipment.js';
import { fieldsOf, RequestParams } from './request-params.js';
import { type Track, tracksFrom } from './track.js';

/** Tracks of one field, and the shipment that they are for. */
export interface NewTracks extends ShipmentNames {
  readonly tracks: readonly Track[];
}

/** @throws BadInput. */
export function newTracksIn(sent: unknown): NewTracks {
  const values = new RequestParams(fieldsOf(sent));
  return { ...shipmentNamesIn(values, true), tracks: tracksFrom(values) };
}
