import { carrierOfWord } from '../carriers/carrier-words.js';
import { TRACKING_NUMBER_LIMIT, trackingNumberIn } from '../carriers/normal-tracking-number.js';
import { BadInput } from '../resource/errors.js';
import type { Columns } from '../store/rows.js';
import { Conflict, invalid } from './errors.js';
import { fieldsOf, NamedValues, type Source } from './named-values.js';

/** A parcel's number, with what the shop says of it. */
export interface Track {
  /** As the shop writes it. */
  readonly trackNumber: string;
  /** The shop's own word. */
  readonly carrierCode: string;
  readonly title: string | null;
  readonly description: string | null;
}

const FIELDS = ['carrier_code', 'title', 'track_number', 'description'] as const;

/** What is nobody's: any number is welcome there. */
const CUSTOM = 'custom';
const CARRIER_CODE_LIMIT = 100;
/** Parcels of one shipment at most. */
export const MOST_TRACKS = 100;

/** `tracks` of a body, or the one track that its own fields are. @throws BadInput, Conflict. */
export function tracksIn(body: Source): readonly Track[] {
  const values = new NamedValues(body);
  const isOne = FIELDS.some((name) => values.has(name));
  const list = body('tracks') ?? [];
  if (!Array.isArray(list) || list.length > MOST_TRACKS) throw invalid('tracks');
  if (isOne && list.length > 0) throw new BadInput('Either tracks or track_number, not both');
  const tracks = isOne ? [trackFrom(values)] : list.map((each) => trackFrom(valuesOf(each)));
  const numbers = tracks.map(({ trackNumber }) => trackingNumberIn(trackNumber));
  if (new Set(numbers).size < numbers.length) throw new Conflict();
  return tracks;
}

function valuesOf(sent: unknown): NamedValues {
  try {
    return new NamedValues(fieldsOf(sent));
  } catch {
    throw invalid('tracks');
  }
}

/** The one track of a body. @throws BadInput. */
export function trackFrom(values: NamedValues): Track {
  const trackNumber = values.text('track_number', TRACKING_NUMBER_LIMIT) ?? '';
  if (trackingNumberIn(trackNumber) === '') throw invalid('track_number');
  return {
    trackNumber,
    carrierCode: values.text('carrier_code', CARRIER_CODE_LIMIT) ?? CUSTOM,
    title: values.text('title') ?? null,
    description: values.longText('description') ?? null,
  };
}

/** What of a track TrackMage's body of a shipment has. The carrier is named only where somebody knows it. */
export function trackBody({ trackNumber, carrierCode, title }: Track): object {
  const originCarrier = carrierOfWord(carrierCode) ?? carrierOfWord(title ?? '');
  const trackingNumber = trackingNumberIn(trackNumber);
  return originCarrier === undefined ? { trackingNumber } : { trackingNumber, originCarrier };
}

/** What of a track it has not. */
export const trackColumns = (track: Track): Columns => ({
  writtenNumber: track.trackNumber,
  trackingCarrier: track.carrierCode,
  carrierTitle: track.title,
  trackDescription: track.description,
});
