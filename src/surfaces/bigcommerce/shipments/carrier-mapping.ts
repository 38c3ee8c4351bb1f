import {
  resolveMerchantCarrier,
  isMerchantCarrier,
} from '../../../modules/reference-data/carriers/carrier-names.js';
import { carrierByCode } from '../../../modules/reference-data/carriers/carriers.js';
import { publicTrackingUrl } from '../../../modules/reference-data/carriers/public-tracking-url.js';
import { effectiveTrackingNumber } from '../../../modules/shipments/effective-tracking-number.js';
import { merchantCarrierCode } from '../../../modules/shipments/merchant-carrier.js';
import type { ShipmentRow } from '../../shared/rows.js';

/** BigCommerce's own integrations that ship; those of others are called `carrier_<id>`. */
export const SHIPPING_PROVIDERS: readonly string[] = [
  'auspost',
  'canadapost',
  'endicia',
  'usps',
  'fedex',
  'royalmail',
  'ups',
  'upsready',
  'upsonline',
  'shipperhq',
];

/** A provider that somebody has added to the store. */
export const OTHER_PROVIDER = /^carrier_\d{1,40}$/;

/** Providers that carry nothing themselves. */
const NAMES: Readonly<Record<string, string>> = { shipperhq: 'ShipperHQ' };

export const isProvider = (word: string): boolean =>
  SHIPPING_PROVIDERS.includes(word) || OTHER_PROVIDER.test(word);

/** The two words of a shipment for whoever carries it; each may be empty. */
export interface CarrierNames {
  readonly provider: string;
  readonly carrier: string;
}

/**
 * A shipment's words. Where no shop has said anything, or another surface has a word that is none here, the carrier that
 * is known takes its place.
 */
export function carrierNames(shipment: ShipmentRow): CarrierNames {
  const { shippingProvider } = shipment;
  const word = shipment.trackingCarrier;
  const isOurs = word !== null && (word === '' || isMerchantCarrier(word));
  const provider = shippingProvider ?? '';
  return { provider, carrier: isOurs ? word : (merchantCarrierCode(shipment) ?? '') };
}

/** The catalogue's code of the carrier that is meant; the tracking carrier is nearer to the parcel than the provider. */
export const carrierCodeOf = ({ provider, carrier }: CarrierNames): string | undefined =>
  resolveMerchantCarrier(carrier) ?? resolveMerchantCarrier(provider);

/** What people call a provider: `usps` is "USPS"; '' where nobody knows. */
export const providerName = (provider: string): string =>
  NAMES[provider] ?? carrierByCode(resolveMerchantCarrier(provider) ?? '')?.name ?? '';

/** The carrier's page of a parcel, or AfterShip's; '' where the shop has a page of its own, or no word or number leads to one. */
export function generatedTrackingLink(shipment: ShipmentRow): string {
  const number = effectiveTrackingNumber(shipment);
  const words = carrierNames(shipment);
  if (shipment.trackingLink || !number) return '';
  return publicTrackingUrl({ code: carrierCodeOf(words), word: words.carrier }, number) ?? '';
}

/**
 * A shipment's words with those that were sent in their places; undefined when they are what they were. A carrier that no
 * shop has named gives way to a provider that says who carries.
 */
export function changedCarrier(
  shipment: ShipmentRow,
  sent: { readonly shipping_provider?: string | undefined; readonly tracking_carrier?: string | undefined },
): CarrierNames | undefined {
  const before = carrierNames(shipment);
  const isNamed =
    shipment.trackingCarrier !== null || resolveMerchantCarrier(sent.shipping_provider ?? '') === undefined;
  const words = {
    provider: sent.shipping_provider ?? before.provider,
    carrier: sent.tracking_carrier ?? (isNamed ? before.carrier : ''),
  };
  const isSame = words.provider === before.provider && words.carrier === before.carrier;
  return isSame ? undefined : words;
}
