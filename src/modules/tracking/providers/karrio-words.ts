import type { TrackingStatus } from '../tracking-statuses.js';

/** Karrio's statuses, of trackers and of their events. Source: `TrackingStatus.status` in Karrio's OpenAPI document. */
const STATUSES: ReadonlyMap<unknown, TrackingStatus> = new Map<unknown, TrackingStatus>([
  ['pending', 'pre_transit'],
  ['picked_up', 'in_transit'],
  ['in_transit', 'in_transit'],
  ['on_hold', 'exception'],
  ['delivery_delayed', 'exception'],
  ['out_for_delivery', 'delivery_in_progress'],
  ['ready_for_pickup', 'available_for_pickup'],
  ['delivery_failed', 'unsuccessful_delivery'],
  ['delivered', 'delivered'],
  ['return_to_sender', 'return_to_sender'],
  ['cancelled', 'cancelled'],
]);

/** Undefined for `unknown`, and for what nobody has put here yet. */
export const karrioStatus = (word: unknown): TrackingStatus | undefined => STATUSES.get(word);

/** Karrio's `carrier_name` by our codes. Source: `TrackingData.carrier_name` in the same document. */
const CARRIERS: Readonly<Record<string, string>> = {
  amazon: 'amazon_shipping',
  aramex: 'aramex',
  'asendia-usa': 'asendia_us',
  auspost: 'australiapost',
  'australia-post': 'australiapost',
  'austria-post': 'postat',
  'belgium-post': 'bpost',
  'canada-post': 'canadapost',
  canpar: 'canpar',
  chronopost: 'chronopost',
  colissimo: 'colissimo',
  dhl: 'dhl_express',
  'dhl-germany': 'dhl_parcel_de',
  'dhl-poland': 'dhl_poland',
  'dhlecommerce-asia': 'dhl_universal',
  dhlglobalmail: 'dhl_universal',
  dpd: 'dpd',
  dtdc: 'dtdc',
  fedex: 'fedex',
  'fedex-freight': 'fedex',
  'fedex-ground': 'fedex',
  gls: 'gls',
  'hermes-de': 'hermes',
  'landmark-global': 'landmark',
  laposte: 'laposte',
  purolator: 'purolator',
  'royal-mail': 'royalmail',
  sendle: 'sendle',
  tnt: 'tnt',
  ups: 'ups',
  'ups-ground': 'ups',
  'ups-mi': 'ups',
  usps: 'usps',
  xpresspost: 'canadapost',
};

const carriers = new Map(Object.entries(CARRIERS));

/** Karrio's name of a carrier; undefined when it knows no such carrier. */
export const karrioCarrier = (code: string | null): string | undefined => carriers.get(code ?? '');

/** Each carrier that Karrio knows, by our codes. */
export const carriersOfKarrio = (): readonly string[] => [...carriers.keys()];
