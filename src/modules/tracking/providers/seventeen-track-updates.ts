import { resolveCarrierOrService } from '../../reference-data/carriers/carrier-names.js';
import { carrierByCode } from '../../reference-data/carriers/carriers.js';
import { normalizeTrackingNumber } from '../../reference-data/carriers/normalize-tracking-number.js';
import { carrierTime } from '../carrier-time.js';
import { oldestFirst } from '../equal-times.js';
import { type Place, placeOf } from '../places.js';
import type { CheckpointReport, TrackingUpdate } from '../tracking-update.js';
import {
  withFinalStatus,
  countryCodeFrom,
  valueAt,
  arrayFrom,
  dateFrom,
  textFrom,
} from './provider-response.js';
import { carriersOfSeventeenTrackKey } from './seventeen-track-carriers.js';
import { statusOf } from './seventeen-track-statuses.js';

/** An update of 17TRACK, with the carrier's key. */
export interface SeventeenTrackUpdate {
  /** Its own key of the carrier. */
  readonly carrierKey: unknown;
  /** Our carriers whose parcel it may be, the likeliest first; none when nobody knows. */
  readonly carriers: readonly string[];
  readonly update: Omit<TrackingUpdate, 'originCarrier'>;
}

/**
 * Reads `{number, carrier, tag, track_info}`, as `gettrackinfo` answers and a push brings it. Undefined when there is no
 * number or nothing is known of it.
 */
export function readTrackInfo(entry: unknown): SeventeenTrackUpdate | undefined {
  const number = valueAt(entry, 'number');
  const info = valueAt(entry, 'track_info');
  if (typeof number !== 'string' || typeof info !== 'object' || info === null) return undefined;
  const carrierKey = valueAt(entry, 'carrier');
  const tag = valueAt(entry, 'tag');
  const providers = arrayFrom(valueAt(info, 'tracking', 'providers'));
  const own = providers.find((each) => valueAt(each, 'provider', 'key') === carrierKey) ?? providers[0];
  const other = providers.find((each) => each !== own);
  const legs = [own, ...providers.filter((each) => each !== own)].map((leg) =>
    arrayFrom(valueAt(leg, 'events')).flatMap((event) =>
      reportOf(event, leg === own ? 'origin' : 'destination'),
    ),
  );
  // who delivers a parcel comes after who took it; newest first, as all lists
  const listed = legs.toReversed().flatMap((reports) => oldestFirst(reports).toReversed());
  const reports = listed.length > 0 ? listed : reportOf(valueAt(info, 'latest_event'), 'origin');
  const latest = valueAt(info, 'latest_status');
  const estimate = valueAt(info, 'time_metrics', 'estimated_delivery_date');
  const lastKey = valueAt(other, 'provider', 'key') ?? valueAt(info, 'misc_info', 'local_key');
  return {
    carrierKey,
    carriers: carriersIn(carrierKey, tag, valueAt(own, 'provider', 'name')),
    update: {
      trackingNumber: normalizeTrackingNumber(number),
      destinationCarrier: lastKey === carrierKey ? undefined : carriersOfSeventeenTrackKey(lastKey)[0],
      originCountryIso2: countryCodeFrom(valueAt(info, 'shipping_info', 'shipper_address', 'country')),
      destinationCountryIso2: countryCodeFrom(valueAt(info, 'shipping_info', 'recipient_address', 'country')),
      expectedDeliveryDate: carrierTime(valueAt(estimate, 'to')) ?? carrierTime(valueAt(estimate, 'from')),
      checkpoints: withFinalStatus(
        reports,
        statusOf(valueAt(latest, 'sub_status'), valueAt(latest, 'status')),
      ),
    },
  };
}

/** The update, which names 17TRACK's carrier. */
export const toTrackingUpdate = ({
  carriers: [originCarrier, ...sameCarriers],
  update,
}: SeventeenTrackUpdate): TrackingUpdate => ({
  ...update,
  originCarrier,
  sameCarriers,
});

/**
 * Our carriers behind a key. The tag is the code that the parcel was registered with: it says which of several it is, but
 * where it was a guess it says nothing against the key. A key that we do not have leaves the carrier's name.
 */
function carriersIn(key: unknown, tag: unknown, name: unknown): readonly string[] {
  const known = carriersOfSeventeenTrackKey(key);
  const named = known.length === 0 && typeof name === 'string' ? resolveCarrierOrService(name) : undefined;
  const carriers = named === undefined ? known : [named];
  if (typeof tag !== 'string' || !carrierByCode(tag)) return carriers;
  return carriers.length === 0 || carriers.includes(tag) ? [...new Set([tag, ...carriers])] : carriers;
}

/** An event without a date cannot be put anywhere. */
function reportOf(event: unknown, rel: string): CheckpointReport[] {
  const place = textFrom(valueAt(event, 'location'), 255);
  const where = { zone: zoneOf(event), place: addressOf(event) ?? place };
  const date =
    carrierTime(valueAt(event, 'time_utc')) ??
    carrierTime(valueAt(event, 'time_iso'), where) ??
    dateFrom(valueAt(event, 'time_raw', 'date'), valueAt(event, 'time_raw', 'time'), where);
  if (date === undefined) return [];
  return [
    {
      date,
      status: statusOf(valueAt(event, 'sub_status'), valueAt(event, 'stage')) ?? null,
      info: textFrom(valueAt(event, 'description'), 2000),
      location: place,
      rel,
    },
  ];
}

/** `time_raw` has the carrier's own words, `{"date": "2026-06-27", "time": "11:15:00", "timezone": "-05:00"}`. */
const zoneOf = (event: unknown): unknown =>
  valueAt(event, 'time_raw', 'timezone') ?? valueAt(event, 'timezone');

const addressOf = (event: unknown): Place | undefined =>
  placeOf({
    country: valueAt(event, 'address', 'country'),
    state: valueAt(event, 'address', 'state'),
    city: valueAt(event, 'address', 'city'),
  });
