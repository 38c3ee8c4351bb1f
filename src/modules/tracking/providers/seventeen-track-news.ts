import { carrierNamed } from '../../reference-data/carriers/carrier-words.js';
import { carrierByCode } from '../../reference-data/carriers/carriers.js';
import { normalTrackingNumber } from '../../reference-data/carriers/normal-tracking-number.js';
import { carrierTime } from '../carrier-time.js';
import { oldestFirst } from '../equal-times.js';
import { type Place, placeOf } from '../places.js';
import type { CheckpointReport, TrackingUpdate } from '../tracking-update.js';
import { concluded, country, inside, listIn, timeOf, words } from './reading.js';
import { carriersOfKey } from './seventeen-track-carriers.js';
import { statusOf } from './seventeen-track-statuses.js';

/** What 17TRACK tells of a parcel. */
export interface News {
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
export function newsIn(entry: unknown): News | undefined {
  const number = inside(entry, 'number');
  const info = inside(entry, 'track_info');
  if (typeof number !== 'string' || typeof info !== 'object' || info === null) return undefined;
  const carrierKey = inside(entry, 'carrier');
  const tag = inside(entry, 'tag');
  const providers = listIn(inside(info, 'tracking', 'providers'));
  const own = providers.find((each) => inside(each, 'provider', 'key') === carrierKey) ?? providers[0];
  const other = providers.find((each) => each !== own);
  const legs = [own, ...providers.filter((each) => each !== own)].map((leg) =>
    listIn(inside(leg, 'events')).flatMap((event) => reportOf(event, leg === own ? 'origin' : 'destination')),
  );
  // who delivers a parcel comes after who took it; newest first, as all lists
  const listed = legs.toReversed().flatMap((reports) => oldestFirst(reports).toReversed());
  const reports = listed.length > 0 ? listed : reportOf(inside(info, 'latest_event'), 'origin');
  const latest = inside(info, 'latest_status');
  const estimate = inside(info, 'time_metrics', 'estimated_delivery_date');
  const lastKey = inside(other, 'provider', 'key') ?? inside(info, 'misc_info', 'local_key');
  return {
    carrierKey,
    carriers: carriersIn(carrierKey, tag, inside(own, 'provider', 'name')),
    update: {
      trackingNumber: normalTrackingNumber(number),
      destinationCarrier: lastKey === carrierKey ? undefined : carriersOfKey(lastKey)[0],
      originCountryIso2: country(inside(info, 'shipping_info', 'shipper_address', 'country')),
      destinationCountryIso2: country(inside(info, 'shipping_info', 'recipient_address', 'country')),
      expectedDeliveryDate: carrierTime(inside(estimate, 'to')) ?? carrierTime(inside(estimate, 'from')),
      checkpoints: concluded(reports, statusOf(inside(latest, 'sub_status'), inside(latest, 'status'))),
    },
  };
}

/** The news as an update that names 17TRACK's carrier. */
export const updateIn = ({ carriers: [originCarrier, ...sameCarriers], update }: News): TrackingUpdate => ({
  ...update,
  originCarrier,
  sameCarriers,
});

/**
 * Our carriers behind a key. The tag is the code that the parcel was registered with: it says which of several it is, but
 * where it was a guess it says nothing against the key. A key that we do not have leaves the carrier's name.
 */
function carriersIn(key: unknown, tag: unknown, name: unknown): readonly string[] {
  const known = carriersOfKey(key);
  const named = known.length === 0 && typeof name === 'string' ? carrierNamed(name) : undefined;
  const carriers = named === undefined ? known : [named];
  if (typeof tag !== 'string' || !carrierByCode(tag)) return carriers;
  return carriers.length === 0 || carriers.includes(tag) ? [...new Set([tag, ...carriers])] : carriers;
}

/** An event without a date cannot be put anywhere. */
function reportOf(event: unknown, rel: string): CheckpointReport[] {
  const place = words(inside(event, 'location'), 255);
  const where = { zone: zoneOf(event), place: addressOf(event) ?? place };
  const date =
    carrierTime(inside(event, 'time_utc')) ??
    carrierTime(inside(event, 'time_iso'), where) ??
    timeOf(inside(event, 'time_raw', 'date'), inside(event, 'time_raw', 'time'), where);
  if (date === undefined) return [];
  return [
    {
      date,
      status: statusOf(inside(event, 'sub_status'), inside(event, 'stage')) ?? null,
      info: words(inside(event, 'description'), 2000),
      location: place,
      rel,
    },
  ];
}

/** `time_raw` has the carrier's own words, `{"date": "2026-06-27", "time": "11:15:00", "timezone": "-05:00"}`. */
const zoneOf = (event: unknown): unknown =>
  inside(event, 'time_raw', 'timezone') ?? inside(event, 'timezone');

const addressOf = (event: unknown): Place | undefined =>
  placeOf({
    country: inside(event, 'address', 'country'),
    state: inside(event, 'address', 'state'),
    city: inside(event, 'address', 'city'),
  });
