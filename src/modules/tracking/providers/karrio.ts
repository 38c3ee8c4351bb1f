import { carrierTime } from '../carrier-time.js';
import { type Parcel, ProviderError, type TrackingProvider } from '../tracking-provider.js';
import type { CheckpointReport, TrackingUpdate } from '../tracking-update.js';
import { karrioCarrier, karrioStatus } from './karrio-mapping.js';
import { postJson } from './post-json.js';
import type { ProviderConfig } from '../../../config/tracking-providers.js';
import {
  withFinalStatus,
  countryCodeFrom,
  valueAt,
  arrayFrom,
  dateFrom,
  textFrom,
} from './provider-response.js';

/** Requests that Karrio gets at the same time: it takes one parcel in each. */
const CONCURRENT_REQUESTS = 5;

/** It refuses all requests, not just this parcel. */
const PROVIDER_WIDE_ERRORS = new Set([401, 403, 408, 429]);

/**
 * A Karrio server of one's own: `POST /v1/trackers` makes a tracker or answers the one that is there, and fetches what the
 * carrier says when that is old. `pending_pickup` keeps trackers of parcels that the carrier does not know yet.
 */
export function karrio({ key, url, name }: ProviderConfig): TrackingProvider {
  const fetchTracker = async (parcel: Parcel, signal: AbortSignal): Promise<TrackingUpdate | undefined> => {
    const { status, body } = await postJson({
      provider: name,
      url: `${url}/v1/trackers?pending_pickup=true`,
      headers: { Authorization: `Token ${key}` },
      body: { tracking_number: parcel.trackingNumber, carrier_name: karrioCarrier(parcel.originCarrier) },
      signal,
    });
    if (status >= 500 || PROVIDER_WIDE_ERRORS.has(status))
      throw new ProviderError(`${name} answered ${status}`);
    return status < 300 ? updateFrom(body, parcel) : undefined;
  };
  return {
    name,
    batchSize: CONCURRENT_REQUESTS,
    canTrack: ({ originCarrier }) => karrioCarrier(originCarrier) !== undefined,
    fetchUpdates: async (parcels, signal) => {
      const answers = await Promise.allSettled(parcels.map((parcel) => fetchTracker(parcel, signal)));
      const failures = answers.filter((answer) => answer.status === 'rejected');
      // a carrier that is down behind Karrio is no reason to forget what it told of the others
      if (failures.length === parcels.length && failures[0]) throw failures[0].reason;
      return answers.flatMap((answer) => (answer.status === 'fulfilled' ? (answer.value ?? []) : []));
    },
  };
}

/** Reads a tracker; undefined when there are no events, because then nothing is known. */
function updateFrom(tracker: unknown, { trackingNumber, originCarrier }: Parcel): TrackingUpdate | undefined {
  const reports = arrayFrom(valueAt(tracker, 'events')).flatMap(reportOf);
  if (reports.length === 0) return undefined;
  return {
    trackingNumber,
    originCarrier: originCarrier ?? undefined,
    originCountryIso2: countryCodeFrom(valueAt(tracker, 'info', 'shipment_origin_country')),
    destinationCountryIso2: countryCodeFrom(valueAt(tracker, 'info', 'shipment_destination_country')),
    expectedDeliveryDate: carrierTime(valueAt(tracker, 'estimated_delivery')),
    checkpoints: withFinalStatus(reports, karrioStatus(valueAt(tracker, 'status'))),
  };
}

/** Newer servers give an event its `timestamp` and `status`, older ones `date` and `time` alone: the carrier's own. */
function reportOf(event: unknown): CheckpointReport[] {
  const place = textFrom(valueAt(event, 'location'), 255);
  const date =
    carrierTime(valueAt(event, 'timestamp'), { place }) ??
    dateFrom(valueAt(event, 'date'), valueAt(event, 'time'), { place });
  if (date === undefined) return [];
  return [
    {
      date,
      status: karrioStatus(valueAt(event, 'status')) ?? null,
      info: textFrom(valueAt(event, 'description'), 2000),
      location: place,
      rel: 'origin',
    },
  ];
}
