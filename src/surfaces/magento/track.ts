import { resolveMerchantCarrier } from '../../modules/reference-data/carriers/carrier-names.js';
import {
  normalizeTrackingNumber,
  MAX_TRACKING_NUMBER_LENGTH,
} from '../../modules/reference-data/carriers/normalize-tracking-number.js';
import { merchantTrackingNumbers } from '../../modules/reference-data/carriers/parse-tracking-numbers.js';
import { containsUrl } from '../../modules/reference-data/carriers/tracking-urls.js';
import { BadInput } from '../../core/metadata/errors.js';
import type { TrackingNumberColumns } from '../../modules/shipments/shared-tracking-number.js';
import type { Columns } from '../../core/store/rows.js';
import { Conflict, invalid } from './errors.js';
import { fieldsOf, RequestParams, type Source } from './request-params.js';

/** A parcel's number, with what the shop says of it. */
export interface Track {
  /** As the shop writes it. */
  readonly trackNumber: string;
  /** As it is kept; null where the shop says that there is none, as `N/A` does. */
  readonly number: string | null;
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
export const MAX_TRACKS = 100;
/** Characters of a field at most, which may be an address or have several numbers. */
const FIELD_LIMIT = 1000;

/** `tracks` of a body, or the one that its own fields are. @throws BadInput, Conflict. */
export function tracksIn(body: Source): readonly Track[] {
  const values = new RequestParams(body);
  const isOne = FIELDS.some((name) => values.has(name));
  const list = body('tracks') ?? [];
  if (!Array.isArray(list) || list.length > MAX_TRACKS) throw invalid('tracks');
  if (isOne && list.length > 0) throw new BadInput('Either tracks or track_number, not both');
  const tracks = isOne ? tracksFrom(values) : list.flatMap((each) => tracksFrom(valuesOf(each)));
  if (tracks.length > MAX_TRACKS) throw invalid('tracks');
  const numbers = tracks.map(({ number }) => number).filter((number) => number !== null);
  if (new Set(numbers).size < numbers.length) throw new Conflict();
  return tracks;
}

function valuesOf(sent: unknown): RequestParams {
  try {
    return new RequestParams(fieldsOf(sent));
  } catch {
    throw invalid('tracks');
  }
}

/** The tracks of a body's own fields: one for each number in `track_number`. @throws BadInput. */
export function tracksFrom(values: RequestParams): readonly Track[] {
  const written = values.text('track_number', FIELD_LIMIT) ?? '';
  const numbers = merchantTrackingNumbers(written);
  if (!numbers || !/[A-Z\d]/.test(normalizeTrackingNumber(written))) throw invalid('track_number');
  const common = {
    carrierCode: values.text('carrier_code', CARRIER_CODE_LIMIT) ?? CUSTOM,
    title: values.text('title') ?? null,
    description: values.longText('description') ?? null,
  };
  const [number = null, ...others] = numbers;
  const isKept = others.length === 0 && [...written].length <= MAX_TRACKING_NUMBER_LENGTH;
  if (others.length === 0 && !isKept && !containsUrl(written)) throw invalid('track_number');
  if (isKept || number === null) return [{ ...common, trackNumber: written, number }];
  return numbers.map((each) => ({ ...common, trackNumber: each, number: each }));
}

/** What of a track TrackMage's body of a shipment has. The carrier is named only where somebody knows it. */
export function trackBody({ carrierCode, title }: Track, { trackingNumber }: TrackingNumberColumns): object {
  const originCarrier = resolveMerchantCarrier(carrierCode) ?? resolveMerchantCarrier(title ?? '');
  return originCarrier === undefined ? { trackingNumber } : { trackingNumber, originCarrier };
}

/** What of a track it has not. */
export const trackColumns = (track: Track, { sharedNumber }: TrackingNumberColumns): Columns => ({
  sharedNumber,
  writtenNumber: track.trackNumber,
  trackingCarrier: track.carrierCode,
  carrierTitle: track.title,
  trackDescription: track.description,
});
